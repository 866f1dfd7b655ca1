/** The patterns for a matcher (`{ "matches": … }`) that stand in an expectation, wherever they stand. */
export function patternsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(patternsIn);
  return Object.entries(value).flatMap(([key, item]) =>
    key === 'matches' && typeof item === 'string' ? [item] : patternsIn(item),
  );
}
