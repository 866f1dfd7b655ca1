import type { KeptScriptFolder, ScriptFoldersApi } from '../../protocol/script-folder-api.ts';
import type { Log } from '../../storage/log.ts';

/** Under this name the folder of a workspace is kept in this browser: its handle fits into no file and no journal. */
const keptAs = (workspace: string): string => `script folder ${workspace}`;

/** Which folder of script files a workspace goes with. */
export const createScriptFolders = (log: () => Promise<Log>): ScriptFoldersApi => ({
  async scriptFolder(workspace) {
    const kept = await log()
      .then((from) => from.kept(keptAs(workspace)))
      .catch(() => null);
    return (kept ?? null) as KeptScriptFolder | null;
  },
  keepScriptFolder: (workspace, folder) =>
    log()
      .then((from) => from.keep(keptAs(workspace), folder))
      .then(
        () => true,
        () => false,
      ),
});

/** A workspace is gone, and with it which folder it went with: a zip may be large. */
export async function forgetScriptFolder(log: Log, workspace: string): Promise<void> {
  const name = keptAs(workspace);
  if (((await log.kept(name)) ?? null) !== null) await log.keep(name, null);
}
