import type { SuggestedStep } from '../../protocol/test-making.ts';

/** By the number of a step, which of its suggestions are ticked; steps that are not named have those that are by themselves. */
export type Ticks = ReadonlyMap<number, ReadonlySet<number>>;

export const ticksOf = (step: SuggestedStep, ticks: Ticks): ReadonlySet<number> =>
  ticks.get(step.step) ?? new Set(step.suggestions.flatMap(({ ticked }, index) => (ticked ? [index] : [])));

export function withTick(step: SuggestedStep, ticks: Ticks, index: number, on: boolean): Ticks {
  const now = new Set(ticksOf(step, ticks));
  if (on) now.add(index);
  else now.delete(index);
  return new Map(ticks).set(step.step, now);
}

/** All of some steps, none of them, or as they are suggested; what a step needs stays ticked. */
export function withAll(
  steps: readonly SuggestedStep[],
  ticks: Ticks,
  which: 'suggested' | 'all' | 'none',
): Ticks {
  const next = new Map(ticks);
  for (const { step, suggestions } of steps) {
    if (which === 'suggested') next.delete(step);
    else
      next.set(
        step,
        new Set(
          suggestions.flatMap(({ needed }, index) => (which === 'all' || needed === true ? [index] : [])),
        ),
      );
  }
  return next;
}

/** How many expectations there are, and in how many steps. */
export function countOf(
  steps: readonly SuggestedStep[],
  ticks: Ticks,
): { readonly expectations: number; readonly steps: number } {
  const sizes = steps.map((step) => ticksOf(step, ticks).size);
  return {
    expectations: sizes.reduce((sum, size) => sum + size, 0),
    steps: sizes.filter((size) => size > 0).length,
  };
}
