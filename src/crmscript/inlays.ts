import type { EditedScript } from './complete.ts';
import { argumentNames } from './editing/argument-names.ts';

/** What an editor shows in the text that does not stand there: `name:` before an argument. */
export type Inlay = { readonly offset: number; readonly text: string };

/**
 * The names of parameters before the arguments between two offsets, in the order of the text. Not where an argument says
 * it itself, and not where a function takes one thing only, unless that is a bare truth value.
 */
export function inlays(script: EditedScript, start: number, end: number): readonly Inlay[] {
  return argumentNames(script, start, end).sort((a, b) => a.offset - b.offset);
}
