import { databaseName } from '../src/storage/database.ts';
import type { StepRow, StoredStep } from '../src/storage/rows.ts';

/** What one transaction wrote: each row as JSON. */
export type Batch = readonly string[];

const rawName = 'rehearsal-bench-raw';

/** What the app put into its database for a workspace. */
export async function storedSteps(workspace: string): Promise<readonly StoredStep[]> {
  const database = await promised(indexedDB.open(databaseName));
  try {
    const transaction = database.transaction('steps', 'readonly');
    const range = IDBKeyRange.bound([workspace, 0], [workspace, Infinity]);
    const rows = (await promised(transaction.objectStore('steps').getAll(range))) as StepRow[];
    return rows.map(({ text }) => JSON.parse(text) as StoredStep);
  } finally {
    database.close();
  }
}

/** The least that a browser can do to keep rows: no index, numbers as keys, strict durability. */
export class RawDatabase {
  readonly #database: IDBDatabase;
  #key = 0;

  private constructor(database: IDBDatabase) {
    this.#database = database;
  }

  static async open(): Promise<RawDatabase> {
    const request = indexedDB.open(rawName);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('rows');
    };
    return new RawDatabase(await promised(request));
  }

  /** One transaction for each batch, each awaited until it is on disk. */
  async write(batches: readonly Batch[]): Promise<void> {
    for (const rows of batches) {
      const transaction = this.#database.transaction('rows', 'readwrite', { durability: 'strict' });
      const store = transaction.objectStore('rows');
      for (const row of rows) store.add(row, ++this.#key);
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => {
          resolve();
        };
        transaction.onabort = () => {
          reject(transaction.error ?? new Error('A raw transaction was aborted.'));
        };
      });
    }
  }

  close(): void {
    this.#database.close();
  }
}

function promised<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('The database could not be read.'));
    };
  });
}
