import type { Workspace } from '../../protocol/engine-api.ts';

export type Branch = { readonly workspace: Workspace; readonly depth: number };

/**
 * The workspaces that come from the same one, each behind the one that it left, in the order in which they did. One whose
 * parent is gone stands as the first of its own.
 */
export function familyOf(all: readonly Workspace[], id: string): readonly Branch[] {
  const byId = new Map(all.map((one) => [one.id, one]));
  const seen = new Set<string>();
  let root = byId.get(id);
  while (root?.parent !== undefined && byId.has(root.parent) && !seen.has(root.id)) {
    seen.add(root.id);
    root = byId.get(root.parent);
  }
  if (root === undefined) return [];
  const branches: Branch[] = [];
  const add = (workspace: Workspace, depth: number) => {
    if (branches.some((one) => one.workspace.id === workspace.id)) return;
    branches.push({ workspace, depth });
    const children = all.filter(({ parent, began }) => parent === workspace.id && began !== 'copy');
    for (const child of children.sort((a, b) => a.createdAt - b.createdAt)) add(child, depth + 1);
  };
  add(root, 0);
  return branches;
}
