import type { CodedText } from '../engine/codes.ts';

/* What the page says of the engine's worker where that cannot say it itself: codes, as everything else on the wire. */

type No = Readonly<Record<string, never>>;

/** Every code of the page, and what belongs to it. */
export type PageCodes = {
  /** The worker ended several times in a row. */
  'worker-stops': No;
  'opening-hung': No;
  /** Somebody tried to change what is shown as it was. */
  'in-the-past': No;
  /** A lesson keeps it as it is. */
  'locked-by-lesson': No;
  /** What a lesson begins with could not be played: why, in English, or empty where that took too long. */
  'lesson-not-begun': { readonly why: string };
  /** The log could not be read up to a moment in the past. */
  'moment-not-read': No;
};

/** What a code of the page says of what belongs to it. */
export const coded = <Code extends keyof PageCodes>(code: Code, params: PageCodes[Code]): CodedText => ({
  code,
  params,
});
