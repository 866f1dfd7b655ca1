import type { Json } from '../engine/definition.ts';
import { saysWords } from './transcript/readable.ts';

/**
 * Whether a text has a match of a pattern somewhere in it. It is handed in: patterns come from files, so
 * they run on a matcher with a budget, never on the platform's RegExp (rulings 30).
 */
export type Matcher = (pattern: string, text: string) => boolean;

/**
 * Whether a value is as a pattern says. Objects compare by the fields that the pattern names, lists item
 * by item. `{ "contains": … }`, `{ "says": … }`, `{ "matches": … }` and `{ "not": … }` stand for a value of their kind.
 */
export function matches(actual: unknown, pattern: Json | undefined, matcher: Matcher): boolean {
  if (pattern === undefined) return true;
  if (typeof pattern !== 'object' || pattern === null) return actual === pattern;
  if (Array.isArray(pattern)) {
    const list: readonly Json[] = pattern;
    return (
      Array.isArray(actual) &&
      actual.length === list.length &&
      list.every((item, index) => matches(actual[index], item, matcher))
    );
  }
  const fields = pattern as { readonly [key: string]: Json };
  return operatorMatch(actual, fields, matcher) ?? fieldsMatch(actual, fields, matcher);
}

/** Whether each named field matches; dots in a name reach inside: `customer.email`. */
export function fieldsMatch(
  actual: unknown,
  fields: { readonly [field: string]: Json | undefined },
  matcher: Matcher,
): boolean {
  if (typeof actual !== 'object' || actual === null) return false;
  return Object.entries(fields).every(([path, pattern]) => matches(reach(actual, path), pattern, matcher));
}

/** The value at a path with dots; a field whose own name has dots comes first. */
export function reach(value: unknown, path: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Object.hasOwn(value, path)) return (value as Readonly<Record<string, unknown>>)[path];
  const dot = path.indexOf('.');
  if (dot < 0) return undefined;
  return reach(reach(value, path.slice(0, dot)), path.slice(dot + 1));
}

/** Null when the object is no operator but a plain pattern. */
function operatorMatch(
  actual: unknown,
  fields: { readonly [key: string]: Json },
  matcher: Matcher,
): boolean | null {
  const [key, ...more] = Object.keys(fields);
  if (key === undefined || more.length > 0) return null;
  const operand = fields[key] as Json;
  if (key === 'not') return !matches(actual, operand, matcher);
  if (key === 'contains') {
    if (Array.isArray(actual)) return actual.some((item) => matches(item, operand, matcher));
    return typeof actual === 'string' && typeof operand === 'string' && actual.includes(operand);
  }
  if (key === 'says') {
    return typeof actual === 'string' && typeof operand === 'string' && saysWords(actual, operand);
  }
  if (key === 'matches') {
    return typeof actual === 'string' && typeof operand === 'string' && matcher(operand, actual);
  }
  return null;
}
