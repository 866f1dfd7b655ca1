import type { RecordedEvent } from '../engine/events.ts';
import { backToLine, endOf } from './moves.ts';
import { runsOf } from './runs.ts';
import type { Stops } from './stops.ts';
import type { Trace } from './trace.ts';

/** Where one wants to begin to look at a step. */
export type WantedPlace =
  | 'start'
  | 'end'
  | 'failure'
  | 'breakpoint'
  | { readonly statement: number }
  | { readonly seq: number }
  | { readonly script: number; readonly line: number };

/**
 * The statement before which a place is: of an event the statement that it came of, or the next one where it came of none; of a
 * script's beginning its first statement, of its end the one behind its last, of its failure the one that failed. The end of the
 * step where there is no such place.
 */
export function findPlace(
  trace: Trace,
  stops: Stops,
  events: readonly RecordedEvent[],
  wanted: WantedPlace,
): number {
  const end = endOf(trace);
  if (wanted === 'start') return 1;
  if (wanted === 'end') return end;
  if (wanted === 'failure') return lastFailure(trace, 1, end) ?? end;
  if (wanted === 'breakpoint') return stops.statements[0] ?? end;
  if ('statement' in wanted) return Math.max(1, Math.min(wanted.statement, end));
  if ('line' in wanted) return backToLine(trace, end, wanted.script, wanted.line) ?? end;
  return statementOf(trace, events, wanted.seq);
}

function statementOf(trace: Trace, events: readonly RecordedEvent[], seq: number): number {
  const end = endOf(trace);
  const run = runsOf(trace, events).find((one) => one.seq === seq || one.endSeq === seq);
  if (run !== undefined) {
    if (run.seq === seq) return Math.min(run.first, end);
    const hasFailed = events.some((event) => event.seq === seq && event.type === 'script.failed');
    const failed = hasFailed ? lastFailure(trace, run.first, run.last) : undefined;
    return failed ?? Math.min(run.last + 1, end);
  }
  return trace.events.find((event) => event.seq >= seq)?.statement ?? end;
}

/** The last statement that failed and was not caught, else the last that failed, from one up to another. */
function lastFailure(trace: Trace, first: number, last: number): number | undefined {
  const failures = trace.failures.filter(({ statement }) => statement >= first && statement <= last);
  return (failures.findLast(({ isCaught }) => !isCaught) ?? failures.at(-1))?.statement;
}
