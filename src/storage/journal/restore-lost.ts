import type { Restored, RestoredWorkspace, Test } from '../../protocol/engine-api.ts';
import type { LastingDraft } from '../lasting-drafts.ts';
import { newRow } from '../rows.ts';
import { readChain } from './chain.ts';
import { filesOf, type JournalFolder, type JournalName } from './folder.ts';
import type { SnapshotRecord } from './record.ts';
import type { RowLog } from './row-log.ts';

/**
 * Puts workspaces back that have a journal and are not in the log: a browser has lost its database (reliability
 * L1, D10). One that cannot be put back does not keep the others from it. Null when nothing was missing; what was
 * left where it is at an earlier start, while the log goes on, is not spoken of again.
 */
export async function restoreLost(
  folder: JournalFolder,
  log: RowLog,
  journals: readonly JournalName[],
  beside: Beside = nothingBeside,
): Promise<Restored | null> {
  await goOnWithLate(folder, log, journals);
  const there = await idsIn(log);
  const lost = new Set(journals.map(({ workspace }) => workspace));
  const workspaces: RestoredWorkspace[] = [];
  const failed: string[] = [];
  for (const id of lost) {
    if (there.has(id)) continue;
    try {
      const found = await restoreOne(folder, log, journals, id, beside);
      if (found !== null) workspaces.push(found);
    } catch {
      failed.push(id);
    }
  }
  // Another tab may have put back some of them meanwhile.
  await goOnWithLate(folder, log, journals);
  if (workspaces.length === 0 && (failed.length === 0 || there.size > 0)) return null;
  // Another tab may have been faster, which disturbs reading.
  const now = await idsIn(log);
  return { workspaces, left: failed.filter((id) => !now.has(id)).length };
}

/** What an earlier start began to bring back is brought to its end; where its journal cannot be read, another start tries. */
async function goOnWithLate(
  folder: JournalFolder,
  log: RowLog,
  journals: readonly JournalName[],
): Promise<void> {
  for (const row of [...(await log.workspaces()), ...(await log.deleted())]) {
    if (row.late === undefined) continue;
    const chain = await readChain(folder, journals, row.id).catch(() => null);
    const { createdAt } = chain?.head?.workspace ?? {};
    if (chain?.head?.generation === row.generation && createdAt === row.createdAt)
      log.goOn?.(row, chain.steps);
  }
}

/** What lies beside the journal of a workspace. */
type Beside = {
  readonly tests: (workspace: string) => Promise<readonly Test[]>;
  readonly drafts: (workspace: string) => Promise<readonly LastingDraft[]>;
};
const none = () => Promise.resolve([]);
const nothingBeside: Beside = { tests: none, drafts: none };

/** What is deleted is not lost. */
const idsIn = async (log: RowLog): Promise<Set<string>> =>
  new Set([...(await log.workspaces()), ...(await log.deleted())].map(({ id }) => id));

/** What came back; null for a journal that nothing was ever written to. @throws when it cannot be read */
async function restoreOne(
  folder: JournalFolder,
  log: RowLog,
  journals: readonly JournalName[],
  id: string,
  { tests, drafts }: Beside,
): Promise<RestoredWorkspace | null> {
  const { head, steps, isWhole, writtenAt, snapshot } = await readChain(folder, journals, id);
  if (head === null && isWhole) return null;
  if (head === null) throw new Error('The start of the journal cannot be read.');
  const { workspace, generation, world } = head;
  // Whoever claims it begins files that come after these.
  const epoch = Math.max(...filesOf(journals, id).map((name) => name.epoch));
  // It may have had another name at first, which the next writer's journal is to know as well.
  const row = { ...newRow(workspace), generation, epoch, openedAt: writtenAt, isRenamed: true };
  // A workspace without its tests is better than none.
  const kept = await tests(id).catch(() => []);
  await log.put(row, world, steps, snapshot === null ? null : snapshotRow(snapshot), kept);
  for (const { place, text } of await drafts(id).catch(() => [])) await log.saveDraft(id, place, text);
  const events = steps.flatMap((step) => step.events);
  const messages = events.filter(({ type }) => type === 'message.saved').length;
  return { id: workspace.id, name: workspace.name, messages, isWhole };
}

const snapshotRow = ({ last, format, world }: SnapshotRecord) => ({
  seq: last.seq,
  format,
  world: JSON.stringify(world),
});
