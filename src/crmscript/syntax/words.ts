import { keywords } from './token.ts';

/** A name or a word of the language; `isCapital` where it is one of those but for its capitals. */
export type Word = { readonly text: string; readonly kind: 'name' | 'keyword'; readonly isCapital: boolean };

/** So many are remembered, by what is left of their hashes. */
const most = 512;

/**
 * The words of a source. Most stand in it many times, so the last one of each hash is kept: a word is made once, and compared
 * by identity from then on.
 */
export class Words {
  readonly #known = new Array<Word | undefined>(most);

  /** The one that stands from here to there. */
  take(source: string, start: number, end: number): Word {
    const middle = (start + end) >> 1;
    const hash =
      (end - start) * 3 +
      source.charCodeAt(start) * 7 +
      source.charCodeAt(middle) * 5 +
      source.charCodeAt(end - 1) * 31;
    const place = hash & (most - 1);
    const known = this.#known[place];
    if (known?.text.length === end - start && source.startsWith(known.text, start)) return known;
    const word = wordOf(source.slice(start, end));
    this.#known[place] = word;
    return word;
  }
}

const longestKeyword = 8;

/** The words of the language are the constants that the grammar compares them with, which hosts do by identity. */
const constants: ReadonlyMap<string, string> = new Map([...keywords].map((word) => [word, word]));

function wordOf(text: string): Word {
  const keyword = constants.get(text);
  if (keyword !== undefined) return { text: keyword, kind: 'keyword', isCapital: false };
  const isCapital = text.length <= longestKeyword && keywords.has(text.toLowerCase());
  return { text, kind: 'name', isCapital };
}
