import type { KeyValueStorage } from '../browser-storage.ts';

const key = 'rehearsal.tour';

/** How the tour stands in this browser: never offered; at one of its stops, from 0; or over, so that nobody is asked again. */
export type KeptTour = 'new' | number | 'over';

export function readTour(keeper: KeyValueStorage | null): KeptTour {
  const kept = keeper?.getItem(key) ?? null;
  if (kept === null) return 'new';
  return /^\d$/.test(kept) ? Number(kept) : 'over';
}

export function keepTour(keeper: KeyValueStorage | null, at: Exclude<KeptTour, 'new'>): void {
  try {
    keeper?.setItem(key, String(at));
  } catch {
    // Then it is offered once more.
  }
}
