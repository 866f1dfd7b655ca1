import type { Expression } from './ast.ts';

const none: readonly Expression[] = [];

/** The expressions that an expression is made of, in the order of the text. */
export function operandsOf(node: Expression): readonly Expression[] {
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
    case 'increment':
      return [node.target];
    case 'chain':
      return [node.first, ...node.rest.map(({ operand }) => operand)];
    case 'assignment':
      return [node.target, node.value];
    default:
      return none;
  }
}
