import type { ConnectionOptions } from './connection.ts';
import { DexieLog } from './dexie-log.ts';
import { JournaledLog, type JournaledLogOptions } from './journal/journaled-log.ts';
import { journalsFolder, opfsFolder, testsFolder } from './journal/opfs-folder.ts';
import type { Log } from './log.ts';

/** The log of this browser: in its database and, where it has private files, in a journal beside it. */
export function openLog(options: ConnectionOptions & Pick<JournaledLogOptions, 'monotonic'>): Log {
  const log = new DexieLog(options);
  const folder = opfsFolder(journalsFolder);
  return folder === null
    ? log
    : new JournaledLog({
        log,
        folder,
        testsFolder: opfsFolder(testsFolder),
        after: options.after,
        monotonic: options.monotonic,
      });
}
