import { editDistance } from './edit-distance.ts';
import { isLike } from './registration.ts';

/** What keeps a name from matching a pattern that was meant. */
export type Slip =
  /** A word that is nearly one of the pattern's. */
  | { readonly kind: 'word'; readonly word: string; readonly meant: string }
  /** The word `bot` is missing, which every name has. */
  | { readonly kind: 'missing'; readonly meant: string }
  /** All words are there, in another order. */
  | { readonly kind: 'order' };

/** A word of seven letters may have two mistakes, a shorter one one; `bot` is too short for any. */
const mostMistakes = (word: string): number => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2);

/** How far the beginning of a word is from what was meant: names go on behind it, as in `received`. */
function distanceTo(meant: string, word: string): number {
  const lengths = [meant.length - 1, meant.length, meant.length + 1];
  return Math.min(...lengths.map((length) => editDistance(word.slice(0, length), meant)));
}

/**
 * The name with what is wrong with it mended, as little as that takes: words as they were meant, a missing `bot` in front;
 * words in another order are put in the pattern's, with what else was said behind.
 */
export function mendedName(name: string, pattern: string): string {
  const slips = nearMiss(name, pattern) ?? [];
  const isOrder = slips.some(({ kind }) => kind === 'order');
  const written = slips.reduce((text, slip) => {
    if (slip.kind === 'missing') return `${slip.meant} ${text}`;
    if (slip.kind === 'order') return text;
    const at = text.toLowerCase().indexOf(slip.word);
    return text.slice(0, at) + wholeWord(slip.word, slip.meant) + text.slice(at + slip.word.length);
  }, name);
  if (!isOrder && isLike(written, pattern)) return written;
  const meant = pattern.split('%').filter((word) => word !== '');
  const words = written.split(/\s+/).filter((word) => word !== '');
  const inOrder = meant.map((one) => words.find((word) => word.toLowerCase().includes(one)) ?? one);
  return [...inOrder, ...words.filter((word) => !inOrder.includes(word))].join(' ');
}

/** The words that patterns name the beginnings of, as people write them. */
const ends: Readonly<Record<string, string>> = { create: 'created', change: 'changed', receive: 'received' };

/** What was meant as long as what was written: `mesage` is `message`, `recieved` is `received`. */
const wholeWord = (word: string, meant: string): string => (/d$/.test(word) ? (ends[meant] ?? meant) : meant);

/**
 * Why a name does not match a pattern of chat-domain §4.1, where it nearly does; null where it matches, or is a name of
 * something else.
 */
export function nearMiss(name: string, pattern: string): readonly Slip[] | null {
  if (isLike(name, pattern)) return null;
  const text = name.toLowerCase();
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const slips: Slip[] = [];
  for (const meant of pattern.split('%').filter((word) => word !== '')) {
    if (text.includes(meant)) continue;
    const [best = ''] = words.toSorted((a, b) => distanceTo(meant, a) - distanceTo(meant, b));
    if (distanceTo(meant, best) <= mostMistakes(meant)) slips.push({ kind: 'word', word: best, meant });
    else if (meant === 'bot') slips.push({ kind: 'missing', meant });
    else return null;
  }
  if (slips.length === 0) return [{ kind: 'order' }];
  return slips.length > 2 ? null : slips;
}
