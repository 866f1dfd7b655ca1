import type { Restored, RestoredWorkspace } from '../../protocol/engine-api.ts';
import { newRow } from '../rows.ts';
import type { JournalFolder } from './folder.ts';
import { headOf, readSteps } from './journal-file.ts';
import { decodeAt } from './record.ts';
import type { RowLog } from './row-log.ts';

/**
 * Puts workspaces back that have a journal and are not in the log: a browser has lost its database (reliability
 * L1, D10). One that cannot be put back does not keep the others from it. Null when nothing was missing; what was
 * left where it is at an earlier start, while the log goes on, is not spoken of again.
 */
export async function restoreLost(
  folder: JournalFolder,
  log: RowLog,
  journals: readonly string[],
): Promise<Restored | null> {
  const there = await idsIn(log);
  const workspaces: RestoredWorkspace[] = [];
  const failed: string[] = [];
  for (const id of journals.filter((journal) => !there.has(journal))) {
    try {
      const found = await restoreOne(folder, log, id);
      if (found !== null) workspaces.push(found);
    } catch {
      failed.push(id);
    }
  }
  if (workspaces.length === 0 && (failed.length === 0 || there.size > 0)) return null;
  // Another tab may have been faster, which disturbs reading.
  const now = await idsIn(log);
  return { workspaces, left: failed.filter((id) => !now.has(id)).length };
}

const idsIn = async (log: RowLog): Promise<ReadonlySet<string>> =>
  new Set((await log.workspaces()).map(({ id }) => id));

/** What came back; null for a journal that nothing was ever written to. @throws when it cannot be read */
async function restoreOne(folder: JournalFolder, log: RowLog, id: string): Promise<RestoredWorkspace | null> {
  const { bytes, writtenAt } = await folder.read(id);
  if (bytes.length === 0) return null;
  const head = headOf(decodeAt(bytes, 0)?.record ?? null);
  if (head === null) throw new Error('The start of the journal cannot be read.');
  const { workspace, generation, world } = head;
  const { steps, isWhole } = readSteps(bytes);
  await log.put({ ...newRow(workspace), generation, openedAt: writtenAt }, world, steps);
  const events = steps.flatMap((step) => step.events);
  const messages = events.filter(({ type }) => type === 'message.saved').length;
  return { id, name: workspace.name, messages, isWhole };
}
