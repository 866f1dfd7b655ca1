import type { DebugVariable, Site } from '../analysis/tree.ts';
import type { StackEntry } from './call-stack.ts';
import type { Frame, Run } from './run-state.ts';
import { showValue } from './show-value.ts';

/** A stopped run as a debugger shows it: frames innermost first. */
export type Snapshot = {
  readonly statement: number;
  readonly frames: readonly (StackEntry & {
    readonly variables: readonly { readonly name: string; readonly type: string; readonly value: string }[];
  })[];
};

export function snapshot(run: Run, site: Site, statement: number): Snapshot {
  const frames: Snapshot['frames'][number][] = [];
  for (let level = run.depth; level >= 0; level--) {
    const place = level === run.depth ? site : run.sites[level];
    const frame = run.stack[level];
    if (place === undefined || frame === undefined) continue;
    const { span, routine } = place;
    const { file, line, column } = span;
    frames.push({ name: routine.name, file, line, column, variables: variablesAt(run, place, frame) });
  }
  return { statement, frames };
}

/** What can be seen at a place, inner names hiding outer ones. A variable is seen from after its declaration. */
function variablesAt(
  run: Run,
  { routine, order }: Site,
  frame: Frame,
): Snapshot['frames'][number]['variables'] {
  const visible = new Map<string, DebugVariable>();
  for (const variable of routine.variables) {
    if (variable.from > order || variable.to <= order) continue;
    visible.delete(variable.name);
    visible.set(variable.name, variable);
  }
  return [...visible.values()].map(({ name, type, slot, global }) => ({
    name,
    type: type.name,
    value: showValue((global ? run.globals : frame)[slot], type),
  }));
}
