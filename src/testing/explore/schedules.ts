import { randomBits } from '../../engine/random.ts';
import { Scheduler, type SchedulableSteps, type Order } from './orders.ts';

/** A bug that shows only when so many inputs come in a certain order is looked for: 1, 2 and 3 in turn, later more. */
const depths = 3;
const deeperEvery = 50;

/**
 * Random orders by priorities (probabilistic concurrency testing: Burckhardt, Kothari, Musuvathi, Nagarakatte, 2010):
 * actors get random priorities, whoever has the highest goes first, and at a few random places whoever is about to act falls
 * behind all others. The same seed gives the same orders; the same order may come more than once.
 */
export function* randomOrders(steps: SchedulableSteps, seed: number): Generator<Order> {
  const { length } = steps;
  for (let run = 1; ; run++) {
    let draws = 0;
    const draw = (below: number): number => randomBits(seed, run, ++draws) % Math.max(1, below);
    const dealer = new Scheduler(steps);
    const depth = (run % (depths + Math.floor(run / deeperEvery))) + 1;
    const priority = shuffled(dealer.lanes.length, draw).map((rank) => rank + depth);
    const changes = new Map(Array.from({ length: depth - 1 }, (_, index) => [draw(length), index] as const));
    const order: number[] = [];
    const first = (choices: readonly number[]): number =>
      choices.reduce((a, b) =>
        (priority[dealer.laneOf(b)] ?? 0) > (priority[dealer.laneOf(a)] ?? 0) ? b : a,
      );
    while (order.length < length) {
      const choices = dealer.choices(order.length);
      const fallsTo = changes.get(order.length);
      const acting = dealer.laneOf(first(choices));
      if (fallsTo !== undefined && acting >= 0) priority[acting] = fallsTo;
      const next = first(choices);
      order.push(next);
      dealer.deal(next);
    }
    yield order;
  }
}

/** The numbers from 0 to `count` - 1 in a random order. */
function shuffled(count: number, draw: (below: number) => number): number[] {
  const numbers = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = draw(last + 1);
    [numbers[last], numbers[other]] = [numbers[other] ?? 0, numbers[last] ?? 0];
  }
  return numbers;
}
