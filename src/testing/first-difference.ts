import type { RecordedEvent } from '../engine/events.ts';
import { eventLineWithout, noMatter } from '../scenario/event-line.ts';

/** Where two runs part: the step from 1, and the event of each that the other has not; null for none. */
export type Difference = {
  readonly step: number;
  readonly one: RecordedEvent | null;
  readonly other: RecordedEvent | null;
};

type Played = { readonly events: readonly RecordedEvent[] };

/**
 * The first step of which not the same came in two runs, event by event, as hashes tell them apart: hints, and why and at
 * which cost an event came, are no difference. Null when they are the same to their end.
 */
export function firstDifference(one: readonly Played[], other: readonly Played[]): Difference | null {
  for (let index = 0; index < Math.max(one.length, other.length); index++) {
    const step = index + 1;
    const [first, second] = [one[index], other[index]];
    const found = ofStep(counted(first), counted(second));
    if (found !== null) return { step, ...found };
    if (first === undefined || second === undefined) return { step, one: null, other: null };
  }
  return null;
}

const counted = (played: Played | undefined): readonly RecordedEvent[] =>
  (played?.events ?? []).filter(({ type }) => type !== 'hint.raised');

function ofStep(
  one: readonly RecordedEvent[],
  other: readonly RecordedEvent[],
): Pick<Difference, 'one' | 'other'> | null {
  for (let index = 0; index < Math.max(one.length, other.length); index++) {
    const [first = null, second = null] = [one[index], other[index]];
    if (first === null || second === null || line(first) !== line(second))
      return { one: first, other: second };
  }
  return null;
}

const line = (event: RecordedEvent): string => eventLineWithout(event, noMatter);
