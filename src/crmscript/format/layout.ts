import type { Token } from '../syntax/token.ts';
import { isBrokenByComments, widthOfComments, type Gap } from './gaps.ts';
import type { Separator } from './separator.ts';

/** Where lines have to begin, and how wide what stands between is on one line. */
export type Layout = {
  /** Whether a line begins before each token, whatever fits. */
  readonly forced: readonly boolean[];
  /** For each token before which a line may begin: how wide it is up to the next such place that counts as much. */
  readonly widths: readonly number[];
};

/** How long the first line of a token is; only written texts go over lines. */
function firstLineOf(source: string, { kind, start, end }: Token): number {
  if (kind !== 'string') return end - start;
  const found = source.slice(start, end).search(/[\n\r]/);
  return found < 0 ? end - start : found;
}

/** Lines that the author has begun stay where a line may begin. */
function findForced(
  tokens: readonly Token[],
  gaps: readonly Gap[],
  separators: readonly Separator[],
): boolean[] {
  const forced: boolean[] = [];
  tokens.forEach((_, index) => {
    const gap = gaps[index] as Gap;
    const separator = separators[index] as Separator;
    const begun = gap.newlines > 0 || isBrokenByComments(gap);
    switch (separator.kind) {
      case 'line':
        forced.push(true);
        break;
      case 'joined':
        forced.push(isBrokenByComments(gap));
        break;
      case 'close':
        forced.push(isBrokenByComments(gap) || (begun && forced[separator.within.open + 1] === true));
        break;
      default:
        forced.push(begun);
    }
  });
  return forced;
}

/** Takes time in proportion to the number of tokens. */
export function layOut(
  source: string,
  tokens: readonly Token[],
  gaps: readonly Gap[],
  separators: readonly Separator[],
): Layout {
  const forced = findForced(tokens, gaps, separators);
  // Where each token ends, and where the first line of it does, were everything on one line.
  const ends: number[] = [];
  const firstEnds: number[] = [];
  let at = 0;
  tokens.forEach((token, index) => {
    at += (separators[index]?.space ? 1 : 0) + widthOfComments(gaps[index] as Gap);
    firstEnds.push(at + firstLineOf(source, token));
    at += token.end - token.start;
    ends.push(at);
  });
  const widths: number[] = new Array<number>(tokens.length).fill(0);
  const next: { depth: number; at: number }[] = [];
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const separator = separators[index] as Separator;
    const before = ends[index - 1] ?? 0;
    const firstEnd = firstEnds[index] ?? 0;
    // A written text that goes over lines ends its line.
    if (firstEnd < (ends[index] ?? 0)) next.push({ depth: -1, at: firstEnd });
    const depth =
      separator.kind === 'break' && !forced[index] ? separator.depth : forced[index] ? -1 : Infinity;
    if (separator.kind === 'break') {
      while ((next.at(-1)?.depth ?? -1) > separator.depth) next.pop();
      widths[index] = (next.at(-1)?.at ?? before) - before;
    }
    if (depth < Infinity) {
      while ((next.at(-1)?.depth ?? -1) >= depth && next.length > 0) next.pop();
      next.push({ depth, at: before });
    }
  }
  return { forced, widths };
}
