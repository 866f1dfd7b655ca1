import { status } from '../../engine/numbers.ts';
import type { Session, World } from '../../engine/world.ts';

/** How customers fared who came since a session. */
export type Report = {
  readonly answered: number;
  /** Left the queue before anybody had come. */
  readonly gone: number;
  readonly waiting: number;
  /** How long those waited whom somebody took, in seconds. */
  readonly medianWait: number;
  readonly longestWait: number;
  /** Null where nobody gave any. */
  readonly rating: number | null;
};

/** Of the sessions with a number above this one. */
export function reportOf(world: World, above: number): Report {
  const sessions = [...world.sessions].filter(({ id }) => id > above);
  const waits = sessions.flatMap(waitOf).sort((a, b) => a - b);
  const stars = sessions.flatMap(({ rating }) => (rating > 0 ? [rating] : []));
  const sum = stars.reduce((total, one) => total + one, 0);
  return {
    answered: waits.length,
    gone: sessions.filter((session) => session.status === status.closedFromQueue).length,
    waiting: sessions.filter((session) => session.status === status.inQueue).length,
    medianWait: Math.round(waits[Math.floor(waits.length / 2)] ?? 0),
    longestWait: Math.round(waits.at(-1) ?? 0),
    rating: stars.length === 0 ? null : sum / stars.length,
  };
}

const waitOf = ({ whenRequested, whenStarted, agent }: Session): readonly number[] =>
  whenStarted === null || agent === 0 ? [] : [(whenStarted - whenRequested) / 1000];
