import type { BoundExpression, Site } from '../analysis/types/bound-tree.ts';
import { completion, type Exec } from '../run/run-state.ts';

/**
 * `if (n < 2) …` without `else`: a local Integer against a constant, as recursion begins. Written out, because calling
 * one of many closures for the condition costs as much as all the rest of it. Null acts as 0. Undefined for
 * other conditions.
 */
export function compileGuard(site: Site, condition: BoundExpression, body: Exec): Exec | undefined {
  if (condition.kind !== 'compare' || condition.operands.name !== 'Integer') return undefined;
  const { left, right, operator } = condition;
  if (left.kind !== 'local' || right.kind !== 'constant' || typeof right.value !== 'number') return undefined;
  const { slot } = left;
  const constant = right.value;
  switch (operator) {
    case '<':
      return (run, frame) => {
        if (++run.statements > run.pauseAt) run.pause(site);
        return (frame[slot] as number) < constant ? body(run, frame) : completion.normal;
      };
    case '<=':
      return (run, frame) => {
        if (++run.statements > run.pauseAt) run.pause(site);
        return (frame[slot] as number) <= constant ? body(run, frame) : completion.normal;
      };
    case '==':
      return (run, frame) => {
        if (++run.statements > run.pauseAt) run.pause(site);
        return ((frame[slot] as number) | 0) === constant ? body(run, frame) : completion.normal;
      };
    default:
      return undefined;
  }
}
