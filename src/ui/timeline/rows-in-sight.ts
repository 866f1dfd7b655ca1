/** Where the rows of a list begin, one behind the other, in pixels from the first; the start of row `count` is the length of the list. */
export type RowStarts = { readonly count: number; readonly of: (index: number) => number };

/** The first and the last of some rows. */
export type RowRange = { readonly first: number; readonly last: number };

/** Where rows begin that are all as high, or each as high as it tells by its place. */
export function rowStarts(count: number, height: number | ((index: number) => number)): RowStarts {
  if (typeof height === 'number') return { count, of: (index) => index * height };
  const starts = new Float64Array(count + 1);
  for (let index = 0; index < count; index += 1) starts[index + 1] = (starts[index] ?? 0) + height(index);
  return { count, of: (index) => starts[index] ?? 0 };
}

/**
 * Which rows can be seen through a room of some pixels that begins at `from`, and `overscan` more on either side; null
 * where there is no row or no room. Past the end, as when the list has just become shorter, it is the last rows.
 */
export function rowsInSight(
  { count, of }: RowStarts,
  from: number,
  room: number,
  overscan: number,
): RowRange | null {
  if (count === 0 || room <= 0) return null;
  const top = Math.max(0, Math.min(from, of(count) - room));
  const first = lastWhere(count, (index) => of(index) <= top);
  const last = lastWhere(count, (index) => of(index) < top + room);
  return { first: Math.max(0, first - overscan), last: Math.min(count - 1, last + overscan) };
}

/** The last row of which something is true that is true of all before it; the first row where it is true of none. */
function lastWhere(count: number, isTrue: (index: number) => boolean): number {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isTrue(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
