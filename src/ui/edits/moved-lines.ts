import { diffLines } from 'diff';

/** Texts that differ in more lines than this are taken for two: finding the least difference costs the square of it. */
const mostEdits = 2000;

/** The last line is a line like the others. */
const ended = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);

/**
 * Where lines of a text are in another version of it, counted from 1, in the order in which they were asked for. A line that was changed is the one
 * that stands in its place, and one that was taken away the next that is left.
 */
export function movedLines(before: string, after: string, lines: readonly number[]): readonly number[] {
  if (before === after || lines.length === 0) return lines;
  const changes = diffLines(ended(before), ended(after), { maxEditLength: mostEdits });
  const last = ended(after).split('\n').length - 1;
  if (changes === undefined) return lines.map((line) => Math.min(line, last));
  const moved = new Map<number, number>();
  let [old, now] = [1, 1];
  for (let index = 0; index < changes.length; index += 1) {
    const { count = 0, added, removed } = changes[index] ?? {};
    if (added === true) {
      now += count;
      continue;
    }
    // What took the place of lines that were taken away is told behind them.
    const next = changes[index + 1];
    const inPlace = removed === true ? (next?.added === true ? next.count : 0) : count;
    for (let line = 0; line < count; line += 1)
      moved.set(old + line, now + Math.min(line, inPlace === 0 ? 0 : inPlace - 1));
    old += count;
    if (removed !== true) now += count;
  }
  return lines.map((line) => Math.max(1, Math.min(moved.get(line) ?? last, last)));
}
