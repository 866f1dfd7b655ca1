import { fitsWildcards, type Comparing } from '../../engine/wildcards.ts';

function fits(text: string, part: string, at: number): boolean {
  if (at + part.length > text.length) return false;
  for (let k = 0; k < part.length; k++) {
    if (part[k] !== '_' && part[k] !== text[at + k]) return false;
  }
  return true;
}

const byCharacter: Comparing = {
  fits,
  find(text, part, from) {
    for (let at = from; at <= text.length; at++) if (fits(text, part, at)) return at;
    return -1;
  },
};

/** SQL's LIKE, in any letter case: `%` is any run of characters, `_` any one. */
export const isLike = (text: string, pattern: string): boolean =>
  fitsWildcards(text.toLowerCase(), pattern.toLowerCase(), '%', byCharacter);
