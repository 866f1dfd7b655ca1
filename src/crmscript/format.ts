import type { Diagnostic } from './diagnostic.ts';
import { editsOf, type TextEdit } from './format/edits.ts';
import type { Measure } from './format/line-width.ts';
import { rangeTyped, type Typed } from './format/range-typed.ts';
import { formattedGaps } from './format/formatted-gaps.ts';

export type { Typed } from './format/range-typed.ts';
export type { TextEdit } from './format/edits.ts';

export type FormatOptions = {
  /** What a level begins with; two blanks unless told otherwise, as in SuperOffice's own scripts. */
  readonly indent?: string;
  /** How many characters a line should have at most; 120 unless told otherwise. */
  readonly width?: number;
};

export type Formatted =
  | { readonly kind: 'formatted'; readonly text: string }
  /** A text that the grammar does not allow is left as it is: where and what its first error is. */
  | { readonly kind: 'refused'; readonly error: Diagnostic };

export type FormattedEdits =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'refused'; readonly error: Diagnostic };

/**
 * A script in the style of SuperOffice's own scripts (docs/crmscript.md). Only blanks and line ends between tokens and comments change, so it does what it did.
 * Formatting what is formatted changes nothing. It never throws, and takes time in proportion to the length of the text.
 */
export function format(source: string, options: FormatOptions = {}): Formatted {
  const found = formatRange(source, 0, source.length, options);
  if (found.kind === 'refused') return found;
  let text = '';
  let at = 0;
  for (const edit of found.edits) {
    text += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return { kind: 'formatted', text: text + source.slice(at) };
}

/** The smallest edits, in their order, that make the lines from `start` to `end` (UTF-16 offsets) what they are in the formatted text. */
export function formatRange(
  source: string,
  start: number,
  end: number,
  options?: FormatOptions,
): FormattedEdits {
  const found = formattedGaps(source, measureOf(options));
  if (found.kind === 'refused') return found;
  return { kind: 'edits', edits: editsOf(source, found.gaps, start, end) };
}

/**
 * The edits for what was just typed in front of `offset`: a brace formats its block, a semicolon its statement, Enter the line before. Nothing behind
 * `offset` changes.
 */
export function formatOnType(
  source: string,
  offset: number,
  typed: Typed,
  options?: FormatOptions,
): FormattedEdits {
  const found = formattedGaps(source, measureOf(options));
  if (found.kind === 'refused') return found;
  const range = rangeTyped(source, found, offset, typed);
  if (range === null) return { kind: 'edits', edits: [] };
  const edits = editsOf(source, found.gaps, range.start, range.end);
  return { kind: 'edits', edits: edits.filter(({ start, end }) => start >= range.start && end <= range.end) };
}

const measureOf = ({ indent = '  ', width = 120 }: FormatOptions = {}): Measure => ({ indent, width });
