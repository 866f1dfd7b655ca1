import type { Workspace } from '../../protocol/engine-api.ts';

export type Runs = {
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
  const shown = byId.get(open);
  const root = shown === undefined ? undefined : rootOf(shown);
  return {
    heads: [...heads.values()],
    earlier: all.filter((one) => one.id !== open && rootOf(one) === root),
  };
}
