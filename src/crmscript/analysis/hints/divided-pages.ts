import type { Span } from '../../diagnostic.ts';
import { dividedText } from '../../library/superoffice/divided.ts';
import type { Link } from '../../syntax/ast.ts';
import type { CheckContext } from '../check-context.ts';
import type { LinkedFunction } from '../types/linked.ts';
import type { BoundExpression } from '../types/bound-tree.ts';
import { isSame } from '../types/types.ts';

/** What is said where one bar stands between what is no Bool. */
const noBits = 'CRMScript has no bit operators. For "or", write ||.';
const noMasks =
  'CRMScript has no bit operators. Single bits are read by an FHBitSet: set(…) and getBitNo(…).';

/* Where SuperOffice's reference and a how-to give different members or types: a warning, no error (rulings 41). */

/** Warns at a call of what a how-to has and the reference has not. */
export function warnIfDivided(context: CheckContext, { native, name }: LinkedFunction, span: Span): void {
  if (native.divided === true) context.problems.warning('pages-divided', dividedText(`${name}(…)`), span);
}

/** Whether `otherwise` may know another type of it. */
export const mayBeOtherwise = (code: BoundExpression): boolean =>
  code.kind === 'native' && code.callee.otherwise !== undefined;

/** A call with the type that another page gives it, where only that is `wanted`; with a warning. */
export function otherwise(
  context: CheckContext,
  code: BoundExpression,
  span: Span,
  isWanted: (code: BoundExpression) => boolean,
): BoundExpression | undefined {
  if (code.kind !== 'native' || code.callee.otherwise === undefined || isWanted(code)) return undefined;
  const callee = code.callee.otherwise;
  const other: BoundExpression = { ...code, callee, type: callee.returns };
  if (!isWanted(other)) return undefined;
  const types = `${callee.name}() gives ${code.type.name} in the reference and ${callee.returns.name} in a how-to`;
  const message = `SuperOffice's pages are divided: ${types}. Here both work; try it on a tenant.`;
  context.problems.warning('pages-divided', message, span);
  return other;
}

/** `flags | 4`: a number is a mask. */
export const isMask = ({ operand }: Link): boolean => operand.kind === 'integer';

/** `a | b`: between two Bools it is the logical or of the page on operators; elsewhere it means nothing. */
export function refusesBar(
  context: CheckContext,
  link: Link,
  left: BoundExpression,
  right: BoundExpression,
): boolean {
  const { operatorSpan } = link;
  const bool = context.types.Bool;
  if (!isSame(left.type, bool) || !isSame(right.type, bool)) {
    context.problems.error('not-crmscript', isMask(link) ? noMasks : noBits, operatorSpan);
    return true;
  }
  const { start, end } = operatorSpan;
  const fix = { label: 'Write ||', start, end, text: '||' };
  const message =
    "SuperOffice's pages are divided: one writes the logical or with one bar, all others with two. Here both work; write ||.";
  context.problems.warning('pages-divided', message, operatorSpan, fix);
  return false;
}
