import type { Chance } from './chance.ts';
import type { Traits } from './persona.ts';

/** How long it takes to read a text, in milliseconds: some 240 words a minute, and a second to find it. */
export const readingTime = (text: string): number => 1000 + wordsIn(text) * 250;

/** How long it takes to type a text, in milliseconds. */
export const typingTime = (text: string, { speed }: Pick<Traits, 'speed'>): number =>
  Math.round((wordsIn(text) * 60_000) / Math.max(1, speed));

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

/** What comes of a text when this one types it: the messages that it sends. */
export function typed(text: string, traits: Traits, chance: Chance): readonly string[] {
  const parts = traits.piecemeal ? sentences(text) : [text];
  return parts.map((part) => (traits.angry ? shouted : unchanged)(mistyped(part, traits.typos, chance)));
}

const sentences = (text: string): readonly string[] =>
  (text.match(/[^.!?]+[.!?]*/g) ?? [text]).map((part) => part.trim()).filter((part) => part !== '');

const unchanged = (text: string): string => text;
const shouted = (text: string): string => `${text.toUpperCase().replace(/[.!]+$/, '')}!!`;

/** Two letters of a word change places, or one is missing. Short words and those with a digit stay: numbers are what one looks at. */
function mistyped(text: string, percent: number, chance: Chance): string {
  return text
    .split(/(\s+)/)
    .map((word) => (/^\p{L}{4,}/u.test(word) && chance.happens(percent) ? slip(word, chance) : word))
    .join('');
}

function slip(word: string, chance: Chance): string {
  const letters = word.match(/\P{M}\p{M}*/gu) ?? [];
  const at = chance.whole(1, letters.length - 2);
  if (chance.happens(50)) letters.splice(at, 1);
  else letters.splice(at, 2, letters[at + 1] ?? '', letters[at] ?? '');
  return letters.join('');
}
