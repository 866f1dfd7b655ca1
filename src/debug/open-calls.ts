import type { RecordedEvent } from '../engine/events.ts';
import type { ShownFrame, StoppedSnapshot } from '../engine/step-observer.ts';
import { topOfScript } from '../engine/top-of-script.ts';
import { openRuns } from './runs.ts';
import type { Trace } from './trace.ts';

/** A call that is open where one stands, with what is known of it from the trace. */
export type OpenCall = ShownFrame & {
  /** The number of the call in the trace; -1 where no statement of it has run. */
  readonly call: number;
  /** The statement in it that is to run, or that made the call inside. */
  readonly statement: number;
  /** The lines of its script that ran in this very call so far, from the top. */
  readonly executed: readonly number[];
  /** Of the outermost call of a script alone. */
  readonly startedBy?: { readonly seq: number };
};

/** The calls that are open before statement `at`, innermost first; `events` are those that came before it. */
export function openCalls(
  trace: Trace,
  at: number,
  { frames }: StoppedSnapshot,
  events: readonly RecordedEvent[],
): readonly OpenCall[] {
  const innermost = trace.frameOf(at);
  const calls = new Map<number, { last: number; readonly lines: Map<number, Set<number>> }>();
  for (let call = innermost; call >= 0; call = trace.outer(call, 1))
    calls.set(call, { last: at, lines: new Map() });
  for (let statement = 1; statement < at; statement++) {
    const call = calls.get(trace.frameOf(statement));
    const place = trace.placeOf(statement);
    if (call === undefined || place === undefined) continue;
    call.last = statement;
    const lines = call.lines.get(place.script) ?? new Set();
    call.lines.set(place.script, lines.add(place.line));
  }
  const started = [...openRuns(events)];
  const depth = trace.depthOf(at);
  let number = innermost;
  return frames.map((frame, n) => {
    while ((trace.frame(number)?.depth ?? -1) > depth - n) number = trace.outer(number, 1);
    const isTraced = trace.frame(number)?.depth === depth - n;
    const call = isTraced ? calls.get(number) : undefined;
    const seq = frame.name === topOfScript ? started.pop() : undefined;
    return {
      ...frame,
      call: isTraced ? number : -1,
      statement: n === 0 ? at : (call?.last ?? at),
      executed: [...(call?.lines.get(frame.script) ?? [])].sort((a, b) => a - b),
      ...(seq === undefined ? {} : { startedBy: { seq } }),
    };
  });
}
