import type { Eval } from '../run/run-state.ts';

/* Expressions that count which way they lead; `ways` are the counters. They take no more of the host's stack than is accounted for. */

/** A condition: the first way when it holds, the second when it does not. */
export function countTruth(condition: Eval, ways: number[]): Eval {
  return (run, frame) => {
    const value = condition(run, frame);
    count(ways, value === true ? 0 : 1);
    return value;
  };
}

/** An array that is about to be walked: the first way when it has elements, the second when it has none. */
export function countElements(list: Eval, ways: number[]): Eval {
  return (run, frame) => {
    const array = list(run, frame) as readonly unknown[];
    count(ways, array.length > 0 ? 0 : 1);
    return array;
  };
}

/** An operand that is about to be looked at. */
export function countOperand(operand: Eval, ways: number[], way: number): Eval {
  return (run, frame) => {
    count(ways, way);
    return operand(run, frame);
  };
}

const count = (ways: number[], way: number): void => {
  ways[way] = (ways[way] ?? 0) + 1;
};
