import { isOfState, judgeState, type Breach } from './judge.ts';
import type { Order } from './orders.ts';
import { breaks, type OrderRunner, type Turn } from './run-orders.ts';

/** What does not hold at the end of these turns, if it is what a breach tells of: as it shows there. */
export function brokenAt(runner: OrderRunner, turns: readonly Turn[], breach: Breach): Breach | undefined {
  const frames = runner.run(turns);
  const last = frames.at(-1);
  if (last === undefined) return undefined;
  const found = last.breaches.find(({ key }) => key === breach.key);
  if (found !== undefined || frames.length < turns.length) return found;
  // What the world looks like is judged after the same inputs: of fewer, it is asked here.
  if (breach.kind === 'builtIn' || breach.index < 0 || !isOfState(breach.expectation)) return undefined;
  return judgeState(runner.plan, last, breach.step - 1, runner.matcher).find(({ key }) => key === breach.key);
}

/** Whether nothing breaks in these turns. */
export const holds = (runner: OrderRunner, turns: readonly Turn[], breach: Breach): boolean =>
  brokenAt(runner, turns, breach) === undefined && !breaks(runner.run(turns).at(-1));

/** The same turns in the order of the file, at the same moments. */
export function asInFile(turns: readonly Turn[]): readonly Turn[] {
  const steps = turns.map(({ step }) => step).sort((a, b) => a - b);
  return scheduled(steps, turns);
}

/** These steps at the moments of other turns. */
export const scheduled = (steps: Order, turns: readonly Turn[]): readonly Turn[] =>
  steps.map((step, index) => ({ step, at: turns[index]?.at ?? 0 }));
