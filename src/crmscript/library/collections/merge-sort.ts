import type { NativeContext } from '../../analysis/types/native.ts';

/** Whether one value comes after the other. It may run a script. */
export type IsAfter = (context: NativeContext, a: unknown, b: unknown) => boolean;

/**
 * The values in order; those that are equal stay as they were. The host's own sort compares in ways that change from one
 * release to the next: here the same comparisons are made in the same order everywhere, so that they cost the same and a
 * hook that prints prints the same.
 */
export function mergeSort(
  context: NativeContext,
  values: readonly unknown[],
  isAfter: IsAfter,
): readonly unknown[] {
  context.charge(16 + 16 * values.length);
  const lists: [unknown[], unknown[]] = [[...values], [...values]];
  return context.hold(lists, () => {
    for (let width = 1; width < values.length; width *= 2) {
      for (let start = 0; start < values.length; start += 2 * width)
        merge(context, lists, start, width, isAfter);
      lists.reverse();
    }
    return lists[0];
  });
}

/** Merges two neighbouring runs of the first list into the second one. */
function merge(
  context: NativeContext,
  [from, to]: readonly [readonly unknown[], unknown[]],
  start: number,
  width: number,
  isAfter: IsAfter,
): void {
  const middle = Math.min(start + width, from.length);
  const end = Math.min(start + 2 * width, from.length);
  let left = start;
  let right = middle;
  for (let at = start; at < end; at++) {
    const both = left < middle && right < end;
    if (both) context.work(8);
    const takesRight = both ? isAfter(context, from[left], from[right]) : left >= middle;
    to[at] = takesRight ? from[right++] : from[left++];
  }
}
