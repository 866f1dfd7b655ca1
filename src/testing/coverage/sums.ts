/** The sum of two lists of counted things: those with one key are added, and all stand in the order of their keys. */
export function sumBy<T>(
  list: readonly T[],
  keyOf: (item: T) => string,
  add: (one: T, other: T) => T,
): readonly T[] {
  const sums = new Map<string, T>();
  for (const item of list) {
    const key = keyOf(item);
    const known = sums.get(key);
    sums.set(key, known === undefined ? item : add(known, item));
  }
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

/** Texts as one key, such that no two lists of texts have the same. */
export const keyFrom = (...texts: readonly string[]): string => JSON.stringify(texts);
