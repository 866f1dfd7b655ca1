import type { BoundExpression } from '../analysis/types/bound-tree.ts';
import type { Type } from '../analysis/types/types.ts';
import { compileCall } from './compile-call.ts';
import { compileNative } from './compile-native.ts';
import { compileArithmetic, compileConcat, compileNegate } from './compile-arithmetic.ts';
import { compileComparison } from './compile-comparison.ts';
import { compileAssign, compileRead, compileIncrement, compileUpdate } from './compile-lvalue.ts';
import type { Compiler } from './compiler.ts';
import type { Eval, Frame, Run } from '../run/run-state.ts';
import { GenericValue, type StructValue } from '../run/values.ts';

/** Specialised by the types that the checker found: nothing is looked up or asked for its type while it runs. */
export function compileExpression(compiler: Compiler, code: BoundExpression): Eval {
  switch (code.kind) {
    case 'constant': {
      const { value } = code;
      return () => value;
    }
    case 'local':
    case 'global':
    case 'field':
    case 'element':
      return compileRead(compiler, code);
    case 'arithmetic':
      return compileArithmetic(compiler, code);
    case 'concat':
      return compileConcat(compiler, code);
    case 'compare':
      return compileComparison(compiler, code);
    case 'logical':
      return compileLogical(compiler.operands(code), code.operator === '&&');
    case 'not': {
      const operand = compiler.expression(code.operand);
      return (run, frame) => operand(run, frame) !== true;
    }
    case 'negate':
      return compileNegate(compiler.expression(code.operand), code.type);
    case 'assign':
      return compileAssign(compiler, code);
    case 'update':
      return compileUpdate(compiler, code);
    case 'increment':
      return compileIncrement(compiler, code);
    case 'convert':
      return compileConversion(compiler, code.operand, code.type);
    case 'call':
      return compileCall(compiler, code);
    case 'native':
      return compileNative(compiler, code);
    case 'nothing':
      return () => {
        throw new Error('A script with errors was run.');
      };
  }
}

function compileLogical(operands: readonly Eval[], and: boolean): Eval {
  const [first, second] = operands;
  if (operands.length === 2 && first !== undefined && second !== undefined) {
    if (and) return (run, frame) => first(run, frame) === true && second(run, frame) === true;
    return (run, frame) => first(run, frame) === true || second(run, frame) === true;
  }
  return (run, frame) => {
    for (const operand of operands) {
      if ((operand(run, frame) === true) !== and) return !and;
    }
    return and;
  };
}

/** The widenings of crm §5.3. A null stays null. */
function compileConversion(compiler: Compiler, operand: BoundExpression, to: Type): Eval {
  if (to.kind === 'generic') return compileGeneric(compiler, operand);
  const value = compiler.expression(operand);
  if (to.name === 'Byte') return (run, frame) => (value(run, frame) as number) & 255;
  if (to.name === 'Long') {
    return (run, frame) => {
      const number = value(run, frame) as number | null;
      return number === null ? null : BigInt(number);
    };
  }
  if (to.name === 'Float' && operand.type.name === 'Long') {
    return (run, frame) => {
      const number = value(run, frame) as bigint | null;
      return number === null ? null : Number(number);
    };
  }
  return value;
}

/** A variable, field or element becomes a live reference to it; other values stand by themselves (crm §5.7). */
function compileGeneric(compiler: Compiler, operand: BoundExpression): Eval {
  const slots = slotsOf(compiler, operand);
  const { type } = operand;
  if (slots !== undefined) {
    const [owner, at] = slots;
    return (run, frame) => {
      run.allocate(64, run.at);
      return new GenericValue(type, owner(run, frame), at);
    };
  }
  const value = compiler.expression(operand);
  return (run, frame) => {
    run.allocate(88, run.at);
    return GenericValue.of(type, value(run, frame));
  };
}

function slotsOf(
  compiler: Compiler,
  operand: BoundExpression,
): readonly [(run: Run, frame: Frame) => unknown[], number] | undefined {
  if (operand.kind === 'local') return [(_run, frame) => frame, operand.slot];
  if (operand.kind === 'global') return [(run) => run.globals, operand.slot];
  if (operand.kind !== 'field') return undefined;
  const object = compiler.expression(operand.object);
  return [(run, frame) => (object(run, frame) as StructValue).fields, operand.index];
}
