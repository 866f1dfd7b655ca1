import type { Expression } from '../../syntax/ast.ts';
import type { CheckContext } from '../check-context.ts';

const ends: ReadonlySet<string> = new Set(['pushBack', 'insert']);

/**
 * `String[5] plans; plans.pushBack("x");` adds a sixth. One example of SuperOffice's reference reads as if the five
 * places were filled; all others add behind them.
 */
export function hintAtSized(
  context: CheckContext,
  { object, name }: Extract<Expression, { kind: 'methodCall' }>,
): void {
  if (object.kind !== 'name' || !ends.has(name.text)) return;
  const variable = context.scope.find(object.text);
  if (variable === undefined || !context.sized.delete(variable)) return;
  const message = `"${object.text}" was declared with a size, so it has elements already, and ${name.text} adds another one. Leave the size out where it begins empty.`;
  context.problems.hint('sized-array', message, name.span);
}

/** An element is read or written: the author knows that there are some. */
export function forgetSized(context: CheckContext, array: Expression): void {
  const variable = array.kind === 'name' ? context.scope.find(array.text) : undefined;
  if (variable !== undefined) context.sized.delete(variable);
}
