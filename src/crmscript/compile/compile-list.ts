import type { BoundExpression } from '../analysis/types/bound-tree.ts';
import { isPure, takesRoom } from './pure.ts';
import type { Compiler } from './compiler.ts';
import type { Eval, Frame, Run } from '../run/run-state.ts';

/** Between a list and what is in it. */
const listFrames = 2;

export type List = (run: Run, frame: Frame) => unknown[];

/*
 * What is held is held in the list of the run alone: a measurement puts equal texts there into one, which
 * is of use only when no variable of the host has the former one. Hence these small functions.
 */

/** Evaluates and holds the value; `run.held.pop()` gives it back. */
export function hold(run: Run, frame: Frame, value: Eval): void {
  run.held.push(value(run, frame));
}

/** Holds what is in a variable, field or element. */
export function holdSlot(run: Run, slots: readonly unknown[], at: number): void {
  run.held.push(slots[at]);
}

function append(list: unknown[], run: Run, frame: Frame, value: Eval): void {
  list.push(value(run, frame));
}

/** The values in turn; those that are there already are held while the others are evaluated. */
export function compileList(
  compiler: Compiler,
  operands: readonly BoundExpression[],
  compile: (operand: BoundExpression) => Eval,
): List {
  const values = compiler.within(listFrames, () => operands.map(compile));
  if (!operands.some(({ type }) => takesRoom(type)) || operands.every((operand) => isPure(operand))) {
    return (run, frame) => {
      const list: unknown[] = [];
      for (const value of values) list.push(value(run, frame));
      return list;
    };
  }
  return (run, frame) => {
    const list: unknown[] = [];
    run.held.push(list);
    for (const value of values) append(list, run, frame, value);
    run.held.pop();
    return list;
  };
}
