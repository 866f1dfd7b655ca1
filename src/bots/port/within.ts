import type { Expression } from '../../crmscript/bound-tree.ts';

/** An expression and all that are in it. */
export function* within(node: Expression): Generator<Expression> {
  yield node;
  switch (node.kind) {
    case 'member':
      yield* within(node.object);
      break;
    case 'index':
      yield* within(node.array);
      yield* within(node.index);
      break;
    case 'call':
      for (const argument of node.args) yield* within(argument);
      break;
    case 'methodCall':
      yield* within(node.object);
      for (const argument of node.args) yield* within(argument);
      break;
    case 'unary':
      yield* within(node.operand);
      break;
    case 'chain':
      yield* within(node.first);
      for (const { operand } of node.rest) yield* within(operand);
      break;
    case 'assignment':
      yield* within(node.value);
      break;
    default:
  }
}
