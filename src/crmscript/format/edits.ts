import type { FormattedGap } from './printer.ts';

/** The text to put in place of what stands from `start` to `end` (UTF-16 offsets). */
export type TextEdit = { readonly start: number; readonly end: number; readonly text: string };

/** What changes, without what stays at both ends of it, on the lines from `from` to `to`. */
export function editsOf(
  source: string,
  gaps: readonly FormattedGap[],
  from: number,
  to: number,
): readonly TextEdit[] {
  const first = startOfLine(source, from);
  const last = endOfLine(source, to);
  return gaps
    .filter(({ start, end }) => end >= first && start <= last)
    .map((gap) => smallest(source, gap))
    .filter(({ start, end, text }) => (start < end || text !== '') && end >= first && start <= last);
}

function smallest(source: string, { start, end, text }: FormattedGap): TextEdit {
  const most = Math.min(end - start, text.length);
  let same = 0;
  while (same < most && source[start + same] === text[same]) same += 1;
  let sameEnd = 0;
  while (sameEnd < most - same && source[end - 1 - sameEnd] === text[text.length - 1 - sameEnd]) sameEnd += 1;
  return { start: start + same, end: end - sameEnd, text: text.slice(same, text.length - sameEnd) };
}

const isLineEnd = (character: string | undefined): boolean => character === '\n' || character === '\r';

function startOfLine(source: string, offset: number): number {
  let at = Math.min(Math.max(offset, 0), source.length);
  while (at > 0 && !isLineEnd(source[at - 1])) at -= 1;
  return at;
}

function endOfLine(source: string, offset: number): number {
  let at = Math.min(Math.max(offset, 0), source.length);
  while (at < source.length && !isLineEnd(source[at])) at += 1;
  return at;
}
