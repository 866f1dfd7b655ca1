import type { Diagnostic, Span } from '../diagnostic.ts';
import type { CheckContext } from './check-context.ts';
import type { Code } from './tree.ts';
import { conversionCost, isSame, isUnknown, rankOf, type Type } from './types.ts';

/** `code` as a `to`; where that cannot be, says why. `purpose` ends the sentence: `to a variable of type Integer`. */
export function convert(context: CheckContext, code: Code, to: Type, span: Span, purpose: string): Code {
  if (isUnknown(code.type) || isUnknown(to)) return code;
  const cost = conversionCost(code.type, to);
  if (cost === undefined) {
    const message = `Cannot give ${article(code.type)} ${purpose}.${advice(code.type, to)}`;
    context.problems.error('type-mismatch', message, span, mend(code, to, span));
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
export const widen = (code: Code, to: Type): Code =>
  isSame(code.type, to) || isUnknown(code.type) || isUnknown(to)
    ? code
    : { kind: 'convert', type: to, operand: code };

export const article = (type: Type): string => {
  if (type.kind === 'void') return 'nothing (Void)';
  return `${/^[AEIOU]/.test(type.name) ? 'an' : 'a'} ${type.name}`;
};

/** How to turn a `from` into a `to`. */
export function advice(from: Type, to: Type): string {
  if (from.kind === 'void') return ' The function returns nothing.';
  if (from.name === 'Float' && to.name === 'String') {
    return ' Write .toString(2) after the number, with the number of decimals.';
  }
  if (from.name === 'Byte[]' && to.name === 'String') return ' Write String(…) around it.';
  if (from.name === 'Float' && to.name === 'Integer') return ' Write .round() or .floor() after it.';
  if (from.name === 'Date' && to.name === 'DateTime') return ' Write DateTime(date.toString()).';
  const call = conversion(from, to);
  return call === undefined ? '' : ` Write ${call} after it.`;
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
const whole: ReadonlySet<Code['kind']> = new Set(['local', 'global', 'field', 'element', 'call', 'native']);

/** The change that makes a `to` of what is written, where a call behind it, or quotes around a number, do. */
export function mend(code: Code, to: Type, span: Span): Diagnostic['fix'] {
  const call = conversion(code.type, to);
  if (call === undefined) return undefined;
  if (whole.has(code.kind) || (code.kind === 'constant' && code.type.name === 'String')) {
    return { label: `Add ${call}`, start: span.end, end: span.end, text: call };
  }
  if (code.kind !== 'constant' || code.type.name !== 'Integer' || to.name !== 'String') return undefined;
  const text = String(code.value);
  // A member of an enumeration is a constant too, and longer than its number.
  if (span.end - span.start !== text.length) return undefined;
  return { label: 'Put it into quotes', start: span.start, end: span.end, text: `"${text}"` };
}
