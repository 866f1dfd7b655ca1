import type { RowLog } from './row-log.ts';
import type { JournalFolder } from './folder.ts';
import { headOf, stepsOf } from './journal-file.ts';
import { decodeAt } from './record.ts';

/** What came back from the journals. */
export type Restored = { readonly workspaces: number; readonly messages: number };

/**
 * Puts workspaces back that have a journal and are not in the log: a browser has lost its database (reliability
 * L1, D10). A journal that cannot be read is left where it is.
 */
export async function restoreLost(
  folder: JournalFolder,
  log: RowLog,
  there: ReadonlySet<string>,
): Promise<Restored> {
  let workspaces = 0;
  let messages = 0;
  for (const id of await folder.workspaces()) {
    if (there.has(id)) continue;
    const bytes = await folder.read(id);
    const head = headOf(decodeAt(bytes, 0)?.record ?? null);
    if (head === null) continue;
    const steps = stepsOf(bytes);
    await log.create(head.workspace, head.world, steps);
    workspaces++;
    for (const { events } of steps) messages += events.filter(({ type }) => type === 'message.saved').length;
  }
  return { workspaces, messages };
}
