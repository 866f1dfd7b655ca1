import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { worldToJson } from '../../src/engine/world-json.ts';
import { Database } from '../../src/storage/database.ts';
import { DexieLog } from '../../src/storage/dexie-log.ts';
import type { Fence } from '../../src/storage/log.ts';
import { FakeTime } from '../support/fake-time.ts';
import { standInEngine, worldFile } from '../support/stand-in-engine.ts';
import { stepRows } from '../support/step-rows.ts';

const world = worldToJson(standInEngine.createWorld(worldFile));
let dexie: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange };
let log: DexieLog;
let fence: Fence;

beforeEach(async () => {
  dexie = { indexedDB: new IDBFactory(), IDBKeyRange };
  log = new DexieLog({ dexie, newId: () => 'incarnation', after: new FakeTime().after });
  await log.create({ id: 'mine', name: 'Mine', createdAt: 1 }, worldFile, [
    stepRows(1, 1, 2),
    stepRows(2, 3, 2),
    stepRows(3, 5, 2),
  ]);
  fence = await log.claim('mine');
});

/** Does to the stored rows what no call of the log does. */
async function spoil(work: (database: Database) => PromiseLike<unknown>): Promise<void> {
  const database = new Database(dexie);
  await database.open();
  await work(database);
  database.close();
}

const read = () => log.read('mine');
const quarantined = async () => {
  const rows: { table: string; reason: string }[] = [];
  await spoil(async (database) => rows.push(...(await database.quarantine.toArray())));
  return rows.map(({ table }) => table).sort();
};

describe('a damaged row', () => {
  const damages: [string, (database: Database) => PromiseLike<unknown>, string][] = [
    [
      'of an unknown type',
      (db) => db.events.update(['mine', 4], { 'event.type': 'x.y' } as never),
      'unknown type',
    ],
    ['without its moment', (db) => db.events.update(['mine', 4], { 'event.at': 'soon' }), 'is damaged'],
    ['with another number', (db) => db.events.update(['mine', 4], { 'event.seq': 9 }), 'is damaged'],
    ['that is no event', (db) => db.events.update(['mine', 4], { event: 'x' } as never), 'not an event'],
    ['that is missing', (db) => db.events.delete(['mine', 4]), 'is missing'],
  ];

  it.each(damages)('%s ends the log with the last whole step before it', async (_, damage, words) => {
    await spoil(damage);

    const stored = await read();

    expect(stored).toMatchObject({ seq: 2, step: 1 });
    expect(stored?.damage).toContain(words);
    expect(stored?.events.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('is kept aside with all that follows it, and writing goes on behind what is whole', async () => {
    await spoil((db) => db.events.delete(['mine', 4]));

    await log.cut(fence, { seq: 2, step: 1 }, 'event 4 is missing');
    await log.append(fence, [stepRows(2, 3)]);

    expect(await read()).toMatchObject({ seq: 3, step: 2, damage: null, workspace: { generation: 1 } });
    expect(await quarantined()).toEqual(['events', 'events', 'events', 'inputs', 'inputs']);
  });

  it('before the snapshot costs only what is shown of the past', async () => {
    await log.saveSnapshot(fence, 4, { ...world, seq: 4 });
    await spoil((db) => db.events.delete(['mine', 2]));

    const stored = await read();

    expect(stored).toMatchObject({ seq: 6, step: 3, damage: null, snapshot: { seq: 4 } });
    expect(stored?.events.map(({ seq }) => seq)).toEqual([3, 4, 5, 6]);
  });
});

describe('an input that is missing or damaged', () => {
  it('takes its events and all that follows along', async () => {
    await spoil((db) => db.inputs.delete(['mine', 3]));

    expect(await read()).toMatchObject({ seq: 4, step: 2, damage: 'the input of event 5 is missing' });
  });

  it('is found by its shape', async () => {
    await spoil((db) => db.inputs.update(['mine', 3], { input: 5 }));

    expect(await read()).toMatchObject({ seq: 4, step: 2 });
  });

  it('that has lost its last events is not whole', async () => {
    await spoil((db) => db.events.delete(['mine', 6]));

    expect(await read()).toMatchObject({ seq: 4, step: 2 });
  });
});

describe('a snapshot', () => {
  it('is read in place of the events before it', async () => {
    await log.saveSnapshot(fence, 4, { ...world, seq: 4 });

    expect(await read()).toMatchObject({ seq: 6, snapshot: { seq: 4, world: { seq: 4 } } });
  });

  const spoilt: [string, object][] = [
    ['that is cut short', { world: '{"seq":4' }],
    ['of another moment', { world: JSON.stringify({ ...world, seq: 3 }) }],
    ['of another release', { format: 0 }],
    ['that is no text', { world: 7 }],
  ];

  it.each(spoilt)('%s is passed over for an older one', async (_, change) => {
    await log.saveSnapshot(fence, 2, { ...world, seq: 2 });
    await log.saveSnapshot(fence, 4, { ...world, seq: 4 });
    await spoil((db) => db.snapshots.update(['mine', 4], change));

    expect(await read()).toMatchObject({ seq: 6, damage: null, snapshot: { seq: 2 } });
  });

  it('of events that are lost is not used', async () => {
    await log.saveSnapshot(fence, 6, { ...world, seq: 6 });
    await spoil((db) => db.inputs.delete(['mine', 3]));

    expect(await read()).toMatchObject({ seq: 4, step: 2, snapshot: null });
  });

  it('may be dropped', async () => {
    await log.saveSnapshot(fence, 4, { ...world, seq: 4 });
    await spoil((db) => db.snapshots.clear());

    expect((await read())?.events).toHaveLength(6);
  });

  it('makes only the one before it stay', async () => {
    for (const seq of [2, 4, 6]) await log.saveSnapshot(fence, seq, { ...world, seq });

    let seqs: number[] = [];
    await spoil(async (db) => {
      seqs = (await db.snapshots.toArray()).map((row) => row.seq);
    });
    expect(seqs).toEqual([4, 6]);
  });
});
