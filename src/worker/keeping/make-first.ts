import type { Log } from '../../storage/log.ts';
import type { WorkspaceRow } from '../../storage/rows.ts';
import type { LoadFile, Ports } from '../ports.ts';
import { createFirstVisit } from './samples.ts';

type First = {
  /** Something came back after a loss: then this is no first visit. */
  readonly isRestored: boolean;
  /** There was nothing at all. */
  readonly tellEmpty: () => void;
};

/**
 * What is opened where there is no workspace. It does not take the place of one that may still come back; where somebody
 * has deleted the last one, they know why nothing is there, and in every tab the same one stands in for it.
 */
export async function makeFirst(
  ports: Ports,
  from: Log,
  loadFile: LoadFile,
  { isRestored, tellEmpty }: First,
): Promise<WorkspaceRow> {
  const deleted = (await from.deleted()).toSorted((a, b) => (a.deletedAt ?? 0) - (b.deletedAt ?? 0)).at(-1);
  if (deleted !== undefined) return createFirstVisit(ports, from, loadFile, `instead of ${deleted.id}`);
  if (from.kind === 'indexedDB') tellEmpty();
  return createFirstVisit(ports, from, loadFile, isRestored ? ports.newId() : 'first-visit');
}
