import type { ArithmeticOperator, ComparisonOperator, Expression } from '../syntax/ast.ts';
import { isMask, refusesBar } from './hints/divided-pages.ts';
import { compareInstead } from './assigned-instead.ts';
import type { CheckContext } from './check-context.ts';
import { assignProperty } from './carrier-property.ts';
import { checkTarget, checkValue, nothing, placeOf } from './check-expression.ts';
import { acceptsAsBool, refuseBool } from './check-bool.ts';
import { allOf, leftOf, linkAt, spansOf, type Chain, type Spans } from './chain-spans.ts';
import { checkNegated, reportBetween } from './hints/compared-wrongly.ts';
import { advice, article, convert, mend, widen } from './convert.ts';
import type { BoundExpression, Site } from './types/bound-tree.ts';
import { isSame, isUnknown, rankOf, unknownType, type Type } from './types/types.ts';

const ordered: ReadonlySet<string> = new Set([
  'Integer',
  'Long',
  'Float',
  'String',
  'Date',
  'Time',
  'DateTime',
]);
const equal: ReadonlySet<string> = new Set([...ordered, 'Bool', 'Byte']);
const siteOf = (context: CheckContext, node: Chain, index: number): Site => context.site(allOf(node, index));

/** Operators of one level, from left to right (crm §7.2). */
export function checkChain(context: CheckContext, node: Chain): BoundExpression {
  const different = checkNegated(context, node);
  if (different !== undefined) return different;
  let left = checkValue(context, node.first);
  for (let index = 0; index < node.rest.length; index++) left = checkLink(context, node, index, left);
  return left;
}

/** One operator of a chain, with what stands left of it and the operand behind it. */
function checkLink(
  context: CheckContext,
  node: Chain,
  index: number,
  left: BoundExpression,
): BoundExpression {
  const link = linkAt(node, index);
  const { operator, operand } = link;
  const compares = operator === '==' || operator === '!=';
  if (compares && context.habits?.['unknown-name'].compared(context, node, index, left) === true) {
    return { kind: 'nothing', type: context.types.Bool };
  }
  const right = checkValue(context, operand);
  switch (operator) {
    case '&&':
    case '||':
      if (link.bar === true && refusesBar(context, link, left, right)) {
        return { kind: 'nothing', type: isMask(link) ? unknownType : context.types.Bool };
      }
      return checkLogical(context, operator, left, right, node, index);
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return checkArithmetic(context, operator, left, right, node, index);
    default:
      return checkComparison(context, operator, left, right, node, index);
  }
}

function checkLogical(
  context: CheckContext,
  operator: '&&' | '||',
  left: BoundExpression,
  right: BoundExpression,
  node: Chain,
  index: number,
): BoundExpression {
  const type = context.types.Bool;
  const written = index === 0 ? node.first : undefined;
  const { operand } = linkAt(node, index);
  const what = `An operand of ${operator}`;
  const first = acceptsAsBool(context, left, written)
    ? left
    : refuseBool(context, left, leftOf(node, index), { what, ...(written && { written }) });
  const second = acceptsAsBool(context, right, operand)
    ? right
    : refuseBool(context, right, operand.span, {
        what,
        beside: { code: left, span: leftOf(node, index) },
        written: operand,
      });
  const operands =
    first.kind === 'logical' && first.operator === operator ? grown(first.operands, second) : [first, second];
  return { kind: 'logical', type, operator, operands };
}

/** What stands on the left is nobody else's, so its list takes the next operand: a copy for each would be quadratic. */
function grown(operands: BoundExpression[], next: BoundExpression): BoundExpression[] {
  operands.push(next);
  return operands;
}

function checkArithmetic(
  context: CheckContext,
  operator: ArithmeticOperator,
  left: BoundExpression,
  right: BoundExpression,
  node: Chain,
  index: number,
): BoundExpression {
  if (isUnknown(left.type) || isUnknown(right.type)) return nothing;
  if (operator === '+' && left.type.name === 'String' && right.type.name === 'String') {
    const parts = left.kind === 'concat' ? grown(left.parts, right) : [left, right];
    return { kind: 'concat', type: left.type, parts, site: siteOf(context, node, index) };
  }
  const type = commonNumber(left.type, right.type);
  if (type === undefined) {
    reportArithmetic(context, operator, left, right, spansOf(node, index));
    return nothing;
  }
  const site = siteOf(context, node, index);
  return { kind: 'arithmetic', type, operator, left: widen(left, type), right: widen(right, type), site };
}

const commonNumber = (left: Type, right: Type): Type | undefined => {
  const a = rankOf(left);
  const b = rankOf(right);
  if (a === 0 || b === 0) return undefined;
  return a >= b ? left : right;
};

const verbs = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '%': 'take the rest of',
} as const;

function reportArithmetic(
  context: CheckContext,
  operator: ArithmeticOperator,
  left: BoundExpression,
  right: BoundExpression,
  spans: Spans,
): void {
  const string = context.types.String;
  const base = `Cannot ${verbs[operator]} ${left.type.name} and ${right.type.name}.`;
  if (operator === '+' && (left.type.name === 'String' || right.type.name === 'String')) {
    const [other, span] = left.type.name === 'String' ? [right, spans.right] : [left, spans.left];
    const mended = advice(other.type, string);
    const note =
      other.kind === 'constant' && mended !== ''
        ? ' Put the number into quotes, or into a variable and write .toString() after it.'
        : mended;
    const fix = mend(context, other, string, span);
    context.problems.error('string-and-other', base + note, spans.all, fix, { given: other.type.name });
    return;
  }
  const dates = ['Date', 'Time', 'DateTime'];
  const note =
    dates.includes(left.type.name) || dates.includes(right.type.name)
      ? ' Use addDay(), addSec() … or diff().'
      : '';
  context.problems.error('bad-operands', base + note, spans.all, undefined, typesOf(left, right));
}

const typesOf = (left: BoundExpression, right: BoundExpression) => ({
  left: left.type.name,
  right: right.type.name,
});

function checkComparison(
  context: CheckContext,
  operator: ComparisonOperator,
  left: BoundExpression,
  right: BoundExpression,
  node: Chain,
  index: number,
): BoundExpression {
  const type = context.types.Bool;
  if (isUnknown(left.type) || isUnknown(right.type)) return { kind: 'nothing', type };
  if (left.kind === 'compare' && rankOf(right.type) > 0 && reportBetween(context, node, index)) {
    return { kind: 'nothing', type };
  }
  const operands = isSame(left.type, right.type) ? left.type : commonNumber(left.type, right.type);
  if (operands === undefined) {
    const spans = spansOf(node, index);
    const note = advice(right.type, left.type) || advice(left.type, right.type);
    const fix = mend(context, right, left.type, spans.right) ?? mend(context, left, right.type, spans.left);
    const message = `Cannot compare ${left.type.name} with ${right.type.name}.${note}`;
    context.problems.error('bad-operands', message, spans.all, fix, typesOf(left, right));
    return { kind: 'nothing', type };
  }
  const allowed = operator === '==' || operator === '!=' ? equal : ordered;
  if (!allowed.has(operands.name)) {
    const message = `Values of type ${operands.name} cannot be compared with ${operator}.`;
    context.problems.error('bad-operands', message, allOf(node, index));
    return { kind: 'nothing', type };
  }
  const site = siteOf(context, node, index);
  return {
    kind: 'compare',
    type,
    operator,
    operands,
    left: widen(left, operands),
    right: widen(right, operands),
    site,
  };
}

export function checkUnary(
  context: CheckContext,
  node: Extract<Expression, { kind: 'unary' }>,
): BoundExpression {
  // The smallest Integer and Long are written as the minus of a number that does not fit by itself.
  const smallest = node.operator === '-' ? smallestNumber(context, node.operand) : undefined;
  if (smallest !== undefined) return smallest;
  const operand = checkValue(context, node.operand);
  if (node.operator === '!') {
    if (!acceptsAsBool(context, operand, node.operand)) {
      const place = { what: 'The operand of !', written: node.operand, negated: node };
      refuseBool(context, operand, node.operand.span, place);
      return nothing;
    }
    if (operand.kind === 'nothing') return nothing;
    return { kind: 'not', type: context.types.Bool, operand };
  }
  if (isUnknown(operand.type)) return nothing;
  if (rankOf(operand.type) === 0) {
    context.problems.error(
      'bad-operands',
      `Only numbers have a minus; this is ${article(operand.type)}.`,
      node.span,
    );
    return nothing;
  }
  return { kind: 'negate', type: operand.type, operand };
}

function smallestNumber(context: CheckContext, operand: Expression): BoundExpression | undefined {
  if (operand.kind === 'integer' && operand.text === '2147483648') {
    return { kind: 'constant', type: context.types.Integer, value: -2147483648 };
  }
  if (operand.kind === 'long' && operand.text === '9223372036854775808') {
    return { kind: 'constant', type: context.types.Long, value: -9223372036854775808n };
  }
  return undefined;
}

export function checkIncrement(
  context: CheckContext,
  node: Extract<Expression, { kind: 'increment' }>,
): BoundExpression {
  const counted = checkTarget(context, node.target);
  const target = placeOf(context, node.target, counted, 'be counted up or down');
  if (target === undefined || isUnknown(target.type)) return nothing;
  if (rankOf(target.type) === 0) {
    const message = `${node.operator} counts numbers; this is ${article(target.type)}.`;
    context.problems.error('bad-operands', message, node.span);
    return nothing;
  }
  const delta = node.operator === '++' ? 1 : -1;
  return { kind: 'increment', type: target.type, target, delta, site: context.site(node.span) };
}

export function checkAssignment(
  context: CheckContext,
  node: Extract<Expression, { kind: 'assignment' }>,
): BoundExpression {
  const compared = compareInstead(context, node);
  if (compared !== undefined) return compared;
  const { start, end } = node.operatorSpan;
  // At the beginning of a statement nobody asks for the answer.
  const asked = node.operator === '=' && context.statementStart !== node.span.start;
  const compare = asked ? { label: 'Write ==', start, end, text: '==' } : undefined;
  const found = checkTarget(context, node.target);
  const set = assignProperty(context, node, found);
  if (set !== undefined) return set;
  const target = placeOf(context, node.target, found, 'be assigned to', compare);
  const written = checkValue(context, node.value);
  if (target === undefined) return nothing;
  const { type } = target;
  const site = context.site(node.span);
  if (node.operator === '=') {
    const value = given(context, node, written, type);
    return { kind: 'assign', type, target, value, site };
  }
  if (isUnknown(type) || isUnknown(written.type)) return nothing;
  const operator = node.operator.slice(0, 1) as ArithmeticOperator;
  const text = type.name === 'String';
  if (
    text ? operator === '+' && written.type.name === 'String' : rankOf(type) > 0 && rankOf(written.type) > 0
  ) {
    const value = given(context, node, written, type);
    return { kind: 'update', type, target, operator, value, site };
  }
  const spans = { all: node.span, left: node.target.span, right: node.value.span };
  reportArithmetic(context, operator, target, written, spans);
  return nothing;
}

/** The value as one of the type of the place. */
const given = (
  context: CheckContext,
  { target, value }: Extract<Expression, { kind: 'assignment' }>,
  code: BoundExpression,
  type: Type,
): BoundExpression =>
  isSame(code.type, type)
    ? code
    : convert(context, code, type, value.span, `to ${describePlace(target, type)}`);

const describePlace = (target: Expression, type: Type): string => {
  const name =
    target.kind === 'name' ? `"${target.text}"` : target.kind === 'member' ? `"${target.name.text}"` : 'this';
  return `${name}, which is ${article(type)}`;
};
