/** The candidate nearest to what was written, if it is near enough to be meant; same letters in another case win. */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  const lower = written.toLowerCase();
  let best: string | undefined;
  let bestDistance = written.length < 3 ? 1 : Math.max(1, Math.min(3, Math.floor(written.length / 3)));
  for (const candidate of candidates) {
    if (candidate === written) continue;
    if (candidate.toLowerCase() === lower) return candidate;
    if (Math.abs(candidate.length - written.length) > bestDistance) continue;
    const far = distance(lower, candidate.toLowerCase());
    if (far < bestDistance || (far === bestDistance && best === undefined)) {
      best = candidate;
      bestDistance = far;
    }
  }
  return best;
}

/** How many letters must be put in, left out or changed. Names are short, so quadratic is cheap. */
function distance(a: string, b: string): number {
  if (a.length > 64 || b.length > 64) return 99;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 99;
}

/** ` Did you mean "x"?`, or nothing. */
export const didYouMean = (written: string, candidates: Iterable<string>): string => {
  const found = nearest(written, candidates);
  return found === undefined ? '' : ` Did you mean "${found}"?`;
};
