import type { Expression, Item } from '../syntax/ast.ts';

type Visit = (node: Item | Expression, inLoop: boolean) => boolean;

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
export function anyNode(node: Item | Expression, visit: Visit, inLoop = false): boolean {
  if (visit(node, inLoop)) return true;
  const loops = node.kind === 'while' || node.kind === 'for' || node.kind === 'foreach';
  return partsOf(node).some((part) => anyNode(part, visit, inLoop || loops));
}

const present = <T>(...list: readonly (T | undefined)[]): T[] => list.filter((part) => part !== undefined);

function partsOf(node: Item | Expression): readonly (Item | Expression)[] {
  switch (node.kind) {
    case 'block':
      return node.body;
    case 'variable':
      return present(...node.type.sizes, node.value);
    case 'expression':
      return [node.expression];
    case 'if':
      return present(...node.branches.flatMap(({ condition, body }) => [condition, body]), node.otherwise);
    case 'while':
      return [node.condition, node.body];
    case 'for':
      return present<Item | Expression>(node.start, node.condition, node.update, node.body);
    case 'foreach':
      return [node.list, node.body];
    case 'try':
      return [node.body, node.handler];
    case 'return':
      return present(node.value);
    case 'throw':
      return [node.value];
    default:
      return isExpression(node) ? operandsOf(node) : [];
  }
}

function operandsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'member':
      return [node.object];
    case 'index':
      return [node.array, node.index];
    case 'call':
      return node.args;
    case 'methodCall':
      return [node.object, ...node.args];
    case 'unary':
      return [node.operand];
    case 'step':
      return [node.target];
    case 'chain':
      return [node.first, ...node.rest.map(({ operand }) => operand)];
    case 'assignment':
      return [node.target, node.value];
    default:
      return [];
  }
}
