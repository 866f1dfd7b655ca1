import type { ServiceError } from '../protocol/engine-api.ts';
import type { Log } from '../storage/log.ts';
import { StorageError, toStorageError } from '../storage/storage-error.ts';
import type { Ports } from './ports.ts';
import { memoryProblem, storageProblem } from './problems.ts';

/**
 * Opens the database, or keeps everything in memory where there is none or it cannot be opened. Data that
 * another release holds or wrote is there: then nothing is opened, so that nobody works beside it unawares.
 *
 * @throws StorageError `newer` or `blocked`
 */
export async function openStorage(
  ports: Ports,
  lost: (problem: ServiceError) => void,
): Promise<{ readonly log: Log; readonly problem: ServiceError | null }> {
  const log = ports.openLog((why) => {
    lost(storageProblem(new StorageError(why, 'The browser closed the database.')));
  });
  if (log === null) return inMemory();
  try {
    await log.workspaces();
    return { log, problem: null };
  } catch (error) {
    await log.close();
    const { fault } = toStorageError(error);
    if (fault === 'newer' || fault === 'blocked') throw error;
    return inMemory();
  }
}

/** Hardly anybody has no database, so the log that does without comes when it is needed. */
async function inMemory(): Promise<{ readonly log: Log; readonly problem: ServiceError }> {
  const { MemoryLog } = await import('../storage/memory-log.ts');
  return { log: new MemoryLog(), problem: memoryProblem };
}
