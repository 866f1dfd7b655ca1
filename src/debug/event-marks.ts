import type { EventName, RecordedEvent, ScriptRole } from '../engine/events.ts';
import type { Trace } from './trace.ts';

/** An event of a step, at the statement that it came of; of the start of a script, as what it runs. */
export type EventMark = {
  readonly statement: number;
  readonly seq: number;
  readonly type: EventName;
  readonly role?: ScriptRole;
};

/**
 * The events of a step over its statements, in order. Those of which a statement was the cause stand in the trace; a script that the engine
 * starts by itself stands before its first statement, where it has one.
 */
export function eventMarks(trace: Trace, events: readonly RecordedEvent[]): readonly EventMark[] {
  const traced = new Map(trace.events.map((event) => [event.seq, event.statement]));
  let from = 1;
  return events.flatMap((event): readonly EventMark[] => {
    const { seq, type } = event;
    const known = traced.get(seq);
    if (type !== 'script.started') return known === undefined ? [] : [{ statement: known, seq, type }];
    if (known !== undefined) return [{ statement: known, seq, type, role: event.role }];
    const first = firstOf(trace, event.script, from);
    if (first === 0) return [];
    from = first + 1;
    return [{ statement: first, seq, type, role: event.role }];
  });
}

/** The first statement from a number on with which a script begins that is inside of no other; 0 for none. */
function firstOf(trace: Trace, script: number, from: number): number {
  for (let statement = from; statement <= trace.length; statement++) {
    const frame = trace.frameOf(statement);
    const begins = frame !== trace.frameOf(statement - 1) && trace.frame(frame)?.depth === 0;
    if (begins && trace.placeOf(statement)?.script === script) return statement;
  }
  return 0;
}
