import type { Diagnostic, Span } from '../diagnostic.ts';
import type { Problems } from '../syntax/problems.ts';

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

/** What is said of a name that nothing has, and the name that was meant where one is near. */
export type Unknown = { readonly message: string; readonly meant?: string };

export function unknown(message: string, written: string, candidates: Iterable<string>): Unknown {
  const meant = nearest(written, candidates);
  return meant === undefined ? { message } : { message: `${message} Did you mean "${meant}"?`, meant };
}

/** Reports it, with the change that writes the name that was meant. */
export function reportUnknown(
  problems: Problems,
  code: string,
  { message, meant }: Unknown,
  span: Span,
): void {
  const fix = meant === undefined ? undefined : replacement(span, meant);
  problems.error(code, message, span, fix);
}

const replacement = ({ start, end }: Span, text: string): Diagnostic['fix'] => ({
  label: `Write "${text}"`,
  start,
  end,
  text,
});
