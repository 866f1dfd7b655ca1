import type { RecordedEvent } from '../engine/events.ts';
import type { Trace } from './trace.ts';

/** One run of a script in a step, and the statements that ran in it, those of scripts inside it included. */
export type ScriptRun = {
  readonly seq: number;
  readonly endSeq: number;
  readonly first: number;
  /** `first - 1` where none ran. */
  readonly last: number;
};

/** The runs of scripts that a step came to, in the order in which they ended. */
export function runsOf(trace: Trace, events: readonly RecordedEvent[]): readonly ScriptRun[] {
  const begunAfter = new Map(trace.events.map(({ seq, after }) => [seq, after]));
  const runs: ScriptRun[] = [];
  const open: { readonly seq: number; readonly first: number; inside: number }[] = [];
  /** How many statements had run when the last script ended that runs inside no other. */
  let before = 0;
  for (const event of events) {
    if (event.type === 'script.started')
      open.push({ seq: event.seq, first: (begunAfter.get(event.seq) ?? before) + 1, inside: 0 });
    if (!endsRun(event)) continue;
    const run = open.pop();
    if (run === undefined) continue;
    const { seq, first } = run;
    const ran = run.inside + event.statements;
    runs.push({ seq, endSeq: event.seq, first, last: first + ran - 1 });
    const around = open.at(-1);
    if (around === undefined) before = first + ran - 1;
    else around.inside += ran;
  }
  return runs;
}

type Ends = Extract<RecordedEvent, { type: 'script.finished' | 'script.failed' }>;

const endsRun = (event: RecordedEvent): event is Ends =>
  event.type === 'script.finished' || event.type === 'script.failed';

/** The `script.started` events of the runs that are open at the end of these events, outermost first. */
export function openRuns(events: readonly RecordedEvent[]): readonly number[] {
  const open: number[] = [];
  for (const event of events) {
    if (event.type === 'script.started') open.push(event.seq);
    else if (endsRun(event)) open.pop();
  }
  return open;
}
