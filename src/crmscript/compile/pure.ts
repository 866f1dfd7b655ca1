import type { BoundExpression } from '../analysis/types/bound-tree.ts';
import type { Type } from '../analysis/types/types.ts';

const small: ReadonlySet<string> = new Set(['Integer', 'Long', 'Float', 'Bool', 'Byte']);

/** Whether values of a type take memory that is worth speaking of. */
export const takesRoom = (type: Type): boolean => type.kind !== 'class' || !small.has(type.name);

/**
 * Whether evaluating makes nothing and calls nothing, so that no measurement can fall into it. Only short
 * expressions are looked into.
 */
export function isPure(code: BoundExpression, levels = 3): boolean {
  switch (code.kind) {
    case 'constant':
    case 'local':
    case 'global':
      return true;
    case 'field':
      return levels > 0 && isPure(code.object, levels - 1);
    case 'element':
      return levels > 0 && isPure(code.array, levels - 1) && isPure(code.index, levels - 1);
    case 'arithmetic':
    case 'compare':
      return (
        levels > 0 &&
        !takesRoom(code.left.type) &&
        isPure(code.left, levels - 1) &&
        isPure(code.right, levels - 1)
      );
    case 'native':
      return levels > 0 && isBlind(code) && operandsOf(code).every((operand) => isPure(operand, levels - 1));
    default:
      return false;
  }
}

/** A native such as `length()`: it neither makes anything nor looks into anything. */
const isBlind = ({ callee, type }: Native): boolean =>
  callee.native.blind === true && callee.native.changes === undefined && !takesRoom(type);

type Native = Extract<BoundExpression, { kind: 'native' }>;

const operandsOf = ({ receiver, args }: Pick<Native, 'receiver' | 'args'>): readonly BoundExpression[] =>
  receiver === undefined ? args : [receiver, ...args];

/**
 * Whether a value has to be held while `later` is evaluated: a measurement may fall into that, and nothing
 * else may refer to the value by then.
 */
export function mustHold(code: BoundExpression, later: readonly BoundExpression[]): boolean {
  if (code.kind === 'constant' || !takesRoom(code.type) || later.every((other) => isPure(other)))
    return false;
  // An object in a variable is held by that, as long as nothing else is put there.
  return code.kind !== 'local' || code.type.name === 'String' || !later.every(assignsNothing);
}

export const mustHoldAny = (operands: readonly BoundExpression[]): boolean =>
  operands.some((operand, index) => mustHold(operand, operands.slice(index + 1)));

const mostLooked = 64;

/** Whether an expression puts nothing into variables of its own function. Long expressions are not looked through. */
export function assignsNothing(code: BoundExpression): boolean {
  const pending: BoundExpression[] = [code];
  for (let looked = 0; looked < mostLooked; looked++) {
    const next = pending.pop();
    if (next === undefined) return true;
    const parts = partsOf(next);
    if (parts === undefined) return false;
    pending.push(...parts);
  }
  return false;
}

/** What an expression is made of; undefined for what assigns, or may. */
function partsOf(code: BoundExpression): readonly BoundExpression[] | undefined {
  switch (code.kind) {
    case 'constant':
    case 'local':
    case 'global':
      return [];
    case 'field':
      return [code.object];
    case 'element':
      return [code.array, code.index];
    case 'arithmetic':
    case 'compare':
      return [code.left, code.right];
    case 'concat':
      return code.parts;
    case 'logical':
      return code.operands;
    case 'not':
    case 'negate':
      return [code.operand];
    case 'native':
      if (code.callee.native.changes !== undefined) return undefined;
      return operandsOf(code);
    case 'call':
      return operandsOf(code);
    default:
      return undefined;
  }
}
