import type { Shared, WorkspaceRow } from './rows.ts';

/* A branch reads its beginning where its origin has it: which rows of which log are the steps of a workspace. */

/** A place in a log: after that step, whose last event is `seq`. */
export type LogPosition = { readonly step: number; readonly seq: number };

/** Rows of one log: those after a place, up to another one. */
export type Stretch = { readonly log: string; readonly after: LogPosition; readonly upTo: LogPosition };

const start: LogPosition = { step: 0, seq: 0 };
const end: LogPosition = { step: Infinity, seq: Infinity };

export type Reader = Pick<WorkspaceRow, 'id' | 'shared'>;

/** Where the steps of a workspace lie, in their order; the last stretch is its own and has no end. */
export function stretchesOf({ id, shared = [] }: Reader): Stretch[] {
  const own: Shared = { log: id, ...end };
  return [...shared, own].map(({ log, step, seq }, index) => ({
    log,
    after: index === 0 ? start : placeOf(shared[index - 1] ?? start),
    upTo: { step, seq },
  }));
}

/** What a branch shares that begins with the steps of a workspace up to a place. */
export function sharedUpTo(reader: Reader, upTo: LogPosition): readonly Shared[] {
  return stretchesOf(reader)
    .filter(({ after }) => after.step < upTo.step)
    .map((stretch) => ({ log: stretch.log, ...first(stretch.upTo, upTo) }));
}

/** The same without what is not shared in the end: undefined where nothing is left. */
export function orNone(id: string, shared: readonly Shared[]): readonly Shared[] | undefined {
  const last = shared.findLastIndex(({ log }) => log !== id);
  return last < 0 ? undefined : shared.slice(0, last + 1);
}

const placeOf = ({ step, seq }: LogPosition): LogPosition => ({ step, seq });
const first = (a: LogPosition, b: LogPosition): LogPosition => placeOf(a.step <= b.step ? a : b);
