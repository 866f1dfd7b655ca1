import { Connection, type ConnectionOptions } from './connection.ts';
import { DexieLog } from './dexie-log.ts';
import { JournaledLog, type JournaledLogOptions } from './journal/journaled-log.ts';
import { journalsFolder, keptFolder, opfsFolder, testsFolder } from './journal/opfs-folder.ts';
import type { Log } from './log.ts';

/** The log of this browser: in its database and, where it has private files, in a journal beside it. */
export function openLog(options: ConnectionOptions & Pick<JournaledLogOptions, 'monotonic'>): Log {
  const folder = opfsFolder(journalsFolder);
  const connection = new Connection(options);
  const log = new DexieLog(options, connection);
  if (folder === null) return log;
  const lateRows = async () => new (await import('./late-rows.ts')).LateRowsLog(options, connection);
  const { after, monotonic } = options;
  const beside = { testsFolder: opfsFolder(testsFolder), keptFolder: opfsFolder(keptFolder) };
  return new JournaledLog({ log, lateRows, folder, ...beside, after, monotonic });
}
