import type { Diagnostic } from '../diagnostic.ts';
import type { Expression, VariableDeclaration } from '../syntax/ast.ts';
import type { CheckContext } from './check-context.ts';
import { checkValue, nothing } from './check-expression.ts';
import { checkVariableType } from './check-type.ts';
import { article, convert } from './convert.ts';
import type { Variable } from './types/symbols.ts';
import type { BoundStatement, BoundExpression, Slot } from './types/bound-tree.ts';
import { isSame, type Type } from './types/types.ts';

export const slotOf = ({ global, slot, type }: Variable): Slot => ({ global, slot, type });

export function checkVariable(context: CheckContext, node: VariableDeclaration): BoundStatement {
  const site = context.statement(node.span);
  const typeOfValue = context.habits?.['unknown-type'].variable(context, node);
  if (typeOfValue !== undefined) {
    const variable = context.declare(node.name, typeOfValue);
    return { kind: 'declare', site, variable: slotOf(variable), value: undefined, sizes: [] };
  }
  const type = checkVariableType(context, node.type, node.name, true);
  const sizes = node.type.sizes.length === 0 ? noSizes : checkSizes(context, node);
  // The value is checked first: a variable cannot be used in its own declaration.
  const sized = node.value !== undefined && sizes.length > 0;
  const value = node.value && !sized ? checkInitial(context, node, node.value, type) : undefined;
  if (sized) {
    context.problems.error(
      'array-size',
      'An array with a size takes no value. Leave the size out.',
      node.type.span,
    );
  }
  const again = value !== undefined && context.scope.own(node.name.text) !== undefined;
  const variable = context.declare(node.name, type, again ? assignInstead(node) : undefined);
  if (sizes.length > 0) context.sized.add(variable);
  return { kind: 'declare', site, variable: slotOf(variable), value, sizes };
}

const noSizes: readonly BoundExpression[] = [];

const checkSizes = (context: CheckContext, node: VariableDeclaration): readonly BoundExpression[] =>
  sizesOf(context, node).map((size) =>
    convert(
      context,
      checkValue(context, size),
      context.types.Integer,
      size.span,
      'as the size of an array, which is an Integer',
    ),
  );

/** The change that leaves the type out, for a variable that is there already. */
const assignInstead = ({ name, type }: VariableDeclaration): Diagnostic['fix'] => ({
  label: `Assign to "${name.text}"`,
  start: type.span.start,
  end: name.span.start,
  text: '',
});

function checkInitial(
  context: CheckContext,
  node: VariableDeclaration,
  value: Expression,
  type: Type,
): BoundExpression {
  if (context.habits?.['unknown-name'].initial(context, node, value) === true) return nothing;
  if (value.kind === 'integer' && type.name === 'Integer' && Number(value.text) > 2147483647) {
    reportLarge(context, node, value);
    return nothing;
  }
  const code = checkValue(context, value);
  if (isSame(code.type, type)) return code;
  const purpose = `to "${node.name.text}", which is ${article(type)}`;
  return convert(context, code, type, value.span, purpose);
}

/** A number that only a Long can hold. */
function reportLarge(
  context: CheckContext,
  { name, type }: VariableDeclaration,
  value: Extract<Expression, { kind: 'integer' }>,
): void {
  const { text, span } = value;
  const written = `Long ${name.text} = ${text}L`;
  const fix = { label: `Write ${written}`, start: type.span.start, end: span.end, text: written };
  const message = `${text} does not fit into an Integer of 32 bits. Write ${text}L for a Long.`;
  context.problems.error('number-too-large', message, span, fix);
}

/** The leading sizes of `T[5][3][]`; a size after empty brackets means nothing and is refused. */
function sizesOf(context: CheckContext, { type }: VariableDeclaration): Expression[] {
  const empty = type.sizes.findIndex((size) => size === undefined);
  const sizes = empty < 0 ? type.sizes : type.sizes.slice(0, empty);
  const late = type.sizes.slice(sizes.length).find((size) => size !== undefined);
  if (late !== undefined) {
    context.problems.error(
      'array-size',
      'A size cannot follow empty brackets: give the first sizes first.',
      late.span,
    );
  }
  return sizes.filter((size) => size !== undefined);
}
