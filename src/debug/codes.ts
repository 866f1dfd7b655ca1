import type { CodedText } from '../engine/codes.ts';

/* What the debugger says of breakpoints: codes, in no language (rulings 43). */

type Of<Names extends string, T> = { readonly [Name in Names]: T };

/** Every code of the debugger, and what belongs to it. */
export type DebugCodes = {
  /** Which of the times to stop cannot be read. */
  'hit-condition': Of<'text', string>;
  /** The step ended before that when it was recorded: its calls are too deep for that. */
  'origin-not-reached': Readonly<Record<string, never>>;
  /** No script said it in whose calls one can look. */
  'origin-no-script': Readonly<Record<string, never>>;
  'origin-too-long': Of<'limit', number>;
  'condition-not-bool': Of<'given', string>;
};

/** What a code of the debugger says of what belongs to it. */
export const coded = <Code extends keyof DebugCodes>(code: Code, params: DebugCodes[Code]): CodedText => ({
  code,
  params,
});
