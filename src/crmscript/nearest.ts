/**
 * The candidate nearest to what was written, if it is near enough to be meant. Same letters in another case win; what
 * goes on where a long name ends is nearer than what has two other letters.
 */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  const lower = written.toLowerCase();
  let best: string | undefined;
  let bestDistance = mostMistakes(written.length);
  for (const candidate of candidates) {
    if (candidate === written) continue;
    const length = candidate.length - written.length;
    const begins = written.length >= 8 && bestDistance > 1 && length > 0;
    if (Math.abs(length) > bestDistance && !begins) continue;
    const other = candidate.toLowerCase();
    if (other === lower) return candidate;
    if (begins && other.startsWith(lower)) {
      best = candidate;
      bestDistance = 1;
      continue;
    }
    if (Math.abs(length) > bestDistance) continue;
    const far = isJumbled(lower, other) ? 1 : distance(lower, other, bestDistance);
    if (far < bestDistance || (far === bestDistance && best === undefined)) {
      best = candidate;
      bestDistance = far;
    }
  }
  return best;
}

/** One letter is near every other one: only its case can be a mistake. */
const mostMistakes = (length: number): number =>
  length < 2 ? 0 : Math.max(1, Math.min(3, Math.floor(length / 3)));

const sorted = (text: string): string => Array.from(text).sort().join('');

/** The same letters in another order: `brake` for `break`. */
const isJumbled = (a: string, b: string): boolean =>
  a.length === b.length &&
  a.length > 3 &&
  a.length <= longest &&
  a.charAt(0) === b.charAt(0) &&
  sorted(a) === sorted(b);

/** Longer names are nobody's mistake. */
const longest = 64;

/**
 * How many letters must be put in, left out, changed, or swapped with the next one; more than `most` where that is
 * more. Only what can stay within `most` is looked at, so names that have little in common are told after a few letters.
 */
function distance(a: string, b: string, most: number): number {
  if (a.length > longest || b.length > longest) return most + 1;
  const out = most + 1;
  let before: number[] = [];
  let row = Array.from({ length: Math.min(b.length, most) + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next: number[] = [i];
    let least = Math.min(i, out);
    for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j++) {
      const change = (row[j - 1] ?? out) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (before[j - 2] ?? out) + 1 : out;
      const cell = Math.min(change, swap, (row[j] ?? out) + 1, (next[j - 1] ?? out) + 1);
      next[j] = cell;
      if (cell < least) least = cell;
    }
    if (least > most) return out;
    before = row;
    row = next;
  }
  return row[b.length] ?? out;
}
