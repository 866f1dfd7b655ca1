import type { BoundExpression } from '../analysis/types/bound-tree.ts';
import type { Compiler } from './compiler.ts';
import type { Eval } from '../run/run-state.ts';

/*
 * Integers are what loops are made of, so their operators are written out for the operands that loops
 * have: a local variable or anything, with a local, a constant or anything. Null acts as 0.
 */

type Slot = number | undefined;
const slotOf = (code: BoundExpression): Slot => (code.kind === 'local' ? code.slot : undefined);
const constantOf = (code: BoundExpression): number | undefined =>
  code.kind === 'constant' && typeof code.value === 'number' ? code.value : undefined;

/** `+`, `-`, `*` and the comparisons of Integers; undefined for other operators. */
export function compileIntegerOperator(
  compiler: Compiler,
  operator: string,
  left: BoundExpression,
  right: BoundExpression,
): Eval | undefined {
  if (!['+', '-', '*', '<', '<=', '>', '>=', '==', '!='].includes(operator)) return undefined;
  if (compiler.records) return anyAndAny(operator, compiler.expression(left), compiler.expression(right));
  const a = slotOf(left);
  const b = slotOf(right);
  const n = constantOf(right);
  if (a !== undefined && n !== undefined) return localAndConstant(operator, a, n);
  if (a !== undefined && b !== undefined) return localAndLocal(operator, a, b);
  const first = compiler.expression(left);
  if (n !== undefined) return anyAndConstant(operator, first, n);
  return anyAndAny(operator, first, compiler.expression(right));
}

function localAndConstant(operator: string, a: number, n: number): Eval | undefined {
  switch (operator) {
    case '+':
      return (_run, frame) => ((frame[a] as number) + n) | 0;
    case '-':
      return (_run, frame) => ((frame[a] as number) - n) | 0;
    case '*':
      return (_run, frame) => Math.imul(frame[a] as number, n);
    case '<':
      return (_run, frame) => (frame[a] as number) < n;
    case '<=':
      return (_run, frame) => (frame[a] as number) <= n;
    case '>':
      return (_run, frame) => (frame[a] as number) > n;
    case '>=':
      return (_run, frame) => (frame[a] as number) >= n;
    case '==':
      return (_run, frame) => ((frame[a] as number) | 0) === n;
    case '!=':
      return (_run, frame) => ((frame[a] as number) | 0) !== n;
    default:
      return undefined;
  }
}

function localAndLocal(operator: string, a: number, b: number): Eval | undefined {
  switch (operator) {
    case '+':
      return (_run, frame) => ((frame[a] as number) + (frame[b] as number)) | 0;
    case '-':
      return (_run, frame) => ((frame[a] as number) - (frame[b] as number)) | 0;
    case '*':
      return (_run, frame) => Math.imul(frame[a] as number, frame[b] as number);
    case '<':
      return (_run, frame) => (frame[a] as number) < (frame[b] as number);
    case '<=':
      return (_run, frame) => (frame[a] as number) <= (frame[b] as number);
    case '>':
      return (_run, frame) => (frame[a] as number) > (frame[b] as number);
    case '>=':
      return (_run, frame) => (frame[a] as number) >= (frame[b] as number);
    case '==':
      return (_run, frame) => ((frame[a] as number) | 0) === ((frame[b] as number) | 0);
    case '!=':
      return (_run, frame) => ((frame[a] as number) | 0) !== ((frame[b] as number) | 0);
    default:
      return undefined;
  }
}

function anyAndConstant(operator: string, a: Eval, n: number): Eval | undefined {
  switch (operator) {
    case '+':
      return (run, frame) => ((a(run, frame) as number) + n) | 0;
    case '-':
      return (run, frame) => ((a(run, frame) as number) - n) | 0;
    case '*':
      return (run, frame) => Math.imul(a(run, frame) as number, n);
    case '<':
      return (run, frame) => (a(run, frame) as number) < n;
    case '<=':
      return (run, frame) => (a(run, frame) as number) <= n;
    case '>':
      return (run, frame) => (a(run, frame) as number) > n;
    case '>=':
      return (run, frame) => (a(run, frame) as number) >= n;
    case '==':
      return (run, frame) => ((a(run, frame) as number) | 0) === n;
    case '!=':
      return (run, frame) => ((a(run, frame) as number) | 0) !== n;
    default:
      return undefined;
  }
}

function anyAndAny(operator: string, a: Eval, b: Eval): Eval | undefined {
  switch (operator) {
    case '+':
      return (run, frame) => ((a(run, frame) as number) + (b(run, frame) as number)) | 0;
    case '-':
      return (run, frame) => ((a(run, frame) as number) - (b(run, frame) as number)) | 0;
    case '*':
      return (run, frame) => Math.imul(a(run, frame) as number, b(run, frame) as number);
    case '<':
      return (run, frame) => (a(run, frame) as number) < (b(run, frame) as number);
    case '<=':
      return (run, frame) => (a(run, frame) as number) <= (b(run, frame) as number);
    case '>':
      return (run, frame) => (a(run, frame) as number) > (b(run, frame) as number);
    case '>=':
      return (run, frame) => (a(run, frame) as number) >= (b(run, frame) as number);
    case '==':
      return (run, frame) => ((a(run, frame) as number) | 0) === ((b(run, frame) as number) | 0);
    case '!=':
      return (run, frame) => ((a(run, frame) as number) | 0) !== ((b(run, frame) as number) | 0);
    default:
      return undefined;
  }
}
