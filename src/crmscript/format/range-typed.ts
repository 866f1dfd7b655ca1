import type { Token } from '../syntax/token.ts';
import type { FormattedGaps } from './formatted-gaps.ts';

/** What can be typed that formats something. */
export type Typed = '}' | ';' | '\n';

type Range = { readonly start: number; readonly end: number };
type GapsRead = Extract<FormattedGaps, { readonly kind: 'gaps' }>;

/** What is done with, now that this was typed in front of the offset; null where it is part of a written text or a comment. */
export function rangeTyped(source: string, read: GapsRead, offset: number, typed: Typed): Range | null {
  if (typed === '\n') return lineBefore(source, offset);
  const { tokens, separators } = read;
  const last = tokenEndingAt(tokens, offset);
  if (last < 0 || !isOperator(tokens[last], typed)) return null;
  let first = typed === '}' ? openingOf(tokens, last) : last;
  if (typed === ';') while (first > 0 && separators[first]?.kind !== 'line') first -= 1;
  // With what stands before it, which is where its line begins.
  return { start: tokens[first - 1]?.end ?? 0, end: offset };
}

const isOperator = (token: Token | undefined, text: string): boolean =>
  token?.kind === 'operator' && token.text === text;

function tokenEndingAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return tokens[low]?.end === offset ? low : -1;
}

function openingOf(tokens: readonly Token[], closing: number): number {
  let depth = 0;
  for (let index = closing; index >= 0; index -= 1) {
    if (isOperator(tokens[index], '}')) depth += 1;
    if (isOperator(tokens[index], '{')) depth -= 1;
    if (depth === 0) return index;
  }
  return 0;
}

/** The line before the one on which the offset is, without its end. */
function lineBefore(source: string, offset: number): Range | null {
  let end = offset;
  while (end > 0 && !isLineEnd(source, end - 1)) end -= 1;
  if (end === 0) return null;
  end -= source.startsWith('\r\n', end - 2) ? 2 : 1;
  let start = end;
  while (start > 0 && !isLineEnd(source, start - 1)) start -= 1;
  return { start, end };
}

const isLineEnd = (source: string, at: number): boolean => source[at] === '\n' || source[at] === '\r';
