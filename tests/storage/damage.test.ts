import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { worldToJson } from '../../src/engine/world-json.ts';
import { Database } from '../../src/storage/database.ts';
import { DexieLog } from '../../src/storage/dexie-log.ts';
import type { Fence } from '../../src/storage/log.ts';
import { FakeTime } from '../support/fake-time.ts';
import { standInEngine, worldFile } from '../support/stand-in-engine.ts';
import { storedStep } from '../support/stored-step.ts';
import { asText } from '../../src/engine/codes.ts';
import { sentence } from '../../src/words/sentence.ts';

const world = worldToJson(standInEngine.createWorld(worldFile));
let dexie: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange };
let log: DexieLog;
let fence: Fence;

beforeEach(async () => {
  dexie = { indexedDB: new IDBFactory(), IDBKeyRange };
  log = new DexieLog({ dexie, newId: () => 'incarnation', after: new FakeTime().after });
  await log.create({ id: 'mine', name: 'Mine', createdAt: 1 }, worldFile, [
    storedStep(1, 1, 2),
    storedStep(2, 3, 2),
    storedStep(3, 5, 2),
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
  const rows: { table: string }[] = [];
  await spoil(async (database) => rows.push(...(await database.quarantine.toArray())));
  return rows.map(({ table }) => table).sort();
};

/** Changes what is stored of a step. */
const change =
  (step: number, how: (stored: Loose) => unknown) =>
  async (database: Database): Promise<void> => {
    const row = await database.steps.get(['mine', step]);
    const text = JSON.stringify(how(JSON.parse(row?.text ?? '') as Loose));
    await database.steps.update(['mine', step], { text });
  };

/** A stored step of which nothing is certain. */
type Loose = { events: Record<string, unknown>[] } & Record<string, unknown>;

const withEvent = (event: object | string) => (stored: Loose) => ({
  ...stored,
  events: stored.events.with(
    1,
    typeof event === 'string' ? (event as never) : { ...stored.events[1], ...event },
  ),
});

describe('a damaged row', () => {
  const damages: [string, (database: Database) => PromiseLike<unknown>, string][] = [
    ['of an unknown type', change(2, withEvent({ type: 'x.y' })), 'Event 4 is of an unknown type'],
    ['without its moment', change(2, withEvent({ at: 'soon' })), 'Event 4 is damaged'],
    ['with another number', change(2, withEvent({ seq: 9 })), 'Event 4 is damaged'],
    ['that is no event', change(2, withEvent('x')), 'Event 4 is not an event'],
    ['without an event', change(2, (step) => ({ ...step, events: [] })), 'Event 3 is missing'],
    ['without its input', change(2, (step) => ({ ...step, input: 5 })), 'Step 2 is damaged'],
    ['of another number', change(2, (step) => ({ ...step, step: 7 })), 'Step 2 is damaged'],
    ['of another command', change(2, (step) => ({ ...step, command: 'x' })), 'Step 2 is damaged'],
    ['cut short', (db) => db.steps.update(['mine', 2], { text: '{"step":2,"comm' }), 'Step 2 is damaged'],
    ['that is no text', (db) => db.steps.update(['mine', 2], { text: 7 as never }), 'Step 2 is damaged'],
    ['that is null', (db) => db.steps.update(['mine', 2], { text: 'null' }), 'damaged'],
    ['that is missing', (db) => db.steps.delete(['mine', 2]), 'Step 2 is missing'],
  ];

  it.each(damages)('%s ends the log with the step before it', async (_, damage, words) => {
    await spoil(damage);

    const stored = await read();

    expect(stored).toMatchObject({ seq: 2, step: 1 });
    expect(stored?.damage && sentence(stored.damage)).toContain(words);
    expect(stored?.events.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('is kept aside with all that follows it, and writing goes on behind what is whole', async () => {
    await spoil(change(2, withEvent('x')));

    await log.cut(fence, { step: 1 }, asText('Event 4 is missing.'));
    await log.append(fence, [storedStep(2, 3)]);

    expect(await read()).toMatchObject({ seq: 3, step: 2, damage: null, workspace: { generation: 1 } });
    expect(await quarantined()).toEqual(['steps', 'steps']);
  });

  it('before the snapshot costs only what is shown of the past', async () => {
    await log.saveSnapshot(fence, 4, { ...world, seq: 4 });
    await spoil((db) => db.steps.update(['mine', 1], { text: 'x' }));

    const stored = await read();

    expect(stored).toMatchObject({ seq: 6, step: 3, damage: null, snapshot: { seq: 4 } });
    expect(stored?.events.map(({ seq }) => seq)).toEqual([3, 4, 5, 6]);
  });

  it('after the snapshot ends the log with the step before it', async () => {
    await log.saveSnapshot(fence, 4, { ...world, seq: 4 });
    await spoil((db) => db.steps.delete(['mine', 1]));
    await spoil((db) => db.steps.delete(['mine', 3]));

    expect(await read()).toMatchObject({ seq: 4, step: 2, snapshot: { seq: 4 } });
  });

  it('is not among the events that are read later', async () => {
    await spoil(change(2, withEvent('x')));

    expect((await log.events('mine', 2, 5)).map(({ seq }) => seq)).toEqual([2, 5]);
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
    await spoil((db) => db.steps.delete(['mine', 3]));

    expect(await read()).toMatchObject({ seq: 4, step: 2, snapshot: null });
  });

  it('may be dropped', async () => {
    await log.saveSnapshot(fence, 4, { ...world, seq: 4 });
    await spoil((db) => db.snapshots.clear());

    expect((await read())?.events).toHaveLength(6);
  });

  it('of a world that was cut off meanwhile is not kept for the events that come in its place', async () => {
    await log.cut(fence, { step: 2 }, asText('Event 5 is missing.'));
    await log.saveSnapshot(fence, 6, { ...world, seq: 6 });
    await log.append(fence, [storedStep(3, 5, 2)]);

    expect(await read()).toMatchObject({ seq: 6, snapshot: null });
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
