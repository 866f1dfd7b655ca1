import type { Expectation } from '../scenario/format.ts';

/** The same text for the same expectation, whatever the order of its fields. */
export const keyOf = (expectation: Expectation): string => JSON.stringify(sorted(expectation));

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const fields = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]),
  );
}
