import type { ConnectionOptions } from './connection.ts';
import { DexieLog } from './dexie-log.ts';
import { LateRowsLog } from './late-rows.ts';
import { JournaledLog, type JournaledLogOptions } from './journal/journaled-log.ts';
import { journalsFolder, opfsFolder, testsFolder } from './journal/opfs-folder.ts';
import type { Log } from './log.ts';

/** The log of this browser: in its database and, where it has private files, in a journal beside it. */
export function openLog(options: ConnectionOptions & Pick<JournaledLogOptions, 'monotonic'>): Log {
  const folder = opfsFolder(journalsFolder);
  return folder === null
    ? new DexieLog(options)
    : new JournaledLog({
        log: new LateRowsLog(options),
        folder,
        testsFolder: opfsFolder(testsFolder),
        after: options.after,
        monotonic: options.monotonic,
      });
}
