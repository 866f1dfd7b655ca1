import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allOrders,
  blocksOf,
  countOrders,
  swapsBetween,
  type SchedulableSteps,
  type Order,
} from '../../../src/testing/explore/orders.ts';
import { randomOrders } from '../../../src/testing/explore/schedules.ts';

type Made = { readonly actor: number; readonly pause: number; readonly isPinned: boolean };

/** Steps at their moments, with a window of 10. */
function dealable(made: readonly Made[]): {
  readonly steps: SchedulableSteps;
  readonly moments: readonly number[];
} {
  let at = 0;
  const moments = made.map(({ pause }) => (at += pause));
  const steps = made.map(({ actor, isPinned }, index) => ({
    actor: String(actor),
    isPinned,
    after: moments.filter((moment) => (moments[index] ?? 0) - moment > 10).length,
  }));
  return { steps, moments };
}

const step = fc.record({
  actor: fc.nat(3),
  pause: fc.constantFrom(0, 0, 3, 8, 12),
  isPinned: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});
const few = fc.array(step, { minLength: 1, maxLength: 6 });
const many = fc.array(step, { minLength: 1, maxLength: 24 });

/** All orders of so many things. */
function permutations(count: number): Order[] {
  if (count === 0) return [[]];
  return permutations(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, place) => order.toSpliced(place, 0, count - 1)),
  );
}

/** As scenario.md says it: each actor keeps its own order, and what lies more than the window apart keeps its order too. */
function isLegal(order: Order, made: readonly Made[], moments: readonly number[]): boolean {
  return order.every((one, place) => {
    if (made[one]?.isPinned === true && one !== place) return false;
    return order.slice(place + 1).every((later) => {
      if (later > one || made[one]?.isPinned === true || made[later]?.isPinned === true) return true;
      const isFar = (moments[one] ?? 0) - (moments[later] ?? 0) > 10;
      return made[one]?.actor !== made[later]?.actor && !isFar;
    });
  });
}

describe('the orders of some steps', () => {
  it('are all that keep each actor’s order and the window, each once, that of the file first', () => {
    fc.assert(
      fc.property(few, (made) => {
        const { steps, moments } = dealable(made);
        const orders = [...allOrders(steps)];

        const texts = orders.map((order) => order.join());
        const wanted = permutations(made.length).filter((order) => isLegal(order, made, moments));
        expect(new Set(texts).size).toBe(orders.length);
        expect(texts.toSorted()).toEqual(wanted.map((order) => order.join()).toSorted());
        expect(orders[0]).toEqual(made.map((_, index) => index));
        expect(countOrders(steps)).toBe(orders.length);
      }),
      { numRuns: 300 },
    );
  });

  it('are counted as far as they can be', () => {
    const together = (actors: number, each: number) =>
      Array.from({ length: actors * each }, (_, index) => ({
        actor: String(index % actors),
        after: 0,
        isPinned: false,
      }));

    expect(countOrders(together(8, 1))).toBe(40_320);
    expect(countOrders(together(2, 10))).toBe(184_756);
    expect(countOrders(together(20, 2))).toBeNull();
  });

  it('are counted block by block', () => {
    const made = Array.from({ length: 40 }, (_, index) => ({
      actor: index % 2,
      pause: index % 2 === 0 ? 12 : 0,
      isPinned: false,
    }));
    const { steps } = dealable(made);

    expect(blocksOf(steps)).toHaveLength(20);
    expect(countOrders(steps)).toBe(2 ** 20);
  });
});

describe('random orders', () => {
  const take = (steps: SchedulableSteps, seed: number, count: number): Order[] => {
    const orders = randomOrders(steps, seed);
    return Array.from({ length: count }, () => orders.next().value as Order);
  };

  it('keep each actor’s order and the window', () => {
    fc.assert(
      fc.property(many, fc.nat(), (made, seed) => {
        const { steps, moments } = dealable(made);
        for (const order of take(steps, seed, 12)) {
          expect(order.toSorted((a, b) => a - b)).toEqual(made.map((_, index) => index));
          expect(isLegal(order, made, moments)).toBe(true);
        }
      }),
    );
  });

  it('are the same for the same seed, and others for another one', () => {
    const { steps } = dealable(
      Array.from({ length: 20 }, (_, index) => ({ actor: index % 4, pause: 0, isPinned: false })),
    );

    expect(take(steps, 7, 50)).toEqual(take(steps, 7, 50));
    expect(take(steps, 7, 50)).not.toEqual(take(steps, 8, 50));
    expect(new Set(take(steps, 7, 50).map((order) => order.join())).size).toBeGreaterThan(25);
  });
});

describe('the distance of two orders', () => {
  it('is the fewest swaps of neighbours that lead from one to the other', () => {
    expect(swapsBetween([0, 1, 2, 3], [0, 1, 2, 3])).toBe(0);
    expect(swapsBetween([1, 0, 2, 3], [0, 1, 2, 3])).toBe(1);
    expect(swapsBetween([3, 2, 1, 0], [0, 1, 2, 3])).toBe(6);
  });
});
