import type { DebugVariable, Routine } from '../analysis/types/bound-tree.ts';
import type { Run } from './run-state.ts';
import { GenericValue } from './values.ts';

/**
 * The variable that a name means at the native call that runs: one of the function's own, else one of the
 * script's. Reads and writes go to the variable itself (crm §5.7).
 */
export function findVariable(run: Run, main: Routine, name: string): GenericValue | undefined {
  const { routine, order } = run.at;
  const seen = ({ from, to }: DebugVariable): boolean => from <= order && order < to;
  const own = routine.variables.findLast((variable) => variable.name === name && seen(variable));
  const found = own ?? main.variables.findLast((variable) => variable.name === name && variable.global);
  if (found === undefined) return undefined;
  const slots = found.global ? run.globals : run.stack[run.depth];
  if (slots === undefined) return undefined;
  run.allocate(64, run.at);
  return new GenericValue(found.type, slots, found.slot);
}
