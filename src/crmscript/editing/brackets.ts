import type { Token } from '../syntax/token.ts';

const closes: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/**
 * The index of the bracket that closes each bracket. In a broken text a brace closes the last one that is open, whatever was opened in
 * between; a parenthesis or square bracket only what was opened last.
 */
export function bracketPairs(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  let braces = 0;
  tokens.forEach(({ kind, text }, index) => {
    if (kind !== 'operator') return;
    if (text === '(' || text === '[' || text === '{') {
      open.push(index);
      if (text === '{') braces += 1;
      return;
    }
    const opener = closes[text];
    if (opener === undefined || (opener === '{' && braces === 0)) return;
    if (opener === '{') {
      braces -= 1;
      while (tokens[open.at(-1) ?? 0]?.text !== '{') open.pop();
    }
    const last = open.at(-1);
    if (last === undefined || tokens[last]?.text !== opener) return;
    open.pop();
    pairs.set(last, index);
  });
  return pairs;
}
