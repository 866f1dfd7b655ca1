import { isLikeText } from './text-pattern.ts';

/** Deeper than this nothing is compared: no request that a person wrote is. */
const deepest = 64;

/** What a text says as JSON; undefined where it is none. */
export function readJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/**
 * Whether a value holds what a pattern holds: of an object the fields that the pattern names, of a list each element in its
 * place, of a text the same one, where `*` is any run of characters.
 */
export function jsonHolds(value: unknown, pattern: unknown, depth = 0): boolean {
  if (depth > deepest) return false;
  if (typeof pattern === 'string') return typeof value === 'string' && isLikeText(value, pattern);
  if (typeof pattern !== 'object' || pattern === null) return value === pattern;
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(pattern))
    return (
      Array.isArray(value) &&
      value.length === pattern.length &&
      pattern.every((item, index) => jsonHolds(value[index], item, depth + 1))
    );
  if (Array.isArray(value)) return false;
  return Object.entries(pattern).every(
    ([key, item]) =>
      Object.hasOwn(value, key) &&
      jsonHolds((value as Readonly<Record<string, unknown>>)[key], item, depth + 1),
  );
}
