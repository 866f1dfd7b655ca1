import type { Token } from '../syntax/token.ts';

const closes: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** The index of the bracket that closes each bracket. In a broken text a brace closes what was opened before it and not closed. */
export function bracketPairs(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  tokens.forEach(({ kind, text }, index) => {
    if (kind !== 'operator') return;
    if (text === '(' || text === '[' || text === '{') open.push(index);
    const opener = closes[text];
    if (opener === undefined) return;
    const last = open.findLastIndex((at) => tokens[at]?.text === opener);
    // A parenthesis does not reach over a brace.
    const isCut = opener !== '{' && open.slice(last + 1).some((at) => tokens[at]?.text === '{');
    const at = open[last];
    if (at === undefined || isCut) return;
    pairs.set(at, index);
    open.length = last;
  });
  return pairs;
}
