import type { Debrief, Span } from './debrief.ts';

/** What is told of all chats together; null where nothing was measured. */
export type Totals = {
  readonly chats: number;
  /** In the middle of all, and the longest. */
  readonly firstAnswer: { readonly middle: number; readonly longest: Span } | null;
  readonly longestSilence: Span | null;
  readonly warnings: number;
  readonly missed: number;
  /** The mean of all stars that were given. */
  readonly rating: number | null;
};

export function totalsOf({ chats, warnings }: Pick<Debrief, 'chats' | 'warnings'>): Totals {
  const first = chats.flatMap(({ firstAnswer }) => firstAnswer ?? []);
  const longest = longestOf(first);
  const stars = chats.flatMap(({ rating }) => rating ?? []);
  return {
    chats: new Set(chats.map(({ session }) => session)).size,
    firstAnswer: longest === null ? null : { middle: median(first.map(({ ms }) => ms)), longest },
    longestSilence: longestOf(chats.flatMap(({ longestSilence }) => longestSilence ?? [])),
    warnings: warnings.length,
    missed: warnings.filter(({ missed }) => missed).length,
    rating: stars.length === 0 ? null : stars.reduce((sum, one) => sum + one, 0) / stars.length,
  };
}

const longestOf = (spans: readonly Span[]): Span | null =>
  spans.reduce<Span | null>((most, one) => (most === null || one.ms > most.ms ? one : most), null);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
