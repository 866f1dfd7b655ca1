import type { BinaryOperator } from './ast.ts';
import type { Token } from './token.ts';

/** Binary operators, loosest first. All associate to the left (crm §7.1). One bar is a logical or (rulings 41). */
const precedence: ReadonlyMap<string, number> = new Map<BinaryOperator | '|', number>([
  ['||', 1],
  ['|', 1],
  ['&&', 2],
  ['==', 3],
  ['!=', 3],
  ['<', 4],
  ['>', 4],
  ['<=', 4],
  ['>=', 4],
  ['+', 5],
  ['-', 5],
  ['*', 6],
  ['/', 6],
  ['%', 6],
]);

/** Tighter than any operator between two operands. */
export const unaryLevel = 7;

/** The same for operators of one character, by its number: it is asked at every token behind an operand. */
const singles = Array.from({ length: 128 }, (_, code) => precedence.get(String.fromCharCode(code)) ?? 0);

/** How tightly a token binds; 0 when it is no operator between two operands. */
export const powerOf = ({ kind, text }: Token): number => {
  if (kind !== 'operator') return 0;
  return (text.length === 1 ? singles[text.charCodeAt(0)] : precedence.get(text)) ?? 0;
};

const assignments: ReadonlySet<string> = new Set(['=', '+=', '-=', '*=', '/=', '%=']);

/** Whether a token assigns what follows it. */
export const isAssignment = ({ kind, text }: Token): boolean =>
  kind === 'operator' && (text.length === 1 ? text === '=' : assignments.has(text));
