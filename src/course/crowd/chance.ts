import { randomBits } from '../../engine/random.ts';

/** What a puppet draws at one of its turns. */
export type Chance = {
  /** From 0 up to, not including, 1. */
  number(): number;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  /** One of them; undefined where there is none. */
  pick<T>(of: readonly T[]): T | undefined;
  /** Happens so many times out of a hundred. */
  happens(percent: number): boolean;
};

/**
 * The chance of one puppet at one of its turns. It comes of the crowd's seed, the puppet's number and the turn alone, so that what
 * one puppet draws is the same however many others there are and however fast the clock runs.
 */
export function chanceOf(seed: number, puppet: number, turn: number): Chance {
  const own = randomBits(seed, puppet, 0);
  let draws = 0;
  const number = (): number => randomBits(own, turn, draws++) / 2 ** 32;
  const whole = (from: number, to: number): number => from + Math.floor(number() * (to - from + 1));
  return {
    number,
    whole,
    pick: (of) => of[whole(0, of.length - 1)],
    happens: (percent) => number() * 100 < percent,
  };
}
