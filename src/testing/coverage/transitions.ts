import type { RecordedEvent } from '../../engine/events.ts';
import type { SessionStatus } from '../../engine/numbers.ts';
import { keyFrom, sumBy } from './sums.ts';

/** How often sessions went from one status to another; from null where they began. */
export type TransitionHits = {
  readonly from: SessionStatus | null;
  readonly to: SessionStatus;
  readonly hits: number;
};

export const transitionsOf = (events: readonly RecordedEvent[]): readonly TransitionHits[] =>
  addTransitions(
    events.flatMap((event): TransitionHits[] => {
      if (event.type === 'session.created') return [{ from: null, to: event.status, hits: 1 }];
      if (event.type === 'session.statusChanged') return [{ from: event.from, to: event.to, hits: 1 }];
      return [];
    }),
    [],
  );

export const addTransitions = (
  some: readonly TransitionHits[],
  others: readonly TransitionHits[],
): readonly TransitionHits[] =>
  sumBy(
    [...some, ...others],
    ({ from, to }) => keyFrom(from === null ? '' : two(from), two(to)),
    (one, other) => ({ ...one, hits: one.hits + other.hits }),
  );

const two = (status: SessionStatus): string => String(status).padStart(2, '0');
