import { isBare } from '../analysis/assigned-instead.ts';
import type { Type } from '../analysis/types/types.ts';
import type { Expression } from '../syntax/ast.ts';

/* What turns values into values of other types. */

/** Texts of calls behind a value, or around it as `Type(…)`. */
const conversions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Integer: { String: '.toString()', Bool: '.toBool()', Float: 'Float', Long: 'Long', Byte: 'Byte' },
  Long: { String: '.toString()', Float: 'Float', Integer: '.getLowInteger()' },
  Bool: { String: '.toString()', Integer: '.toInteger()' },
  Byte: { String: '.toString()', Integer: '.toInteger()', Bool: '.toBool()' },
  Date: { String: '.toString()' },
  Time: { String: '.toString()' },
  DateTime: { String: '.toString()', Date: '.getDate()', Time: '.getTime()' },
  String: Object.fromEntries(
    ['Integer', 'Long', 'Float', 'Bool', 'Date', 'Time', 'DateTime'].map((to) => [to, `.to${to}()`]),
  ),
};

/** What turns the written value into another type: the text, or undefined where no one call says the same. */
export function converted(written: string, node: Expression, from: Type, to: string): string | undefined {
  if (from.name === to) return written;
  if (from.name === 'Date' && to === 'DateTime') return `DateTime(${written}.toString())`;
  if (from.name === 'Generic') return `GenericTo${to}(${unwrapped(written)})`;
  const call = conversions[from.name]?.[to];
  if (call === undefined || written === '') return undefined;
  if (!call.startsWith('.')) return `${call}(${unwrapped(written)})`;
  return (isWhole(node, written) ? written : `(${written})`) + call;
}

/** A call can stand behind it as it is. */
const isWhole = (node: Expression, written: string): boolean =>
  ['name', 'member', 'index', 'call', 'methodCall', 'string'].includes(node.kind) ||
  (written.startsWith('(') && node.kind !== 'increment' && !(node.kind === 'chain' && isBare(node)));

/** What stands between parentheses of its own. */
const unwrapped = (written: string): string => {
  const inside = /^\(([^()]*)\)$/.exec(written)?.[1];
  return inside ?? written;
};
