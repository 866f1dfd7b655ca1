import type { KeptScriptFolder, ScriptFoldersApi } from '../../protocol/script-folder-api.ts';
import type { Log } from '../../storage/log.ts';

/** Under this name the folder of a workspace is kept in this browser: its handle fits into no file and no journal. */
const keptAs = (workspace: string): string => `script folder ${workspace}`;

/** A text has no such sum: a branch begins with what it was, so nobody knows which side of it is newer. */
const unknownSum = '0'.repeat(16);

/** Which folder of script files a workspace goes with. */
export const createScriptFolders = (log: () => Promise<Log>): ScriptFoldersApi => ({
  async scriptFolder(workspace) {
    try {
      return await folderOf(await log(), workspace);
    } catch {
      return null;
    }
  },
  keepScriptFolder: (workspace, folder) =>
    log()
      .then((from) => from.keep(keptAs(workspace), folder))
      .then(
        () => true,
        () => false,
      ),
});

/** That of the workspace, or of the one that it is a branch of: whoever restarts goes on with the same files. */
async function folderOf(from: Log, workspace: string): Promise<KeptScriptFolder | null> {
  const rows = new Map((await from.workspaces()).map((row) => [row.id, row]));
  const passed = new Set<string>();
  for (let id: string | undefined = workspace; id !== undefined && !passed.has(id);) {
    const kept = (await from.kept(keptAs(id))) as KeptScriptFolder | null | undefined;
    if (kept === null) return null;
    if (kept !== undefined) return id === workspace ? kept : withoutSums(kept);
    passed.add(id);
    id = rows.get(id)?.parent?.workspace;
  }
  return null;
}

const withoutSums = (kept: KeptScriptFolder): KeptScriptFolder => ({
  ...kept,
  exchange: kept.exchange.map((one) => ({ ...one, sum: unknownSum })),
});

/** A workspace is gone, and with it which folder it went with: a zip may be large. */
export async function forgetScriptFolder(log: Log, workspace: string): Promise<void> {
  const name = keptAs(workspace);
  if (((await log.kept(name)) ?? null) !== null) await log.keep(name, null);
}
