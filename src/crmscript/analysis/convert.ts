import type { Diagnostic, Span } from '../diagnostic.ts';
import type { CheckContext } from './check-context.ts';
import { otherwise } from './hints/divided-pages.ts';
import type { BoundExpression } from './types/bound-tree.ts';
import { conversionCost, isSame, isUnknown, rankOf, type Type } from './types/types.ts';

/** `code` as a `to`; where that cannot be, says why. `purpose` ends the sentence: `to a variable of type Integer`. */
export function convert(
  context: CheckContext,
  code: BoundExpression,
  to: Type,
  span: Span,
  purpose: string,
): BoundExpression {
  if (isUnknown(code.type) || isUnknown(to)) return code;
  const cost = conversionCost(code.type, to);
  if (cost === undefined) {
    const divided = otherwise(context, code, span, ({ type }) => conversionCost(type, to) !== undefined);
    if (divided !== undefined) return widen(divided, to);
    const message = `Cannot give ${article(code.type)} ${purpose}.${advice(code.type, to)}`;
    const params = { wanted: to.name, given: code.type.name };
    context.problems.error('type-mismatch', message, span, mend(context, code, to, span), params);
    return { kind: 'nothing', type: to };
  }
  if (cost === 4 && to.name === 'Byte') {
    context.problems.hint(
      'byte-conversion',
      'Only the lowest eight bits of the number are kept. Write Byte(…) to say so.',
      span,
    );
  }
  return widen(code, to);
}

/** `code` as a `to`, which it can be taken for. */
export const widen = (code: BoundExpression, to: Type): BoundExpression =>
  isSame(code.type, to) || isUnknown(code.type) || isUnknown(to)
    ? code
    : { kind: 'convert', type: to, operand: code };

/** Names are read as words, or letter by letter: an Integer, a User, an XMLNode, an NSStream. */
const spokenVowel = /^(?:[AEIO]|U(?!ser)|FH|HTTP|NS|XML)/;

export const article = (type: Type): string => {
  if (type.kind === 'void') return 'nothing (Void)';
  return `${spokenVowel.test(type.name) ? 'an' : 'a'} ${type.name}`;
};

/** How to turn a `from` into a `to`. */
export function advice(from: Type, to: Type): string {
  if (from.kind === 'void') return ' The function returns nothing.';
  if (from.name === 'Float' && to.name === 'String') {
    return ' Write .toString(2) after the number, with the number of decimals.';
  }
  if (from.name === 'Float' && to.name === 'Integer') return ' Write .round() or .floor() after it.';
  if (from.name === 'Date' && to.name === 'DateTime') return ' Write DateTime(date.toString()).';
  const around = functionAround(from, to);
  if (around !== undefined) return ` Write ${around}(…) around it.`;
  const call = conversion(from, to);
  return call === undefined ? '' : ` Write ${call} after it.`;
}

/** A Generic is turned back into what it stands for by functions only (crm §5.3). */
const givenByGeneric: ReadonlySet<string> = new Set([
  'Bool',
  'Byte',
  'Date',
  'DateTime',
  'Float',
  'Integer',
  'String',
  'Time',
  'TimeSpan',
]);

/** The function or constructor that gives a `to` when it is written around a `from`. */
function functionAround(from: Type, to: Type): string | undefined {
  if (from.name === 'Byte[]' && to.name === 'String') return 'String';
  return from.name === 'Generic' && givenByGeneric.has(to.name) ? `GenericTo${to.name}` : undefined;
}

/** The call that gives a `to`, written behind a `from`; undefined where no one call does. */
function conversion(from: Type, to: Type): string | undefined {
  if (to.name === 'String') {
    if (from.name === 'Float') return '.toString(2)';
    const simple = rankOf(from) > 0 || ['Bool', 'Byte', 'Date', 'Time', 'DateTime'].includes(from.name);
    return simple ? '.toString()' : undefined;
  }
  if (from.name === 'String') {
    if (to.name === 'Byte[]') return '.toByteArray()';
    const known = ['Integer', 'Long', 'Float', 'Bool', 'Date', 'Time', 'DateTime'].includes(to.name);
    return known ? `.to${to.name}()` : undefined;
  }
  if (rankOf(from) === 1 && to.name === 'Bool') return '.toBool()';
  if (from.name === 'Bool' && to.name === 'Integer') return '.toInteger()';
  if (from.name === 'DateTime' && (to.name === 'Date' || to.name === 'Time')) return `.get${to.name}()`;
  return undefined;
}

/** What stands in one piece: a call can be written after it without parentheses. */
const whole: ReadonlySet<BoundExpression['kind']> = new Set([
  'local',
  'global',
  'field',
  'element',
  'call',
  'native',
]);

/** The change that makes a `to` of what is written: a call behind it, or quotes around a number. */
export function mend(context: CheckContext, code: BoundExpression, to: Type, span: Span): Diagnostic['fix'] {
  const { start, end } = span;
  const written = context.textOf(span);
  if (code.kind === 'constant' && isSimple(code, written)) {
    const text = literalOf(code, to);
    if (text !== undefined) return { label: `Write ${text}`, start, end, text };
  }
  const around = functionAround(code.type, to);
  if (around !== undefined) return { label: `Write ${around}(…)`, start, end, text: `${around}(${written})` };
  const alone =
    whole.has(code.kind) ||
    (written.endsWith(')') && written.startsWith('(')) ||
    (code.kind === 'constant' && code.type.name === 'String');
  const of = alone ? written : `(${written})`;
  if (code.type.name === 'Date' && to.name === 'DateTime') {
    return { label: 'Write DateTime(…)', start, end, text: `DateTime(${of}.toString())` };
  }
  const call =
    conversion(code.type, to) ??
    (code.type.name === 'Float' && to.name === 'Integer' ? '.round()' : undefined);
  if (call === undefined || written === '') return undefined;
  if (alone) return { label: `Add ${call}`, start: end, end, text: call };
  return { label: `Add ${call}`, start, end, text: of + call };
}

/** A member of an enumeration is a constant too, but is not written as one. */
const isSimple = ({ value }: Extract<BoundExpression, { kind: 'constant' }>, written: string): boolean =>
  typeof value !== 'object' && /^(\d|true$|false$)/.test(written);

/** The same value as a literal of another type. */
function literalOf(
  { type, value }: Extract<BoundExpression, { kind: 'constant' }>,
  to: Type,
): string | undefined {
  if (to.name === 'String' && type.name === 'Integer') return `"${String(value)}"`;
  if (to.name === 'Bool' && (value === 0 || value === 1)) return String(value === 1);
  if (to.name === 'Integer' && typeof value === 'boolean') return value ? '1' : '0';
  return undefined;
}
