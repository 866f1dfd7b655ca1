/** The value below which `share` of the numbers lie, by the nearest rank. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  const value = sorted[rank - 1];
  if (value === undefined) throw new Error('There is nothing to take a percentile of.');
  return value;
}

/** What a table shows of samples, in their unit. */
export type Spread = { readonly median: number; readonly p95: number; readonly samples: number };

export const median = (numbers: readonly number[]): number => percentile(numbers, 0.5);

export const spread = (samples: readonly number[]): Spread => ({
  median: median(samples),
  p95: percentile(samples, 0.95),
  samples: samples.length,
});

/** Milliseconds that `work` took. Clocks in a page are coarse (0.1 ms): give it work for many of them. */
export function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** As `timed`, for work that waits. */
export async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
