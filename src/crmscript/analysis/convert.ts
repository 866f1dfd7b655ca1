import type { Span } from '../diagnostic.ts';
import type { CheckContext } from './check-context.ts';
import type { Code } from './tree.ts';
import { conversionCost, isSame, isUnknown, rankOf, type Type } from './types.ts';

/** `code` as a `to`; where that cannot be, says why. `purpose` ends the sentence: `to a variable of type Integer`. */
export function convert(context: CheckContext, code: Code, to: Type, span: Span, purpose: string): Code {
  if (isUnknown(code.type) || isUnknown(to)) return code;
  const cost = conversionCost(code.type, to);
  if (cost === undefined) {
    const message = `Cannot give ${article(code.type)} ${purpose}.${advice(code.type, to)}`;
    context.problems.error('type-mismatch', message, span);
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
  if (to.name === 'String') {
    if (from.name === 'Float') return ' Write .toString(2) after the number, with the number of decimals.';
    if (rankOf(from) > 0 || ['Bool', 'Byte', 'Date', 'Time', 'DateTime'].includes(from.name)) {
      return ' Write .toString() after it.';
    }
  }
  if (from.name === 'String') {
    if (['Integer', 'Long', 'Float', 'Bool', 'Date', 'Time', 'DateTime'].includes(to.name)) {
      return ` Write .to${to.name}() after it.`;
    }
    if (to.name === 'Byte[]') return ' Write .toByteArray() after it.';
  }
  if (from.name === 'Byte[]' && to.name === 'String') return ' Write String(…) around it.';
  if (from.name === 'Float' && to.name === 'Integer') return ' Write .round() or .floor() after it.';
  if (rankOf(from) === 1 && to.name === 'Bool') return ' Write .toBool() after it.';
  if (from.name === 'Bool' && to.name === 'Integer') return ' Write .toInteger() after it.';
  if (from.name === 'DateTime' && (to.name === 'Date' || to.name === 'Time'))
    return ` Write .get${to.name}() after it.`;
  if (from.name === 'Date' && to.name === 'DateTime') return ' Write DateTime(date.toString()).';
  return '';
}
