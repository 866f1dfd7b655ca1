import { chanceOf } from './chance.ts';

/** How customers come: so many a minute, evenly or in a wave that is highest in the middle of its minutes. */
export type Arrivals = {
  readonly perMinute: number;
  readonly curve: 'even' | 'wave';
  /** How long a wave takes, in minutes. */
  readonly minutes: number;
};

/**
 * When each of so many customers comes, in milliseconds since the first could: the time between two is drawn as it is between people
 * who know nothing of each other. More customers come after those that there were, and change nothing for them.
 */
export function arrivalsOf(seed: number, count: number, arrivals: Arrivals): readonly number[] {
  const times: number[] = [];
  let at = 0;
  for (let number = 1; number <= count; number++) {
    const apart = -Math.log(1 - chanceOf(seed, number, 0).number());
    at += (apart * 60_000) / Math.max(0.01, rateAt(at, arrivals));
    times.push(Math.round(at));
  }
  return times;
}

/** How many a minute come at a moment: in a wave from a quarter of the mean up to more than its double, and down again. */
function rateAt(at: number, { perMinute, curve, minutes }: Arrivals): number {
  if (curve === 'even') return perMinute;
  const part = Math.min(1, at / (minutes * 60_000));
  return perMinute * (0.25 + 2 * Math.sin(Math.PI * part) ** 2);
}
