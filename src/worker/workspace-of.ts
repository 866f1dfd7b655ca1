import type { Workspace } from '../protocol/engine-api.ts';
import type { WorkspaceRow } from '../storage/rows.ts';

/** A workspace as the page knows it. */
export function workspaceOf({ id, name, createdAt, openedAt, parent }: WorkspaceRow): Workspace {
  return { id, name, createdAt, openedAt, ...(parent === undefined ? {} : { parent: parent.workspace }) };
}
