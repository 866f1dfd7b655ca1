/**
 * Whether a text is as a pattern says, from its first character to its last: `any` in the pattern is any run of characters, also
 * of none, and `one` any one. Letter case counts. Linear, but for a pattern with `one`.
 */
export function fitsWildcards(text: string, pattern: string, any: string, one?: string): boolean {
  const [first = '', ...rest] = pattern.split(any);
  const last = rest.pop();
  if (last === undefined) return text.length === first.length && fitsAt(text, first, 0, one);
  if (!fitsAt(text, first, 0, one)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = find(text, part, from, one);
    if (at < 0) return false;
    from = at + part.length;
  }
  const at = text.length - last.length;
  return at >= from && fitsAt(text, last, at, one);
}

/** `*` in the pattern is any run of characters; without it the texts must be the same. */
export const isLikeText = (text: string, pattern: string): boolean => fitsWildcards(text, pattern, '*');

function fitsAt(text: string, part: string, at: number, one: string | undefined): boolean {
  if (one === undefined) return text.startsWith(part, at);
  if (at + part.length > text.length) return false;
  for (let k = 0; k < part.length; k++) {
    if (part[k] !== one && part[k] !== text[at + k]) return false;
  }
  return true;
}

function find(text: string, part: string, from: number, one: string | undefined): number {
  if (one === undefined) return text.indexOf(part, from);
  for (let at = from; at <= text.length; at++) if (fitsAt(text, part, at, one)) return at;
  return -1;
}
