import type { Expression, Item } from '../syntax/ast.ts';

type Node = Item | Expression;
type Visit = (node: Node, inLoop: boolean) => boolean;

/** True when `visit` is true of some expression in a statement or expression. */
export const anyExpression = (node: Item | Expression, visit: (node: Expression) => boolean): boolean =>
  anyNode(node, (each) => isExpression(each) && visit(each));

const statements: ReadonlySet<string> = new Set([
  'block',
  'variable',
  'expression',
  'if',
  'while',
  'for',
  'foreach',
  'try',
  'return',
  'throw',
  'break',
  'continue',
  'empty',
  'function',
  'struct',
  'include',
  'languageLevel',
]);
const isExpression = (node: Item | Expression): node is Expression => !statements.has(node.kind);

/** True when `visit` is true of a node or of one inside it; it is told whether a loop inside stands around it. */
export function anyNode(node: Node, visit: Visit, inLoop = false): boolean {
  if (visit(node, inLoop)) return true;
  const loops = inLoop || node.kind === 'while' || node.kind === 'for' || node.kind === 'foreach';
  return anyPart(node, (part) => part !== undefined && anyNode(part, visit, loops));
}

type Is = (part: Node | undefined) => boolean;

/** True when `is` is true of something that a node is made of. */
function anyPart(node: Node, is: Is): boolean {
  switch (node.kind) {
    case 'block':
      return node.body.some(is);
    case 'variable':
      return node.type.sizes.some(is) || is(node.value);
    case 'expression':
      return is(node.expression);
    case 'if':
      return node.branches.some(({ condition, body }) => is(condition) || is(body)) || is(node.otherwise);
    case 'while':
      return is(node.condition) || is(node.body);
    case 'for':
      return is(node.start) || is(node.condition) || is(node.update) || is(node.body);
    case 'foreach':
      return is(node.list) || is(node.body);
    case 'try':
      return is(node.body) || is(node.handler);
    case 'return':
    case 'throw':
      return is(node.value);
    default:
      return isExpression(node) && anyOperand(node, is);
  }
}

function anyOperand(node: Expression, is: Is): boolean {
  switch (node.kind) {
    case 'member':
      return is(node.object);
    case 'index':
      return is(node.array) || is(node.index);
    case 'call':
      return node.args.some(is);
    case 'methodCall':
      return is(node.object) || node.args.some(is);
    case 'unary':
      return is(node.operand);
    case 'increment':
      return is(node.target);
    case 'chain':
      return is(node.first) || node.rest.some(({ operand }) => is(operand));
    case 'assignment':
      return is(node.target) || is(node.value);
    default:
      return false;
  }
}
