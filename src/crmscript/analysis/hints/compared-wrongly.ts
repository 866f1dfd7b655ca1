import { linkAt, spansOf, type Chain } from '../chain-spans.ts';
import type { CheckContext } from '../check-context.ts';
import { article } from '../convert.ts';
import type { BoundExpression } from '../types/bound-tree.ts';
import { isSame, isUnknown } from '../types/types.ts';

/* Comparisons that ask something else than was meant. */

/** `!a == b`, which would ask for `!a`, where a is no Bool: `a != b` is meant. */
export function checkNegated(
  context: CheckContext,
  { first, rest, span }: Chain,
): BoundExpression | undefined {
  if (first.kind !== 'unary' || first.operator !== '!' || rest.length > 1) return undefined;
  const [link] = rest;
  if (link?.operator !== '==') return undefined;
  if (!context.textOf(first.span).startsWith('!') || first.operand.kind !== 'name') return undefined;
  const type = context.scope.find(first.operand.text)?.type;
  if (type === undefined || isUnknown(type) || isSame(type, context.types.Bool)) return undefined;
  const text = `${first.operand.text} != ${context.textOf(link.operand.span)}`;
  const fix = { label: `Write ${text}`, start: span.start, end: span.end, text };
  const message = `The "!" belongs to "${first.operand.text}" alone, which is ${article(type)}. Write ${text}.`;
  context.problems.error('not-bool', message, span, fix);
  return { kind: 'nothing', type: context.types.Bool };
}

/** `1 < n < 3` compares the answer of the first comparison. */
export function reportBetween(context: CheckContext, node: Chain, index: number): boolean {
  if (index === 0) return false;
  const spans = spansOf(node, index);
  const { operator } = linkAt(node, index);
  const text = context.textOf(linkAt(node, index - 1).operand.span);
  const end = spans.right.end;
  const written = `${context.textOf(spans.left)} && ${text} ${operator} ${context.textOf(spans.right)}`;
  const fix = { label: `Write ${written}`, start: spans.left.start, end, text: written };
  context.problems.error(
    'bad-operands',
    `A comparison gives true or false. Write ${written}.`,
    spans.all,
    fix,
  );
  return true;
}
