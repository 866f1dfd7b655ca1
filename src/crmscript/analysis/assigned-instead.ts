import type { Expression, Link } from '../syntax/ast.ts';
import type { CheckContext } from './check-context.ts';
import { checkValue } from './check-expression.ts';
import type { BoundExpression } from './types/bound-tree.ts';
import { conversionCost, type Type } from './types/types.ts';
import { anyNode } from './walk.ts';

/*
 * `a = 1 && b == 2`, where `==` is meant: as the assignment binds last it would take all that stands behind it, and
 * each part of that would be a mistake. It is one.
 */

type Assignment = Extract<Expression, { kind: 'assignment' }>;
type Operand = { readonly operator: '&&' | '||'; readonly node: Expression };

/** The answer of the comparisons that are meant, with a report; undefined where an assignment may be meant. */
export function compareInstead(context: CheckContext, node: Assignment): BoundExpression | undefined {
  if (node.operator !== '=' || context.statementStart === node.span.start) return undefined;
  const whole = read(node);
  if (whole.operands.length < 2 || isMeant(context, node)) return undefined;
  const first = whole.assigned[0] ?? node.operatorSpan;
  const last = whole.assigned.at(-1) ?? first;
  const range = { file: first.file, start: first.start, end: last.end };
  const text = whole.assigned.reduceRight(
    (written, { start }) =>
      `${written.slice(0, start - first.start)}==${written.slice(start - first.start + 1)}`,
    context.textOf(range),
  );
  const message = 'This assigns, and takes all that stands behind it. To compare, write == instead of =.';
  const fix = { label: 'Write ==', start: range.start, end: range.end, text };
  context.problems.error('not-bool', message, first, fix);
  checkValue(context, built(whole.operands));
  return { kind: 'nothing', type: context.types.Bool };
}

/** `done = a && b` keeps the answer. */
function isMeant(context: CheckContext, { target }: Assignment): boolean {
  if (isLogical(target)) return false;
  // One assignment in another is checked once, not twice for each around it.
  if (anyNode(target, ({ kind }) => kind === 'assignment')) return true;
  const type = typeQuietly(context, target);
  return conversionCost(context.types.Bool, type) !== undefined;
}

/** The type of what will be checked again: nothing is reported, and nobody looks on. */
function typeQuietly(context: CheckContext, node: Expression): Type {
  const { problems, observer, state } = context;
  const { mark, incomplete } = problems;
  const { unknown } = state;
  state.unknown = unknown && new Set(unknown);
  context.observer = undefined;
  const { type } = checkValue(context, node);
  context.observer = observer;
  problems.rewind(mark);
  problems.incomplete = incomplete;
  state.unknown = unknown;
  return type;
}

type Whole = {
  readonly operands: readonly Operand[];
  readonly assigned: readonly Assignment['operatorSpan'][];
};

/** The operands of all `&&` and `||` on both sides, with a comparison where the assignment stands. */
function read(node: Assignment): Whole {
  const nodes = [node];
  let { value } = node;
  for (; value.kind === 'assignment' && isBare(value); value = value.value) nodes.push(value);
  // From the last one to the first, so that lists only grow at their ends.
  const operands = operandsOf(value).reverse();
  const assigned: Assignment['operatorSpan'][] = [];
  for (const { target, operatorSpan } of nodes.reverse()) {
    const left = operandsOf(target);
    const [last, first] = [left.pop(), operands.pop()];
    if (last === undefined || first === undefined) return { operands: [], assigned: [] };
    const link: Link = { operator: '==', operatorSpan, operand: first.node };
    const span = { ...last.node.span, end: first.node.span.end };
    operands.push({ ...last, node: { kind: 'chain', first: last.node, rest: [link], span } });
    operands.push(...left.reverse());
    assigned.push(operatorSpan);
  }
  return { operands: operands.reverse(), assigned: assigned.reverse() };
}

type Chain = Extract<Expression, { kind: 'chain' }>;

/** Not in parentheses of its own: they belong to the span of what stands in them. */
export const isBare = (node: Chain | Assignment): boolean =>
  node.span.start === (node.kind === 'chain' ? node.first : node.target).span.start;

const isLogical = (node: Expression): node is Chain =>
  node.kind === 'chain' &&
  isBare(node) &&
  node.rest.some(({ operator }) => operator === '&&' || operator === '||');

function operandsOf(node: Expression, before: Operand['operator'] = '&&'): Operand[] {
  if (!isLogical(node)) return [{ operator: before, node }];
  return [
    ...operandsOf(node.first, before),
    ...node.rest.flatMap(({ operator, operand }) => operandsOf(operand, operator === '||' ? '||' : '&&')),
  ];
}

/** The operands with what stands before each, as a tree: `&&` binds tighter than `||`. */
function built(operands: readonly Operand[]): Expression {
  const sums: Expression[][] = [];
  for (const { operator, node } of operands) {
    const open = sums.at(-1);
    if (open === undefined || operator === '||') sums.push([node]);
    else open.push(node);
  }
  return chained(
    '||',
    sums.map((nodes) => chained('&&', nodes)),
  );
}

function chained(operator: '&&' | '||', nodes: readonly Expression[]): Expression {
  const [first, ...rest] = nodes;
  if (first === undefined) throw new Error('A chain has operands.');
  if (rest.length === 0) return first;
  const links = rest.map((operand): Link => ({ operator, operatorSpan: operand.span, operand }));
  return { kind: 'chain', first, rest: links, span: { ...first.span, end: rest.at(-1)?.span.end ?? 0 } };
}
