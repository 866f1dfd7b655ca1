import type { Scanner } from '../syntax/scanner.ts';

/* Texts with values in them, as other languages have: `Hello ${name}`, $"Hello {name}", f"Hello {name}". */

/** Longer ones are not meant so. */
const longest = 2000;
const longestValue = 300;

/** Takes such a text as one, with what stands in front of it; the parser takes it apart. */
export function scanInterpolated(scanner: Scanner): boolean {
  const { source, position: start } = scanner;
  const first = source.charAt(start);
  if (first === '$')
    return /["']/.test(source.charAt(start + 1)) && scanHoles(scanner, start, start + 1, '{');
  return first === '`' && scanHoles(scanner, start, start, '${');
}

/** As `scanInterpolated`, right behind a name of one letter. */
export function scanPrefixed(scanner: Scanner, start: number): boolean {
  const { source, position } = scanner;
  const name = source.charAt(start);
  return (
    (name === 'f' || name === 'F') &&
    /["']/.test(source.charAt(position)) &&
    scanHoles(scanner, start, position, '{')
  );
}

function scanHoles(scanner: Scanner, start: number, open: number, hole: string): boolean {
  const { source } = scanner;
  const quote = source.charAt(open);
  const last = Math.min(source.length, open + longest);
  let end = open + 1;
  while (end < last && source.charAt(end) !== quote) end = pastPiece(source, end, last, hole);
  const text = source.slice(open + 1, end);
  const oneLine = quote === '`' || !/[\r\n]/.test(text);
  if (end >= last || !oneLine || !text.includes(hole)) return false;
  scanner.position = start;
  const from = scanner.here(end + 1 - start);
  while (scanner.position <= end) scanner.advance();
  scanner.add('string', text, from);
  return true;
}

/** Past a character, an escape, or a value with the quotes that stand in it. */
function pastPiece(source: string, at: number, last: number, hole: string): number {
  if (source.charAt(at) === '\\') return at + 2;
  if (hole === '{' && source.startsWith('{{', at)) return at + 2;
  if (!source.startsWith(hole, at)) return at + 1;
  const limit = Math.min(last, at + longestValue);
  const close = closingBrace(source, at + hole.length, limit);
  return close < limit && !/[\r\n]/.test(source.slice(at, close)) ? close + 1 : at + 1;
}

/** Where the brace closes that is open at a place; `end` when it does not. */
export function closingBrace(source: string, from: number, end: number): number {
  let depth = 1;
  for (let at = from; at < end; at++) {
    if (source.charAt(at) === '{') depth += 1;
    if (source.charAt(at) === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return end;
}
