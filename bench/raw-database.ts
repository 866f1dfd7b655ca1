import { databaseName } from '../src/storage/database.ts';
import type { EventRow, InputRow } from '../src/storage/rows.ts';

/** What one transaction wrote: each row as JSON. */
export type Batch = { readonly inputs: readonly string[]; readonly events: readonly string[] };

const rawName = 'rehearsal-bench-raw';

/** What the app put into its database for a workspace. */
export async function storedRows(workspace: string): Promise<{ inputs: InputRow[]; events: EventRow[] }> {
  const database = await promised(indexedDB.open(databaseName));
  try {
    const transaction = database.transaction(['inputs', 'events'], 'readonly');
    const range = IDBKeyRange.bound([workspace, 0], [workspace, Infinity]);
    const [inputs, events] = await Promise.all([
      promised(transaction.objectStore('inputs').getAll(range)),
      promised(transaction.objectStore('events').getAll(range)),
    ]);
    return { inputs: inputs as InputRow[], events: events as EventRow[] };
  } finally {
    database.close();
  }
}

/** The least that a browser can do to keep rows: two stores, no index, numbers as keys, strict durability. */
export class RawDatabase {
  readonly #database: IDBDatabase;
  #key = 0;

  private constructor(database: IDBDatabase) {
    this.#database = database;
  }

  static async open(): Promise<RawDatabase> {
    const request = indexedDB.open(rawName);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('inputs');
      request.result.createObjectStore('events');
    };
    return new RawDatabase(await promised(request));
  }

  /** One transaction for each batch, each awaited until it is on disk. */
  async write(batches: readonly Batch[]): Promise<void> {
    for (const { inputs, events } of batches) {
      const transaction = this.#database.transaction(['inputs', 'events'], 'readwrite', {
        durability: 'strict',
      });
      const [inputStore, eventStore] = [transaction.objectStore('inputs'), transaction.objectStore('events')];
      for (const row of inputs) inputStore.add(row, ++this.#key);
      for (const row of events) eventStore.add(row, ++this.#key);
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
