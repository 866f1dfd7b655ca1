import type { Workspace } from '../../protocol/engine-api.ts';

/** A workspace as people know it: the run that is shown of it, and the other ones, last used first. */
export type Run = { readonly head: Workspace; readonly earlier: readonly Workspace[] };

export type Runs = {
  readonly runs: readonly Run[];
  /** One of each workspace and its branches: the open one, else the one that was used last. */
  readonly heads: readonly Workspace[];
  /** The other runs of the open one, last used first. */
  readonly earlier: readonly Workspace[];
};

/** The workspaces as people know them: starting over makes a branch that takes the place of what it left. */
export function runsOf(all: readonly Workspace[], open: string): Runs {
  const byId = new Map(all.map((one) => [one.id, one]));
  const rootOf = (start: Workspace): string => {
    let one = start;
    for (let above = one.parent; above !== undefined; above = one.parent) {
      const next = byId.get(above);
      if (next === undefined) return above;
      one = next;
    }
    return one.id;
  };
  const heads = new Map<string, Workspace>();
  for (const one of all) {
    const root = rootOf(one);
    if (!heads.has(root) || one.id === open) heads.set(root, one);
  }
  const others = new Map<string, Workspace[]>();
  for (const one of all) {
    const root = rootOf(one);
    if (heads.get(root) !== one) others.set(root, [...(others.get(root) ?? []), one]);
  }
  const runs = [...heads].map(([root, head]) => ({ head, earlier: others.get(root) ?? [] }));
  return {
    runs,
    heads: [...heads.values()],
    earlier: runs.find(({ head }) => head.id === open)?.earlier ?? [],
  };
}
