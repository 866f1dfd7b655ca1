import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { databaseName } from '../../src/storage/database.ts';
import { DexieLog } from '../../src/storage/dexie-log.ts';
import { migrations, schemaVersion } from '../../src/storage/migrations.ts';
import { toStorageError } from '../../src/storage/storage-error.ts';
import { FakeTime, settle } from '../support/fake-time.ts';
import { worldFile } from '../support/stand-in-engine.ts';
import { storedStep } from '../support/stored-step.ts';

let indexedDB: IDBFactory;
let time: FakeTime;
let told: string[];
let ids = 0;

beforeEach(() => {
  indexedDB = new IDBFactory();
  time = new FakeTime();
  told = [];
});

const open = () =>
  new DexieLog({
    dexie: { indexedDB, IDBKeyRange },
    newId: () => `incarnation ${String(++ids)}`,
    after: time.after,
    closed: (why) => told.push(why),
  });

const mine = { id: 'mine', name: 'Mine', createdAt: 1 };
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => toStorageError(error).fault,
  );

/** Opens the database as another release does. */
async function asRelease(version: number, work: (database: Dexie) => Promise<unknown>): Promise<void> {
  const database = new Dexie(databaseName, { indexedDB, IDBKeyRange });
  for (const migration of migrations) database.version(migration.version).stores(migration.tables ?? {});
  if (version > schemaVersion) database.version(version).stores({ extra: 'id' });
  await database.open();
  await work(database);
  database.close();
}

describe('the migrations', () => {
  it('are numbered 1, 2, 3 …, and each says why', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
    expect(migrations.every(({ why }) => why.endsWith('.'))).toBe(true);
  });
});

describe('data of a newer release', () => {
  it('is not opened', async () => {
    await asRelease(schemaVersion + 1, () => Promise.resolve());

    expect(await faultOf(open().workspaces())).toBe('newer');
  });

  it('is not written to by a tab that was open when the newer release came', async () => {
    const log = open();
    await log.create(mine, worldFile, []);
    const fence = await log.claim('mine');

    await asRelease(schemaVersion + 1, () => Promise.resolve());
    const fault = await faultOf(log.append(fence, [storedStep(1, 1)]));

    expect([fault, told]).toEqual(['newer', ['newer']]);
  });

  it('is known by the mark in it, too', async () => {
    const log = open();
    await log.create(mine, worldFile, []);
    const fence = await log.claim('mine');

    await asRelease(schemaVersion, (db) => db.table('meta').update('store', { schema: schemaVersion + 1 }));

    expect(await faultOf(log.append(fence, [storedStep(1, 1)]))).toBe('newer');
    expect(await faultOf(open().workspaces())).toBe('newer');
  });
});

describe('data that was deleted while the tab was open', () => {
  it('is not written into the empty database that takes its place', async () => {
    const log = open();
    await log.create(mine, worldFile, []);
    const fence = await log.claim('mine');

    await Dexie.delete(databaseName).catch(() => undefined);
    const deletion = indexedDB.deleteDatabase(databaseName);
    await new Promise((resolve) => {
      deletion.onsuccess = resolve;
    });
    const faults = [await faultOf(log.append(fence, [storedStep(1, 1)])), await faultOf(log.workspaces())];

    expect(faults).toEqual(['gone', 'gone']);
    expect(told).toEqual(['gone']);
  });

  it('is known by the incarnation when another tab has begun anew', async () => {
    const log = open();
    await log.create(mine, worldFile, []);
    const fence = await log.claim('mine');

    await asRelease(schemaVersion, (db) => db.table('meta').update('store', { incarnation: 'another' }));

    expect(await faultOf(log.append(fence, [storedStep(1, 1)]))).toBe('gone');
  });
});

describe('an upgrade that an older tab blocks', () => {
  it('is given up after three seconds and works once that tab is closed', async () => {
    const old = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(databaseName, 1);
      request.onsuccess = () => {
        resolve(request.result);
      };
    });
    const log = open();

    const opening = faultOf(log.workspaces());
    await settle();
    await time.pass(3000);
    const fault = await opening;
    old.close();
    await settle();

    expect(fault).toBe('blocked');
    expect(await faultOf(log.workspaces())).toBe('none');
  });
});

describe('a database that cannot be opened', () => {
  it('is a failure that may pass', async () => {
    let broken = true;
    const failing = new Proxy(indexedDB, {
      get: (target, key) => {
        if (key === 'open' && broken) {
          return () => {
            throw new DOMException('Internal error.', 'UnknownError');
          };
        }
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    const log = new DexieLog({
      dexie: { indexedDB: failing, IDBKeyRange },
      newId: () => 'one',
      after: time.after,
    });

    const before = await faultOf(log.workspaces());
    broken = false;

    expect([before, await faultOf(log.workspaces())]).toEqual(['write', 'none']);
  });
});
