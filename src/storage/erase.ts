import { Dexie } from 'dexie';
import { databaseName } from './database.ts';
import { inTime, type After } from './journal/in-time.ts';
import { journalsFolder, keptFolder, testsFolder } from './journal/opfs-folder.ts';

/** What of the storage could not be deleted. */
export type LeftOver = 'database' | 'journals';

/** Another tab may need so long to let go of what it holds, in milliseconds. */
const patience = 8000;
const tryAgainEvery = 250;

/** Deletes everything that is stored here. To be called when no tab uses it any more; says what is left. */
export async function eraseStorage(after: After): Promise<readonly LeftOver[]> {
  const left: LeftOver[] = [];
  // The journals go last: as long as one is there, nothing that it holds is lost by half.
  if (!(await deletes(after, () => Dexie.delete(databaseName)))) left.push('database');
  if (!(await deletes(after, deleteJournals))) left.push('journals');
  return left;
}

async function deleteJournals(): Promise<void> {
  if (!('storage' in navigator) || !('getDirectory' in navigator.storage)) return;
  const root = await navigator.storage.getDirectory();
  for (const name of [testsFolder, keptFolder, journalsFolder])
    await root.removeEntry(name, { recursive: true }).catch((error: unknown) => {
      if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
    });
}

/** Whether it could be deleted, as soon as nobody holds it any more. */
async function deletes(after: After, work: () => PromiseLike<void>): Promise<boolean> {
  for (let waited = 0; waited <= patience; waited += tryAgainEvery) {
    const trying = Promise.resolve(work()).then(
      () => 'done' as const,
      () => 'held' as const,
    );
    const came = await inTime(after, trying, 'late' as const, patience);
    if (came !== 'held') return came === 'done';
    await new Promise<void>((resolve) => after(tryAgainEvery, resolve));
  }
  return false;
}
