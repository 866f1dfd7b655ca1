import type { Phrase, Substitute, Substitutes } from './substitutes.ts';
import {
  inCaseOf,
  isOrdinary,
  keyDigits,
  keyOf,
  phoneKey,
  piecesOf,
  withoutGenitive,
  type Piece,
} from './words.ts';

export type Manner = {
  /** Whether a word alone may mean somebody or something else. Not where a customer is what is said. */
  readonly isOpen: boolean;
  /** Whether it stands in an address of the web. */
  readonly isAddress: boolean;
  readonly note: (substitute: Substitute) => void;
};

/** What may stand between two words of one name. */
const gap = /^(?:[\s,.&/+-]|%20){1,3}$/;

/** A text with everything personal replaced, also where it is written as addresses and forms of the web write it. */
export function substituteIn(text: string, all: Substitutes, manner: Manner): string {
  const plain = unescaped(text);
  if (plain === null) return substituteAll(text, all, manner);
  const changed = substituteAll(plain, all, manner);
  return changed === plain ? text : changed.replaceAll(beyondAscii, encodeURIComponent);
}

const beyondAscii = /[^\0-\x7F]+/g;

/** The text with its letters beyond ASCII as letters (`Bj%C3%B8rn`); null where it has none so or would not be the same again. */
function unescaped(text: string): string | null {
  if (!/%[89A-F][0-9A-F]/i.test(text) || text.search(beyondAscii) >= 0) return null;
  try {
    return text.replaceAll(/(?:%[89A-F][0-9A-F])+/gi, decodeURIComponent);
  } catch {
    return null;
  }
}

function substituteAll(text: string, all: Substitutes, manner: Manner): string {
  const pieces = [...piecesOf(text)];
  let result = '';
  let done = 0;
  const put = (start: number, end: number, to: string) => {
    result += text.slice(done, start) + to;
    done = end;
  };
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index];
    if (piece === undefined) break;
    if (piece.kind !== 'word') {
      const to = ofWhole(piece, all, manner);
      if (to !== undefined) put(piece.start, piece.end, to);
      continue;
    }
    const company = phraseAt(pieces, index, all.companies, text);
    if (company !== undefined && (!manner.isOpen || isMeant(company, text, pieces, index))) {
      const last = pieces[index + company.words.length - 1] ?? piece;
      put(piece.start, endOf(last), encoded(company.to, manner));
      manner.note(company);
      index += company.words.length - 1;
      continue;
    }
    const name = phraseAt(pieces, index, all.names, text);
    const words = pieces.slice(index, index + (name?.words.length ?? 1));
    if (name !== undefined) manner.note(name);
    for (const word of words) {
      const to = ofWord(
        word,
        all,
        name === undefined ? manner : { ...manner, isOpen: false, note: () => undefined },
      );
      if (to !== undefined) put(word.start, endOf(word), to);
    }
    index += words.length - 1;
  }
  return unspacedIn(result + text.slice(done), all, manner);
}

const endOf = ({ start, text }: Piece): number => start + withoutGenitive(text).length;

const encoded = (to: string, { isAddress }: Manner): string => (isAddress ? encodeURIComponent(to) : to);

/** What takes the place of an address of mail or a number. */
function ofWhole(piece: Piece, all: Substitutes, manner: Manner): string | undefined {
  const isEscaped = piece.text.includes('%40');
  const found =
    piece.kind === 'email'
      ? all.emails.get(keyOf(piece.text.replace('%40', '@')))
      : all.phones.get(phoneKey(piece.text));
  if (found === undefined) return piece.kind === 'phone' ? ofRun(piece.text, all, manner) : undefined;
  manner.note(found);
  if (piece.kind === 'phone') return encoded(found.to, manner);
  return isEscaped ? found.to.replace('@', '%40') : found.to;
}

/** A number that stands in one run with other digits: `99887766 12.30`. */
function ofRun(text: string, all: Substitutes, manner: Manner): string | undefined {
  const digits = [...text.matchAll(/\d/g)];
  for (let first = 0; first + keyDigits <= digits.length; first++) {
    const key = digits.slice(first, first + keyDigits).join('');
    const found = all.phones.get(key);
    if (found === undefined) continue;
    manner.note(found);
    const start = /^(?:\+|00)/.test(text) && first < 6 ? 0 : (digits[first]?.index ?? 0);
    const end = (digits[first + keyDigits - 1]?.index ?? 0) + 1;
    const rest = text.slice(end);
    return text.slice(0, start) + encoded(found.to, manner) + (ofRun(rest, all, manner) ?? rest);
  }
  return undefined;
}

function ofWord(piece: Piece, all: Substitutes, manner: Manner): string | undefined {
  const word = withoutGenitive(piece.text);
  const found = all.words.get(keyOf(word));
  if (found === undefined) return ofParts(word, all, manner) ?? ofOwner(word, all, manner);
  const isAnybody =
    all.agents.has(keyOf(word)) || isOrdinary(word) || (word.length < 3 && word !== found.from);
  if (manner.isOpen && isAnybody) return undefined;
  manner.note(found);
  return inCaseOf(word, found.to);
}

/** Names in a word of several, such as the name of a file: `cv-ada-berg.pdf`. */
function ofParts(word: string, all: Substitutes, manner: Manner): string | undefined {
  const parts = word.split('-');
  if (parts.length === 1) return undefined;
  const changed = parts.map(
    (part) => ofWord({ kind: 'word', text: part, start: 0, end: 0 }, all, manner) ?? part,
  );
  return changed.some((part, index) => part !== parts[index]) ? changed.join('-') : undefined;
}

/** Whose something is, in languages that write an `s` without an apostrophe: `Adas`. Written small it is another word. */
function ofOwner(word: string, all: Substitutes, manner: Manner): string | undefined {
  const owner = word.slice(0, -1);
  if (!/\p{L}{2}[sS]$/u.test(word) || word === word.toLowerCase() || all.agents.has(keyOf(word)))
    return undefined;
  if (!all.words.has(keyOf(owner))) return undefined;
  const to = ofWord({ kind: 'word', text: owner, start: 0, end: 0 }, all, manner);
  return to === undefined ? undefined : to + word.slice(-1);
}

/** The longest name or company that begins at a word. */
function phraseAt(
  pieces: readonly Piece[],
  at: number,
  phrases: ReadonlyMap<string, readonly Phrase[]>,
  text: string,
): Phrase | undefined {
  const first = pieces[at];
  const candidates = first === undefined ? undefined : phrases.get(keyOf(withoutGenitive(first.text)));
  return candidates?.find(({ words }) =>
    words.every((word, offset) => {
      const piece = pieces[at + offset];
      const before = pieces[at + offset - 1];
      if (piece?.kind !== 'word' || keyOf(withoutGenitive(piece.text)) !== word) return false;
      return offset === 0 || gap.test(text.slice(before?.end, piece.start));
    }),
  );
}

/** A company of one word may be called like something else: it is meant where it is written as it writes itself. */
function isMeant(company: Phrase, text: string, pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (company.words.length > 1 || piece === undefined) return true;
  const written = text.slice(piece.start, endOf(piece));
  return written === company.from || (written.length > 2 && written === company.from.toUpperCase());
}

function unspacedIn(text: string, all: Substitutes, manner: Manner): string {
  let result = text;
  for (const name of all.unspaced) {
    if (!result.includes(name.from)) continue;
    manner.note(name);
    result = result.replaceAll(name.from, () => name.to);
  }
  return result;
}
