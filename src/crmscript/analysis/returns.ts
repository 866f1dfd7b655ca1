import type { BoundStatement } from './types/bound-tree.ts';

/** True when a statement cannot end in any other way than by returning, throwing or running for ever. */
export function returnsAlways(statement: BoundStatement): boolean {
  switch (statement.kind) {
    case 'return':
    case 'throw':
      return true;
    case 'block':
      return statement.body.some(returnsAlways);
    case 'if':
      return (
        statement.otherwise !== undefined &&
        returnsAlways(statement.otherwise) &&
        statement.branches.every(({ body }) => returnsAlways(body))
      );
    case 'while':
      return isTrue(statement.condition) && !breaks(statement.body);
    case 'for':
      return isTrue(statement.condition.code) && !breaks(statement.body);
    case 'try':
      return returnsAlways(statement.body) && returnsAlways(statement.handler);
    case 'expression':
      return statement.code.kind === 'native' && statement.code.callee.name === 'exitWithMessage';
    case 'declare':
    case 'foreach':
    case 'break':
    case 'continue':
    case 'empty':
      return false;
  }
}

const isTrue = (code: { readonly kind: string; readonly value?: unknown }): boolean =>
  code.kind === 'constant' && code.value === true;

/** True when a `break` in it leaves the loop around it. */
function breaks(statement: BoundStatement): boolean {
  switch (statement.kind) {
    case 'break':
      return true;
    case 'block':
      return statement.body.some(breaks);
    case 'if':
      return (
        statement.branches.some(({ body }) => breaks(body)) ||
        (statement.otherwise !== undefined && breaks(statement.otherwise))
      );
    case 'try':
      return breaks(statement.body) || breaks(statement.handler);
    default:
      return false;
  }
}
