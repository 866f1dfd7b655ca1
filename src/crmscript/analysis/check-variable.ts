import type { Diagnostic } from '../diagnostic.ts';
import type { Expression, VariableDeclaration } from '../syntax/ast.ts';
import { untyped } from './foreign-types.ts';
import type { CheckContext } from './check-context.ts';
import { checkValue, nothing } from './check-expression.ts';
import { checkVariableType } from './check-type.ts';
import { article, convert } from './convert.ts';
import type { Variable } from './types/symbols.ts';
import type { BoundStatement, BoundExpression, Slot } from './types/bound-tree.ts';
import { isSame, isUnknown, unknownType, type Type } from './types/types.ts';
import { isNull, reportNull } from './unknown-name.ts';

export const slotOf = ({ global, slot, type }: Variable): Slot => ({ global, slot, type });

export function checkVariable(context: CheckContext, node: VariableDeclaration): BoundStatement {
  const site = context.statement(node.span);
  if (isUntyped(context, node)) {
    const variable = context.declare(node.name, typeOfValue(context, node));
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
      context.type('Integer'),
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
  const { end: start } = node.name.span;
  if (isNull(context, value)) {
    const { end } = value.span;
    reportNull(context, value.span, { label: 'Leave the value out', start, end, text: '' });
    return nothing;
  }
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

const isUntyped = (context: CheckContext, { type }: VariableDeclaration): boolean =>
  untyped.has(type.name.text) && !context.structs.has(type.name.text);

/** `var x = 1;`: the type is written here, and it is that of the value. */
function typeOfValue(context: CheckContext, node: VariableDeclaration): Type {
  const { text, span } = node.type.name;
  // A value of another language: what was said about it writes the type, too.
  const type = node.value === undefined ? unknownType : checkValue(context, node.value).type;
  const known = !isUnknown(type) && type.kind !== 'void';
  const example = known ? `${type.name} ${node.name.text}` : 'String name';
  const fix = { label: `Write ${type.name}`, start: span.start, end: span.end, text: type.name };
  const message = `CRMScript has no "${text}". Write the type of the variable: ${example}${known ? '' : ' = "Ann"'};`;
  context.problems.error('not-crmscript', message, span, known ? fix : undefined);
  return type;
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
