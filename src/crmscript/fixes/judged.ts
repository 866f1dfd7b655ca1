import type { CheckContext } from '../analysis/check-context.ts';
import type { BoundExpression } from '../analysis/types/bound-tree.ts';
import type { Span } from '../diagnostic.ts';
import type { Expression } from '../syntax/ast.ts';

/** Says what is wrong with an expression of another language once the types of its parts can be known. */
type Judge = (context: CheckContext) => BoundExpression;

const judges = new WeakMap<Expression, Judge>();

/** Stands for an expression of another language, of which `parts` could be read. */
export function judgedBy(judge: Judge, parts: readonly Expression[], span: Span): Expression {
  const node: Expression = { kind: 'missing', parts, span };
  judges.set(node, judge);
  return node;
}

/** What stands for an expression as far as the checker is concerned; undefined where nothing is known of it. */
export const judge = (context: CheckContext, node: Expression): BoundExpression | undefined =>
  judges.get(node)?.(context);

/** Nothing is there, or nothing of what is there could be read. */
export const isHole = (node: Expression): boolean => node.kind === 'missing' && node.parts === undefined;
