import type { Breach } from './judge.ts';
import { nearestPassing, type PassingOrder } from './nearest.ts';
import type { OrderRunner, Turn } from './run-orders.ts';
import { asInFile, brokenAt, scheduled, holds } from './turns.ts';

/** An order that breaks something, and an order of the same steps that does not, where there is one. */
export type Pair = { readonly failing: readonly Turn[]; readonly passing: PassingOrder };

/**
 * The shortest order that shows a breach, beside the nearest in which it does not show: what comes after the breach is left
 * out, and whatever else can be missing so that the one still breaks and the other still does not.
 */
export function shortened(runner: OrderRunner, turns: readonly Turn[], breach: Breach): Pair {
  let failing = cutOff(runner, turns, breach);
  let passing = nearestPassing(runner, failing, breach);
  const refused = refusedIn(runner, failing);
  const refusedBeside = passing === null ? refused : refusedIn(runner, passing.turns);
  /** Leaves so many steps out from a place on, if the one still breaks then and the other still does not. */
  const leavesOut = (place: number, count: number): boolean => {
    const fewer = failing.toSpliced(place, count);
    const left = new Set(failing.slice(place, place + count).map(({ step }) => step));
    const other = passing === null ? null : without(passing.turns, left, fewer);
    if (fewer.length === 0 || brokenAt(runner, fewer, breach) === undefined) return false;
    if (!isSubset(refusedIn(runner, fewer), refused)) return false;
    if (other !== null && !holds(runner, other, breach)) return false;
    if (other !== null && !isSubset(refusedIn(runner, other), refusedBeside)) return false;
    failing = fewer;
    passing = other === null ? null : { turns: other, swaps: passing?.swaps ?? 0 };
    return true;
  };
  // Many at once first: most of a long conversation has nothing to do with it.
  for (let count = Math.max(1, failing.length >> 1); ; count = Math.max(1, count >> 1)) {
    let isShorter = false;
    for (let place = failing.length - count; place >= 0; place -= count)
      isShorter = leavesOut(place, count) || isShorter;
    if (count === 1 && !isShorter) break;
  }
  return { failing, passing: passing === null ? null : nearestPassing(runner, failing, breach) };
}

/** The steps that are refused in an order: what is left out must not make another one impossible. */
const refusedIn = (runner: OrderRunner, turns: readonly Turn[]): ReadonlySet<number> =>
  new Set(runner.run(turns).flatMap(({ step, refusal }) => (refusal === null ? [] : [step])));

const isSubset = (some: ReadonlySet<number>, all: ReadonlySet<number>): boolean =>
  [...some].every((step) => all.has(step));

/** A passing order without some steps, at the moments that are left. */
const without = (
  turns: readonly Turn[],
  left: ReadonlySet<number>,
  moments: readonly Turn[],
): readonly Turn[] =>
  scheduled(
    turns.map(({ step }) => step).filter((step) => !left.has(step)),
    moments,
  );

/** Without what comes after the breach; all of it where the breach comes of what is not there yet. */
function cutOff(runner: OrderRunner, turns: readonly Turn[], breach: Breach): readonly Turn[] {
  const end = runner.run(turns).findIndex(({ breaches }) => breaches.some(({ key }) => key === breach.key));
  const cut = end < 0 ? turns : turns.slice(0, end + 1);
  return holds(runner, asInFile(cut), breach) || !holds(runner, asInFile(turns), breach) ? cut : turns;
}
