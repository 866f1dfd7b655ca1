import type { Expression, Item } from '../syntax/ast.ts';

type Node = Item | Expression;
type Visit = (node: Node, inLoop: boolean) => boolean;

/**
 * True when `visit` is true of a node or of one inside it; it is told whether a loop inside stands around it. Checking walks every
 * loop, so this makes no lists and no closures.
 */
export function anyNode(node: Node | undefined, visit: Visit, inLoop = false): boolean {
  if (node === undefined) return false;
  if (visit(node, inLoop)) return true;
  switch (node.kind) {
    case 'block':
      return anyOf(node.body, visit, inLoop);
    case 'variable':
      return anyOf(node.type.sizes, visit, inLoop) || anyNode(node.value, visit, inLoop);
    case 'expression':
      return anyNode(node.expression, visit, inLoop);
    case 'if':
      for (const { condition, body } of node.branches) {
        if (anyNode(condition, visit, inLoop) || anyNode(body, visit, inLoop)) return true;
      }
      return anyNode(node.otherwise, visit, inLoop);
    case 'while':
      return anyNode(node.condition, visit, true) || anyNode(node.body, visit, true);
    case 'for':
      return (
        anyNode(node.start, visit, true) ||
        anyNode(node.condition, visit, true) ||
        anyNode(node.update, visit, true) ||
        anyNode(node.body, visit, true)
      );
    case 'foreach':
      return anyNode(node.list, visit, true) || anyNode(node.body, visit, true);
    case 'try':
      return anyNode(node.body, visit, inLoop) || anyNode(node.handler, visit, inLoop);
    case 'return':
    case 'throw':
      return anyNode(node.value, visit, inLoop);
    case 'member':
      return anyNode(node.object, visit, inLoop);
    case 'index':
      return anyNode(node.array, visit, inLoop) || anyNode(node.index, visit, inLoop);
    case 'call':
      return anyOf(node.args, visit, inLoop);
    case 'methodCall':
      return anyNode(node.object, visit, inLoop) || anyOf(node.args, visit, inLoop);
    case 'unary':
      return anyNode(node.operand, visit, inLoop);
    case 'increment':
      return anyNode(node.target, visit, inLoop);
    case 'chain':
      if (anyNode(node.first, visit, inLoop)) return true;
      for (const { operand } of node.rest) if (anyNode(operand, visit, inLoop)) return true;
      return false;
    case 'assignment':
      return anyNode(node.target, visit, inLoop) || anyNode(node.value, visit, inLoop);
    case 'function':
    case 'struct':
    case 'include':
    case 'languageLevel':
    case 'break':
    case 'continue':
    case 'empty':
    case 'integer':
    case 'long':
    case 'float':
    case 'string':
    case 'bool':
    case 'this':
    case 'name':
      return false;
  }
}

function anyOf(nodes: readonly (Node | undefined)[], visit: Visit, inLoop: boolean): boolean {
  for (const node of nodes) if (anyNode(node, visit, inLoop)) return true;
  return false;
}
