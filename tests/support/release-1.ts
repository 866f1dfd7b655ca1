import { Dexie } from 'dexie';
import { IDBKeyRange, type IDBFactory } from 'fake-indexeddb';
import { databaseName } from '../../src/storage/database.ts';
import { encodeRecord } from '../../src/storage/journal/record.ts';
import { migrations } from '../../src/storage/migrations.ts';
import { newRow, type StoredStep, type WorkspaceRow } from '../../src/storage/rows.ts';
import { worldFile } from './stand-in-engine.ts';

/* What release 0.1 wrote: it kept an input apart from its events, in the database and in its journals. */

const split = (workspace: string, { events, ...input }: StoredStep) => ({
  input: { workspace, ...input },
  events,
});

/** Makes a database as release 0.1 left it, and does to it what the test wants. */
export async function databaseOfRelease1(
  indexedDB: IDBFactory,
  workspace: Pick<WorkspaceRow, 'id' | 'name' | 'createdAt'>,
  steps: readonly StoredStep[],
  work: (database: Dexie) => PromiseLike<unknown> = () => Promise.resolve(),
): Promise<void> {
  const database = new Dexie(databaseName, { indexedDB, IDBKeyRange });
  database.version(1).stores(migrations[0]?.tables ?? {});
  await database.open();
  const { id } = workspace;
  await database.table('workspaces').put(newRow(workspace));
  await database.table('worlds').put({ workspace: id, world: worldFile });
  await database.table('meta').put({ key: 'store', schema: 1, incarnation: 'of release 1' });
  await database.table('inputs').bulkAdd(steps.map((step) => split(id, step).input));
  await database
    .table('events')
    .bulkAdd(
      steps.flatMap(({ events }) => events.map((event) => ({ workspace: id, seq: event.seq, event }))),
    );
  await work(database);
  database.close();
}

/** A journal as release 0.1 wrote it: one record for each group of steps. */
export function journalOfRelease1(
  workspace: Pick<WorkspaceRow, 'id' | 'name' | 'createdAt'>,
  steps: readonly StoredStep[],
): Uint8Array {
  const head = { format: 1, workspace, generation: 0, world: worldFile };
  const groups = steps.map((step) => ({ steps: [split(workspace.id, step)] }));
  return Uint8Array.from([head, ...groups].flatMap((record) => [...encodeRecord(JSON.stringify(record))]));
}
