import type { Diagnostic, Span } from '../diagnostic.ts';
import type { Expression, Name } from '../syntax/ast.ts';
import { isBare } from '../analysis/assigned-instead.ts';
import type { CheckContext } from '../analysis/check-context.ts';
import { checkValue } from '../analysis/check-expression.ts';
import type { BoundExpression } from '../analysis/types/bound-tree.ts';
import { isUnknown, rankOf, type Type } from '../analysis/types/types.ts';

/* What other languages do to types, written as it is done here. */

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
function converted(written: string, node: Expression, from: Type, to: string): string | undefined {
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
  (written.startsWith('(') && node.kind !== 'step' && !(node.kind === 'chain' && isBare(node)));

/** What stands between parentheses of its own. */
const unwrapped = (written: string): string => {
  const inside = /^\(([^()]*)\)$/.exec(written)?.[1];
  return inside ?? written;
};

/** `(Integer) x` and `x as Integer` */
export type Cast = {
  readonly type: string;
  readonly word: Name;
  readonly operand: Expression;
  readonly span: Span;
};

export function checkCast(context: CheckContext, node: Cast): BoundExpression {
  const { word, operand, span } = node;
  const { type: from } = checkValue(context, operand);
  const type = context.library.basic(node.type);
  const written = context.textOf(operand.span);
  const behind = word.text === 'as';
  // Behind a sum, `as` may have been meant for all of it or for its last part.
  const unsure = isUnknown(from) || (behind && operand.kind === 'chain' && isBare(operand));
  const text = unsure ? undefined : converted(written, operand, from, node.type);
  const here = behind ? 'CRMScript has no "as".' : `CRMScript has no "${word.text}" before a value.`;
  const general = behind
    ? 'Write the conversion behind the value, such as .toString().'
    : 'Write a conversion behind it, such as .toString(), .toInteger() or .round().';
  const message = `${here} ${text === undefined ? general : `Write ${text}.`}`;
  const fix = text === undefined ? undefined : change(span, `Write ${text}`, text);
  context.problems.error('not-crmscript', message, word.span, fix);
  return { kind: 'nothing', type };
}

const change = ({ start, end }: Span, label: string, text: string): Diagnostic['fix'] => ({
  label,
  start,
  end,
  text,
});

/** `Hello ${name}`, in pieces: texts as they are written here, and expressions. */
export type Interpolation = {
  readonly parts: readonly (string | Expression)[];
  readonly readable: boolean;
  readonly grouped: boolean;
  readonly span: Span;
};

export function checkInterpolation(context: CheckContext, node: Interpolation): BoundExpression {
  const { parts, readable, grouped, span } = node;
  const texts = parts.map((part) => (typeof part === 'string' ? part : textOf(context, part)));
  const joined = texts.includes(undefined) || !readable ? undefined : texts.join(' + ');
  const several = grouped && texts.length > 1;
  const text = joined === undefined || !several ? joined : `(${joined})`;
  const advice =
    text === undefined || /[\r\n]/.test(text)
      ? 'Write "text " + value.toString() + " text".'
      : `Write ${text}.`;
  const fix = text === undefined ? undefined : change(span, 'Join the texts with +', text);
  context.problems.error(
    'not-crmscript',
    `CRMScript puts no values into a text by itself. ${advice}`,
    span,
    fix,
  );
  return { kind: 'nothing', type: context.type('String') };
}

/** A value as a text that can be joined. */
function textOf(context: CheckContext, part: Expression): string | undefined {
  const { type } = checkValue(context, part);
  const written = context.textOf(part.span);
  if (isUnknown(type)) return undefined;
  if (part.kind === 'integer' && rankOf(type) === 1) return `"${written}"`;
  return converted(written, part, type, 'String');
}
