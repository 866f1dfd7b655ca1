import type { Diagnostic, Span } from '../diagnostic.ts';
import type { Expression } from '../syntax/ast.ts';
import type { CheckContext } from './check-context.ts';
import { checkExpression, checkValue, nothing } from './check-expression.ts';
import type { BoundStatement, BoundExpression } from './types/bound-tree.ts';
import { declareInstead, isFree, reportLoneName, reportUnknownName } from './unknown-name.ts';

export function checkExpressionStatement(
  context: CheckContext,
  expression: Expression,
  span: Span,
): BoundStatement {
  const site = context.statement(span);
  const lone = expression.kind === 'name' && reportLoneName(context, expression.text, expression.span);
  if (lone || checkUndeclared(context, expression)) return { kind: 'expression', site, code: nothing };
  const code = checkExpression(context, expression);
  if (code.kind === 'compare' && code.operator === '==') {
    context.problems.warning(
      'no-effect',
      'This compares and forgets. To assign, write = instead of ==.',
      span,
      assignInstead(expression),
    );
  } else if (!hasEffect(code)) {
    context.problems.warning('no-effect', 'This statement does nothing.', span);
  }
  return { kind: 'expression', site, code };
}

/** `count = 1;` of a variable that is declared nowhere. */
function checkUndeclared(context: CheckContext, node: Expression): boolean {
  if (node.kind !== 'assignment' || node.operator !== '=' || node.target.kind !== 'name') return false;
  const { text, span } = node.target;
  if (!isFree(context, text)) return false;
  const value = checkValue(context, node.value);
  const written = context.textOf(node.value.span);
  context.assigning = node.target;
  if (!declareInstead(context, node.target, value.type, written)) reportUnknownName(context, text, span);
  context.assigning = undefined;
  return true;
}

function assignInstead(node: Expression): Diagnostic['fix'] {
  const [link, ...others] = node.kind === 'chain' ? node.rest : [];
  if (link === undefined || others.length > 0) return undefined;
  const { start, end } = link.operatorSpan;
  return { label: 'Write =', start, end, text: '=' };
}

function hasEffect({ kind }: BoundExpression): boolean {
  switch (kind) {
    case 'assign':
    case 'update':
    case 'increment':
    case 'call':
    case 'native':
    case 'nothing':
    case 'logical':
      return true;
    default:
      return false;
  }
}
