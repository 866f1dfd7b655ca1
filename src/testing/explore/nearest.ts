import { type Order, swapsBetween } from './orders.ts';
import type { Plan } from './plan.ts';
import type { OrderRunner, Turn } from './run-orders.ts';
import type { Breach } from './judge.ts';
import { asInFile, scheduled, holds } from './turns.ts';

/** So many turns are taken at most to look around an order that fails. */
const mostTurns = 20_000;

/** Whether two steps that follow each other may change places. */
function mayChange({ steps }: Plan, one: number, next: number): boolean {
  const [a, b] = [steps[one], steps[next]];
  if (a === undefined || b === undefined || a.isPinned || b.isPinned || a.actor === b.actor) return false;
  return next < one || one >= b.after;
}

/** An order in which nothing breaks, and how many swaps of neighbours lead to it; null where none was found. */
export type PassingOrder = { readonly turns: readonly Turn[]; readonly swaps: number } | null;

/** The nearest order of the same steps, at the same moments, in which nothing breaks: by one swap of neighbours after the other. */
export function nearestPassing(runner: OrderRunner, failing: readonly Turn[], breach: Breach): PassingOrder {
  const first: Order = failing.map(({ step }) => step);
  const file = asInFile(failing);
  const known: PassingOrder = holds(runner, file, breach)
    ? { turns: file, swaps: swapsBetween(first, stepsOf(file)) }
    : null;
  const seen = new Set([first.join()]);
  let ring: readonly Order[] = [first];
  for (let swaps = 1; swaps < (known?.swaps ?? Number.POSITIVE_INFINITY) && ring.length > 0; swaps++) {
    if (seen.size * failing.length > mostTurns) break;
    ring = ring.flatMap((order) => neighbours(runner.plan, order)).filter((order) => isNew(seen, order));
    for (const order of ring) {
      if (seen.size * failing.length > 2 * mostTurns) break;
      const turns = scheduled(order, failing);
      if (holds(runner, turns, breach)) return { turns, swaps };
    }
  }
  return known;
}

const stepsOf = (turns: readonly Turn[]): Order => turns.map(({ step }) => step);

const neighbours = (plan: Plan, order: Order): readonly Order[] =>
  order.slice(1).flatMap((next, place) => {
    const one = order[place] ?? 0;
    return mayChange(plan, one, next) ? [order.toSpliced(place, 2, next, one)] : [];
  });

function isNew(seen: Set<string>, order: Order): boolean {
  const key = order.join();
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}
