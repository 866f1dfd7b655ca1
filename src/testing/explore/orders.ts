import type { PlannedStep } from './plan.ts';

/** The order in which steps are taken, each by its place in the file from 0. Every order has the steps' moments in turn. */
export type Order = readonly number[];

/** What of a plan decides which orders there are. */
export type SchedulableSteps = readonly Pick<PlannedStep, 'actor' | 'after' | 'isPinned'>[];

/**
 * Deals steps one after the other: each actor's in their own order, none before one that lies more than the window
 * before it, and movements of the clock at their own places.
 */
export class Scheduler {
  /** The steps of each actor. */
  readonly lanes: readonly (readonly number[])[];
  readonly #steps: SchedulableSteps;
  readonly #next: number[];
  readonly #laneOf: readonly number[];
  readonly #isDealt: boolean[];
  /** All steps before this one are dealt. */
  #lowest = 0;

  constructor(steps: SchedulableSteps) {
    const lanes = new Map<string, number[]>();
    for (const [index, { actor, isPinned }] of steps.entries())
      if (!isPinned) lanes.set(actor, [...(lanes.get(actor) ?? []), index]);
    const names = [...lanes.keys()];
    this.lanes = [...lanes.values()];
    this.#steps = steps;
    this.#next = this.lanes.map(() => 0);
    this.#laneOf = steps.map(({ actor, isPinned }) => (isPinned ? -1 : names.indexOf(actor)));
    this.#isDealt = steps.map(() => false);
  }

  /** What can come at a place, in the order of the file; never nothing while there is anything left. */
  choices(place: number): readonly number[] {
    if (this.#steps[place]?.isPinned === true) return [place];
    return this.lanes
      .flatMap((lane, index) => lane[this.#next[index] ?? 0] ?? [])
      .filter((step) => (this.#steps[step]?.after ?? 0) <= this.#lowest)
      .sort((a, b) => a - b);
  }

  /** Whose step it is, by its place in `lanes`; -1 is nobody's. */
  laneOf(step: number): number {
    return this.#laneOf[step] ?? -1;
  }

  deal(step: number): void {
    this.#move(step, 1);
    while (this.#isDealt[this.#lowest] === true) this.#lowest++;
  }

  takeBack(step: number): void {
    this.#move(step, -1);
    this.#lowest = Math.min(this.#lowest, step);
  }

  #move(step: number, by: 1 | -1): void {
    const lane = this.laneOf(step);
    if (lane >= 0) this.#next[lane] = (this.#next[lane] ?? 0) + by;
    this.#isDealt[step] = by > 0;
  }
}

/** Every order that there is, once, that of the file first: neighbours share long beginnings. */
export function* allOrders(steps: SchedulableSteps): Generator<Order> {
  const dealer = new Scheduler(steps);
  const order: number[] = [];
  /** At each place, what is still to be tried there, the next one last. */
  const left: number[][] = [];
  const { length } = steps;
  for (;;) {
    while (order.length < length) {
      const [first = 0, ...others] = dealer.choices(order.length);
      left.push(others.reverse());
      order.push(first);
      dealer.deal(first);
    }
    yield [...order];
    let next: number | undefined;
    while (next === undefined && order.length > 0) {
      dealer.takeBack(order.pop() ?? 0);
      next = left.at(-1)?.pop();
      if (next === undefined) left.pop();
    }
    if (next === undefined) return;
    order.push(next);
    dealer.deal(next);
  }
}

/** So many states of a block are looked at before its orders are called too many to be counted. */
const mostStates = 20_000;

/** How many orders there are; null when they are too many to be counted. */
export function countOrders(steps: SchedulableSteps): number | null {
  const product = blocksOf(steps).reduce((sum, { from, to }) => {
    const block = steps.slice(from, to).map((step) => ({ ...step, after: Math.max(0, step.after - from) }));
    return sum * countInBlock(block);
  }, 1);
  return Number.isSafeInteger(product) ? product : null;
}

/** The same for steps that are one block; not a number when they are too many. */
function countInBlock(steps: SchedulableSteps): number {
  const dealer = new Scheduler(steps);
  const known = new Map<string, number>();
  const isDealt = steps.map(() => 0);
  const count = (place: number): number => {
    if (place === steps.length) return 1;
    const key = isDealt.join('');
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= mostStates) return Number.NaN;
    let sum = 0;
    for (const step of dealer.choices(place)) {
      dealer.deal(step);
      isDealt[step] = 1;
      sum += count(place + 1);
      dealer.takeBack(step);
      isDealt[step] = 0;
      if (Number.isNaN(sum)) break;
    }
    known.set(key, sum);
    return sum;
  };
  return count(0);
}

/** Runs of steps of which each lies within the window of the one before it: steps of different blocks never change places. */
export function blocksOf(steps: SchedulableSteps): readonly { readonly from: number; readonly to: number }[] {
  const blocks: { from: number; to: number }[] = [];
  for (const [index, { after }] of steps.entries()) {
    const last = blocks.at(-1);
    if (last === undefined || after >= index) blocks.push({ from: index, to: index + 1 });
    else last.to = index + 1;
  }
  return blocks;
}

/** How many inputs of a block can change places. */
export const sizeOf = (
  steps: SchedulableSteps,
  { from, to }: { readonly from: number; readonly to: number },
): number => steps.slice(from, to).filter(({ isPinned }) => !isPinned).length;

/** The steps, of which only those of one block may change places. */
export const onlyBlock = (
  steps: SchedulableSteps,
  { from, to }: { readonly from: number; readonly to: number },
): SchedulableSteps =>
  steps.map((step, index) => (index >= from && index < to ? step : { ...step, after: index }));

/** How many pairs stand the other way round than in another order of the same steps: the fewest swaps of neighbours. */
export function swapsBetween(one: Order, other: Order): number {
  return swappedPairs(one, other).length;
}

/** The pairs of steps that stand the other way round in another order of the same steps. */
export function swappedPairs(one: Order, other: Order): readonly (readonly [number, number])[] {
  const place = new Map(other.map((step, index) => [step, index]));
  const pairs: (readonly [number, number])[] = [];
  for (const [index, a] of one.entries())
    for (const b of one.slice(index + 1)) if ((place.get(a) ?? 0) > (place.get(b) ?? 0)) pairs.push([a, b]);
  return pairs;
}
