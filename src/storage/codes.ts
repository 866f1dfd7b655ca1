import type { CodedText } from '../engine/codes.ts';

/* What the storage says about what it cannot read or puts aside: codes, in no language (rulings 43). */

type No = Readonly<Record<string, never>>;
type Of<Name extends string> = { readonly [N in Name]: number };

/** Every code of the storage, and what belongs to it. */
export type StorageCodes = {
  /** The number is 0 where not even that can be read. */
  'step-damaged': Of<'step'>;
  'step-missing': Of<'step'>;
  'event-damaged': Of<'seq'>;
  'event-missing': Of<'seq'>;
  'event-of-no-type': Of<'seq'>;
  'no-event': Of<'seq'>;
  /** The world before it is not one in which it could have happened. */
  'event-misfits': Of<'seq'>;
  /** Rows of release 0.1 that could not be taken over. */
  'not-upgraded': No;
  /** The database went on from another step. */
  'not-followed': No;
};

/** What a code of the storage says of what belongs to it. */
export const coded = <Code extends keyof StorageCodes>(
  code: Code,
  params: StorageCodes[Code],
): CodedText => ({
  code,
  params,
});
