import type { Span } from '../diagnostic.ts';
import type { Expression, Link } from '../syntax/ast.ts';
import { through } from '../syntax/cursor.ts';

/* Where the parts of a chain of operators stand: `a + b - c` is an operator with `a + b` on its left, and one with `a`. */

export type Chain = Extract<Expression, { kind: 'chain' }>;

/** An operation, and what is written on its two sides. */
export type Spans = { readonly all: Span; readonly left: Span; readonly right: Span };

/** The n-th operator, with the operand behind it. */
export function linkAt({ rest }: Chain, index: number): Link {
  const link = rest[index];
  if (link === undefined) throw new Error(`A chain has no operator ${String(index)}.`);
  return link;
}

/** Everything up to the operand behind an operator. The last operator has all of the chain, if that has no parentheses. */
export function allOf(node: Chain, index: number): Span {
  const { first, rest, span } = node;
  if (index === rest.length - 1 && first.span.start === span.start) return span;
  return through(first.span, linkAt(node, index).operand.span);
}

/** Everything before an operator. */
export const leftOf = (node: Chain, index: number): Span =>
  index === 0 ? node.first.span : allOf(node, index - 1);

export const spansOf = (node: Chain, index: number): Spans => ({
  all: allOf(node, index),
  left: leftOf(node, index),
  right: linkAt(node, index).operand.span,
});
