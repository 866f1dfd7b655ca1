import type { Bookmark, StepMark } from '../../protocol/engine-api.ts';

/** How many steps are over after event `seq`: the place of the first one that is not. */
export function stepsUpTo(marks: readonly StepMark[], seq: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.seq ?? Infinity) <= seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The event at which the step before or after event `seq` ends; 0 is the start, `Infinity` lies after the last. */
export function markAt(marks: readonly StepMark[], seq: number, by: 1 | -1): number {
  const over = stepsUpTo(marks, seq);
  if (by === 1) return marks[over]?.seq ?? Infinity;
  const isWithin = (marks[over - 1]?.seq ?? 0) < seq;
  return isWithin ? (marks[over - 1]?.seq ?? 0) : (marks[over - 2]?.seq ?? 0);
}

/** The event that a bookmark stands at: the one it names, else the last of its step; undefined while that is not known. */
export const momentOf = ({ step, event }: Bookmark, marks: readonly StepMark[]): number | undefined =>
  event ?? marks.findLast((mark) => mark.step <= step)?.seq;
