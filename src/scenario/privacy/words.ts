/** A word of a text, or what stands for one: an address, a number, an escape of an address of the web. */
export type Piece = {
  readonly kind: 'email' | 'phone' | 'word';
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

/** Each alternative is bounded or takes what it can have at once, so that no text makes it go back and forth. */
const pieces =
  /(?<![\p{L}\p{N}._+-])(?<email>[\p{L}\p{N}._+-]{1,64}(?:@|%40)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8})|(?<![\p{L}\p{N}])(?<phone>\+?\d[\d ()./\u00A0-]{1,28}\d)(?![\p{L}\p{N}])|%[0-9A-Fa-f]{2}|(?<word>[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*)/gu;

export function* piecesOf(text: string): Generator<Piece> {
  for (const { groups = {}, index, 0: found } of text.matchAll(pieces)) {
    const kind = (['email', 'phone', 'word'] as const).find((name) => groups[name] !== undefined);
    if (kind !== undefined) yield { kind, text: found, start: index, end: index + found.length };
  }
}

/** By which two spellings of a word are one: whatever the case, and however its accents are written. */
export const keyOf = (word: string): string => word.normalize('NFC').toLowerCase();

/** A name behind which an `s` says whose something is. */
export const withoutGenitive = (word: string): string => word.replace(/['’]s$/i, '');

/** By which two ways to write a number are one: with or without the country, and whatever stands between. */
export const phoneKey = (text: string): string => text.replaceAll(/\D/g, '').slice(-keyDigits);
/** So many digits tell a number, without its country. */
export const keyDigits = 8;

/** `to` in the case of what it takes the place of. */
export function inCaseOf(original: string, to: string): string {
  if (original === original.toLowerCase() && original !== original.toUpperCase()) return to.toLowerCase();
  if (original === original.toUpperCase() && original.length > 1) return to.toUpperCase();
  return to;
}

/** Names under which nobody in particular is meant, and what stands between names. */
const nobodys = new Set(
  'anonymous bot chat client customer guest kunde gjest gast user test tester visitor bezoeker besøkende unknown nobody person contact van von der den de da di la le af av of and og und et the mr mrs ms dr prof hr fru herr frau'.split(
    ' ',
  ),
);

/** The words of a name that tell who it is: not initials, numbers, titles or particles. */
export const nameWords = (name: string): readonly string[] =>
  [...piecesOf(name)]
    .filter(({ kind }) => kind === 'word')
    .map(({ text }) => withoutGenitive(text))
    .filter((word) => (word.match(/\p{L}/gu) ?? []).length > 1 && !nobodys.has(keyOf(word)));

/** Names that are words as well: written small they are those words. */
const ordinary = new Set(
  'april art august bell bill black brown case chase christian clay cliff day dawn drew faith field fish ford frank french german grace grant green hall hill holly hope hunter iris ivy jack jade joy june king knight lane lily long love mark may mason may miles more norman olive page parker pat penny pepper price ray read reed rich rob robin rod rose ruby sage scott sky small star stone summer sunny van wade ward west white will wood woods young'.split(
    ' ',
  ),
);

export const isOrdinary = (word: string): boolean => word === word.toLowerCase() && ordinary.has(word);

/** Writing without blanks between words, in which a name stands in the middle of others. */
export const isUnspaced = (word: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word);
