import type { Workspace } from '../../protocol/engine-api.ts';
import type { WorkspaceRow } from '../../storage/rows.ts';

/** A workspace as the page knows it. */
export function workspaceOf(row: WorkspaceRow): Workspace {
  const { id, name, createdAt, openedAt, parent, began, about, lesson } = row;
  return {
    id,
    name,
    createdAt,
    openedAt,
    ...(parent === undefined ? {} : { parent: parent.workspace, parentStep: parent.step }),
    ...(began === undefined ? {} : { began }),
    ...(about === undefined ? {} : { about }),
    ...(lesson === undefined ? {} : { lesson }),
  };
}
