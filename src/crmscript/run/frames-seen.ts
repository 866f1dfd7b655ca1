import type { Routine, Site } from '../analysis/types/bound-tree.ts';
import type { FunctionSymbol, Variable } from '../analysis/types/symbols.ts';
import type { StackEntry } from './failure.ts';
import type { Frame, Run } from './run-state.ts';
import { seeValue, type References, type SeenVariable } from './shown-values.ts';

/** An open call as a debugger shows it. */
export type FrameSeen = StackEntry & {
  readonly variables: readonly (SeenVariable & { readonly global?: true; readonly argument?: true })[];
};

/** One of the open calls of a run: where it stands, and its variables. */
export type Level = { readonly site: Site; readonly frame: Frame; readonly level: number };

/** The open calls of a run that stands at a place, innermost first. */
export function levelsAt(run: Run, site: Site): readonly Level[] {
  const levels: Level[] = [];
  for (let level = run.depth; level >= 0; level--) {
    const place = level === run.depth ? site : run.sites[level];
    const frame = run.stack[level];
    if (place !== undefined && frame !== undefined) levels.push({ site: place, frame, level });
  }
  return levels;
}

export function seeFrame(run: Run, { site, frame }: Level, references: References): FrameSeen {
  const { span, routine } = site;
  const { file, line, column } = span;
  const variables = visibleAt(site).map(({ name, type, slot, global }) => ({
    name,
    ...seeValue(references, (global ? run.globals : frame)[slot], type),
    ...(global && { global }),
    ...(!global && isArgument(routine, slot) && { argument: true as const }),
  }));
  return { name: routine.name, file, line, column, variables };
}

/** The arguments have the first slots of a call, behind `this` of a method. */
function isArgument(routine: Routine, slot: number): boolean {
  if (!('parameters' in routine)) return false;
  const { parameters, owner } = routine as FunctionSymbol;
  const first = owner === undefined ? 0 : 1;
  return slot >= first && slot < first + parameters.length;
}

/**
 * The variables of a function that can be seen at a place, inner names hiding outer ones. A variable is seen from after its
 * declaration.
 */
export function visibleAt({ routine, order }: Site): readonly Variable[] {
  const visible = new Map<string, Variable>();
  for (const variable of routine.variables) {
    if (variable.from > order || variable.to <= order) continue;
    visible.delete(variable.name);
    visible.set(variable.name, variable);
  }
  return [...visible.values()];
}

/** The innermost block around a place; all of the text where there is none. */
export const blockAt = ({ blocks }: Routine, order: number): { readonly from: number; readonly to: number } =>
  blocks.find(({ from, to }) => from <= order && order < to) ?? { from: 0, to: Infinity };
