import type {
  DraftRow,
  EventRow,
  InputRow,
  MetaRow,
  QuarantineRow,
  WorkspaceRow,
  WorldRow,
} from '../../../src/storage/rows.ts';

export type RawLog = {
  readonly workspaces: readonly WorkspaceRow[];
  readonly worlds: readonly WorldRow[];
  readonly inputs: readonly InputRow[];
  readonly events: readonly EventRow[];
  readonly drafts: readonly DraftRow[];
  readonly quarantine: readonly QuarantineRow[];
  readonly meta: readonly MetaRow[];
};

/**
 * The tables as they lie on the disk, read past the storage layer. Runs in a page; whole in itself, so that it can
 * be sent there.
 */
export async function readTables(): Promise<RawLog> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(new Error(request.error?.message));
      };
    });
  const names = ['workspaces', 'worlds', 'inputs', 'events', 'drafts', 'quarantine', 'meta'];
  const database = await done(indexedDB.open('rehearsal'));
  const transaction = database.transaction(names, 'readonly');
  const tables = await Promise.all(
    names.map(async (name): Promise<[string, unknown[]]> => {
      return [name, await done(transaction.objectStore(name).getAll())];
    }),
  );
  database.close();
  return Object.fromEntries(tables) as unknown as RawLog;
}
