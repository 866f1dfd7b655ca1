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
    if (candidate.toLowerCase() === lower) return candidate;
    if (written.length >= 8 && bestDistance > 1 && candidate.toLowerCase().startsWith(lower)) {
      best = candidate;
      bestDistance = 1;
      continue;
    }
    if (Math.abs(candidate.length - written.length) > bestDistance) continue;
    const far = isJumbled(lower, candidate.toLowerCase()) ? 1 : distance(lower, candidate.toLowerCase());
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
  a.length === b.length && a.length > 3 && a.charAt(0) === b.charAt(0) && sorted(a) === sorted(b);

/**
 * How many letters must be put in, left out, changed, or swapped with the next one. Names are short, so
 * quadratic is cheap.
 */
function distance(a: string, b: string): number {
  if (a.length > 64 || b.length > 64) return 99;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (before[j - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min(change, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 99;
}
