import {
  allOrders,
  blocksOf,
  countOrders,
  onlyBlock,
  sizeOf,
  type SchedulableSteps,
  type Order,
} from './orders.ts';
import { randomOrders } from './schedules.ts';

/** Every order of so many concurrent inputs is tried. */
const wholeUpTo = 8;
/** There are 40,320 orders of eight inputs. */
const mostOfWhole = 50_000;
const mostAtRandom = 1000;
/** So often a new random order is looked for, for each that is wanted. */
const triesEach = 20;
/** So many random orders are put in order at a time, so that neighbours share long beginnings. */
const atATime = 512;

/**
 * All orders, where they are not too many: they come so that neighbours share long beginnings. Else all of each run of up to
 * eight concurrent inputs, the others as in the file, and random ones from the seed. `count` is the most that come.
 */
export function ordersToTry(
  steps: SchedulableSteps,
  there: number | null,
  { runs, seed }: { readonly runs: number | undefined; readonly seed: number },
): { readonly orders: Iterator<Order>; readonly count: number } {
  const blocks = blocksOf(steps).filter((block) => sizeOf(steps, block) > 1);
  const small = blocks.filter((block) => sizeOf(steps, block) <= wholeUpTo);
  const most = runs ?? (small.length === blocks.length ? mostOfWhole : mostAtRandom);
  if (there !== null && there <= most) return { orders: allOrders(steps), count: there };
  const whole: SchedulableSteps[] = [];
  let ofBlocks = 0;
  for (const block of small) {
    const only = onlyBlock(steps, block);
    const count = countOrders(only) ?? Number.POSITIVE_INFINITY;
    if (ofBlocks + count > most) continue;
    ofBlocks += count;
    whole.push(only);
  }
  const count = Math.min(most, runs ?? ofBlocks + mostAtRandom);
  return { orders: chosenOrders(steps, whole, count, seed), count };
}

/** Each order once: all of these blocks, then random ones as long as there are new ones to be had. */
function* chosenOrders(
  steps: SchedulableSteps,
  whole: readonly SchedulableSteps[],
  count: number,
  seed: number,
): Generator<Order> {
  const seen = new Set<string>();
  const isNew = (order: Order): boolean => seen.size < seen.add(order.join()).size;
  for (const block of whole) for (const order of allOrders(block)) if (isNew(order)) yield order;
  const random = randomOrders(steps, seed);
  for (let tries = 0; seen.size < count && tries < triesEach * count;) {
    const some: Order[] = [];
    while (some.length < atATime && seen.size < count && ++tries < triesEach * count) {
      const next = random.next();
      if (next.done !== true && isNew(next.value)) some.push(next.value);
    }
    yield* some.sort(inTurn);
  }
}

function inTurn(one: Order, other: Order): number {
  const place = one.findIndex((step, index) => step !== other[index]);
  return place < 0 ? 0 : (one[place] ?? 0) - (other[place] ?? 0);
}
