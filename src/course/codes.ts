import type { Json } from '../engine/definition.ts';
import type { CodedText } from '../engine/codes.ts';

/* What is said of checks and of results: codes, in no language (rulings 43). */

type No = Readonly<Record<string, never>>;
type Of<Names extends string, T> = { readonly [Name in Names]: T };

/** Every code of the course, and what belongs to it. */
export type CourseCodes = {
  /** A check did not pass within its time. */
  'check-too-late': Of<'within', string>;
  /** What may not come came: by the type of the event, and its text where it has one. */
  'check-unwanted': Of<'event', string> & Of<'text', string>;
  /** Something came, but not as expected. */
  'check-came': Of<'field', string> & Of<'expected' | 'came', Json>;
  /** So much of a script has run, in hundredths. */
  'check-covered': Of<'script' | 'covered' | 'atLeast', number>;
  /** A result does not belong to the course or the lesson that is there, or not to this revision of it. */
  'result-no-course': Of<'course', string>;
  'result-no-lesson': Of<'lesson', string>;
  'result-other-revision': Of<'revision' | 'present', number>;
  /** What was played does not begin as the lesson does. */
  'result-other-world': No;
  /** Playing it took too long, or could not go on. */
  'result-not-finished': No;
  'result-other-opening': Of<'step', number>;
  /** Something else comes of a step than the file says came of it. */
  'result-changed': Of<'step', number>;
  'result-other-rules': Of<'step', number>;
  'result-not-played': Of<'step', number>;
  'result-no-hashes': No;
  /** A step changes what the lesson keeps as it is. */
  'result-changes-locked': Of<'step', number>;
  /** A check stands otherwise than the result says. */
  'result-check-differs': Of<'name', string> & Of<'said' | 'found', boolean>;
};

/** What a code of the course says of what belongs to it. */
export const coded = <Code extends keyof CourseCodes>(code: Code, params: CourseCodes[Code]): CodedText => ({
  code,
  params,
});
