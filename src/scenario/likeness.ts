import type { Json } from '../engine/definition.ts';
import { editDistance } from '../engine/edit-distance.ts';

/* How near two words or texts are to each other, to name the one that was meant. */

/** The known word that differs from `word` in the fewest letters, if it is near at all. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: { readonly word: string; readonly distance: number } | undefined;
  for (const candidate of known) {
    const distance = editDistance(word.slice(0, 64).toLowerCase(), candidate.slice(0, 64).toLowerCase());
    if (best === undefined || distance < best.distance) best = { word: candidate, distance };
  }
  return best !== undefined && best.distance <= mostMistakes(word.length) ? best.word : undefined;
}

/** Of a word of three letters one can be wrong, of the usual ones two. */
const mostMistakes = (length: number): number => Math.max(1, Math.min(2, length - 2), length / 4);

/** So much of a text is compared. */
const compared = 500;

/**
 * From 0 to just below 1: how much a value that is not as expected is like it. Texts are alike by the pairs of letters that
 * they share; of `contains` it counts how much of it is there. Other values are not alike.
 */
export function likeness(actual: unknown, expected: Json | undefined): number {
  const part =
    typeof expected === 'object' && expected !== null && 'contains' in expected
      ? expected.contains
      : undefined;
  const wanted = part ?? expected;
  if (typeof actual !== 'string' || typeof wanted !== 'string') return 0;
  const [given, sought] = [pairs(actual), pairs(wanted)];
  let shared = 0;
  for (const pair of sought) if (given.has(pair)) shared += 1;
  const all = part === undefined ? given.size + sought.size - shared : sought.size;
  return all === 0 ? 0 : (0.99 * shared) / all;
}

function pairs(text: string): ReadonlySet<string> {
  const lower = ` ${text.slice(0, compared).toLowerCase()} `;
  return new Set(Array.from({ length: lower.length - 1 }, (_, index) => lower.slice(index, index + 2)));
}
