import type { Expression } from '../syntax/ast.ts';
import type { CheckContext } from './check-context.ts';
import { checkValue } from './check-expression.ts';
import { convert } from './convert.ts';
import type { LinkedFunction } from './types/linked.ts';
import type { BoundExpression } from './types/bound-tree.ts';
import type { Type } from './types/types.ts';

/*
 * `contact.Name`, as a how-to of SuperOffice writes it ("Forms", 2025). Everywhere else its pages call GetName() and
 * SetName(…); so it is warned of and does the same (rulings 41).
 */

type Member = Extract<Expression, { kind: 'member' }>;
type Assignment = Extract<Expression, { kind: 'assignment' }>;

/** The getter or setter of a field of a carrier. */
function accessor(
  context: CheckContext,
  type: Type,
  name: string,
  parameters: number,
): LinkedFunction | undefined {
  if (type.kind !== 'class' || !type.name.startsWith('NS') || type.name.endsWith('Agent')) return undefined;
  return context.library
    .methodsOf(type)
    .get(name)
    ?.find((method) => method.parameters.length === parameters);
}

/** The field of a carrier, read by its name. */
export function readProperty(
  context: CheckContext,
  object: BoundExpression,
  node: Member,
): BoundExpression | undefined {
  const { name } = node;
  const callee = accessor(context, object.type, `Get${name.text}`, 0);
  if (callee === undefined) return undefined;
  if (context.assigning !== node) {
    const { start, end } = name.span;
    const fix = { label: `Write ${callee.name}()`, start, end, text: `${callee.name}()` };
    context.problems.warning('pages-divided', textOf(`${callee.name}()`), name.span, fix);
  }
  return {
    kind: 'native',
    type: callee.returns,
    callee,
    receiver: object,
    args: [],
    site: context.site(name.span),
  };
}

/** The call that sets the field which `readProperty` found on the left of an assignment. */
export function assignProperty(
  context: CheckContext,
  node: Assignment,
  read: BoundExpression,
): BoundExpression | undefined {
  const { target, value } = node;
  if (node.operator !== '=' || target.kind !== 'member') return undefined;
  if (read.kind !== 'native' || read.receiver === undefined) return undefined;
  const callee = accessor(context, read.receiver.type, `Set${target.name.text}`, 1);
  const parameter = callee?.parameters[0];
  if (callee === undefined || parameter === undefined) return undefined;
  context.problems.warning('pages-divided', textOf(`${callee.name}(…)`), target.name.span);
  const given = convert(
    context,
    checkValue(context, value),
    parameter.type,
    value.span,
    `as "${parameter.name}"`,
  );
  const { receiver } = read;
  return {
    kind: 'native',
    type: callee.returns,
    callee,
    receiver,
    args: [given],
    site: context.site(node.span),
  };
}

const textOf = (call: string): string =>
  `SuperOffice's pages are divided: a how-to writes the field, the others ${call}. Here both work; write the call.`;
