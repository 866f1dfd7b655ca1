/** How a part of a pattern is compared with a text at a place, and found from a place on (-1 where it is not). */
export type Comparing = {
  readonly fits: (text: string, part: string, at: number) => boolean;
  readonly find: (text: string, part: string, from: number) => number;
};

const exactly: Comparing = {
  fits: (text, part, at) => text.startsWith(part, at),
  find: (text, part, from) => text.indexOf(part, from),
};

/** Whether a text is as a pattern says, from end to end: `any` in the pattern is any run of characters, also of none. */
export function fitsWildcards(text: string, pattern: string, any: string, { fits, find } = exactly): boolean {
  const [first = '', ...rest] = pattern.split(any);
  const last = rest.pop();
  if (!fits(text, first, 0)) return false;
  let from = first.length;
  if (last === undefined) return text.length === from;
  for (const part of rest) {
    const at = find(text, part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  const end = text.length - last.length;
  return end >= from && fits(text, last, end);
}
