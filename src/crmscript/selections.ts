import { bracketPairs } from './editing/brackets.ts';
import { commentsOf } from './editing/comments.ts';
import { Extents } from './editing/extents.ts';
import { RangesAround, type Range } from './editing/ranges.ts';
import { tolerantTree } from './editing/tolerant-tree.ts';
import { Problems } from './syntax/problems.ts';
import { scan } from './syntax/scanner.ts';

/**
 * What a growing selection takes, step by step: ranges around an offset, each inside the next one, the innermost first, the whole text
 * last. A word, what a text holds and the text, expressions, what stands in brackets and the brackets, statements, declarations.
 */
export function selections(source: string, offset: number): readonly Range[] {
  const all = scan(source, '', new Problems());
  const tokens = all.slice(0, -1);
  const around = new RangesAround(offset, new Extents(all));
  around.add(0, source.length);
  around.items(tolerantTree(source).items);
  for (const { kind, start, end } of tokens) {
    if (!around.add(start, end) || kind !== 'string') continue;
    if (/["']/.test(source.charAt(start))) around.add(start + 1, Math.max(start + 1, end - 1));
  }
  for (const { start, end } of commentsOf(source, tokens)) around.add(start, end);
  for (const [open, close] of bracketPairs(tokens)) {
    const [from, to] = [tokens[open], tokens[close]];
    if (from === undefined || to === undefined || !around.add(from.start, to.end)) continue;
    const inside = source.slice(from.end, to.start);
    const start = from.end + (inside.length - inside.trimStart().length);
    around.add(
      Math.min(start, to.start),
      Math.max(from.end + inside.trimEnd().length, Math.min(start, to.start)),
    );
  }
  return nested(around.found.filter(({ start, end }) => end > start || source === ''));
}

/** The ranges that hold each other, the smallest first; of two that only overlap the smaller one. */
function nested(ranges: readonly Range[]): readonly Range[] {
  const result: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const last = result.at(-1);
    const grows =
      last === undefined ||
      (range.start <= last.start && range.end >= last.end && sizeOf(range) > sizeOf(last));
    if (grows) result.push(range);
  }
  return result;
}

const sizeOf = ({ start, end }: Range): number => end - start;
