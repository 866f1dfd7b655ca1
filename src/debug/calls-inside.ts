import type { RecordedEvent } from '../engine/events.ts';
import { endOf, moved } from './moves.ts';
import type { Trace } from './trace.ts';

/** A call that a statement makes: where it begins, and what it is of. */
export type CallInside = { readonly statement: number; readonly script: number; readonly routine: string };

/** The calls that a statement makes by itself, in order: those of functions, and the scripts that the engine runs because of it. */
export function callsInside(trace: Trace, at: number): readonly CallInside[] {
  const frame = trace.frameOf(at);
  const end = moved(trace, at, 'next');
  const seen = new Set<number>();
  const calls: CallInside[] = [];
  for (let statement = at + 1; statement < Math.min(end, endOf(trace)); statement++) {
    const inner = trace.frameOf(statement);
    if (seen.has(inner) || trace.outer(inner, 1) !== frame) continue;
    seen.add(inner);
    const place = trace.placeOf(statement);
    if (place !== undefined) calls.push({ statement, script: place.script, routine: place.routine });
  }
  return calls;
}

/** How many of the events of a step came before a statement, where the step's events and statements are known. */
export function eventsBefore(trace: Trace, events: readonly RecordedEvent[]): readonly number[] {
  const after = new Map(trace.events.map((event) => [event.seq, event.after]));
  let last = 0;
  return events.map(({ seq }) => (last = after.get(seq) ?? last));
}
