import { IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { worldToJson } from '../../src/engine/world-json.ts';
import { Database } from '../../src/storage/database.ts';
import { schemaVersion } from '../../src/storage/migrations.ts';
import { snapshotEvery } from '../../src/storage/rows.ts';
import { createEngineService } from '../../src/worker/service.ts';
import { until } from '../support/fake-time.ts';
import { base, fromFile, Machine, presence, type Tab } from '../support/in-process-worker.ts';
import { standInEngine, worldFile } from '../support/stand-in-engine.ts';
import { sentence } from '../../src/words/sentence.ts';

async function spoil<T>(machine: Machine, work: (database: Database) => PromiseLike<T>): Promise<T> {
  const database = new Database({ indexedDB: machine.indexedDB, IDBKeyRange });
  await database.open();
  const result = await work(database);
  database.close();
  return result;
}

/** Leaves of the step that event `seq` belongs to only what it is found by. */
const damageStepOf = (seq: number) => (database: Database) =>
  database.steps.where('[workspace+seq]').equals(['first-visit', seq]).modify({ text: 'nonsense' });

const problems = (tab: Tab) =>
  tab.heard.flatMap((told) =>
    told.type === 'storage' && told.storage.problem ? [told.storage.problem] : [],
  );

describe('a workspace with a damaged row', () => {
  it('opens up to it, keeps the rest aside, says so, and goes on', async () => {
    const machine = new Machine();
    const first = await machine.tab();
    for (const id of ['a', 'b', 'c']) await first.dispatch(id);
    await first.service.close();
    await spoil(machine, damageStepOf(5));

    const second = await machine.tab();
    const answer = await second.dispatch('d');

    expect(second.opened.events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(problems(second)).toMatchObject([{ code: 'E-DB-CORRUPT' }]);
    expect(problems(second).map(({ reason }) => sentence(reason))[0]).toMatch(
      /step 4 .* kept.*moved aside, not deleted.*Check/s,
    );
    expect(answer).toEqual({ kind: 'committed', seq: 5 });
    expect(await spoil(machine, (db) => db.quarantine.count())).toBe(2);
  });

  it('opens up to an event that cannot be folded', async () => {
    const machine = new Machine();
    const first = await machine.tab();
    for (const id of ['a', 'b']) await first.dispatch(id);
    await first.service.close();
    const fold: typeof standInEngine.fold = (world, event) => {
      if (event.seq === 5) throw new TypeError('no such session');
      return standInEngine.fold(world, event);
    };

    const second = await machine.tab({ ports: { engine: { ...standInEngine, fold } } });

    expect(second.opened.events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(problems(second)).toMatchObject([{ code: 'E-DB-CORRUPT' }]);
  });

  it('is mended while it is written to, too', async () => {
    const machine = new Machine();
    const tab = await machine.tab();
    await tab.dispatch('a');
    await spoil(machine, (db) =>
      db.steps.put({ workspace: 'first-visit', step: 4, command: 'x', seq: 5, text: 'x' }),
    );

    const answer = await tab.dispatch('b');

    expect(answer).toEqual({ kind: 'committed', seq: 5 });
    expect(problems(tab)).toMatchObject([{ code: 'E-DB-CORRUPT' }]);
    expect(await spoil(machine, (db) => db.quarantine.count())).toBe(1);
  });

  it('leaves the other workspaces alone', async () => {
    const machine = new Machine();
    const first = await machine.tab();
    await first.service.createPlayed(fromFile, 'mine');
    await spoil(machine, (db) => db.steps.clear());

    expect(await first.service.open('mine')).toMatchObject({ workspace: { id: 'mine' }, events: [] });
    expect(problems(first)).toEqual([]);
  });
});

describe('a long log', () => {
  it('opens to the same world with its snapshots and without them', async () => {
    const machine = new Machine();
    const first = await machine.tab();
    const count = snapshotEvery + 250;
    await Promise.all(
      Array.from({ length: count }, (_, index) =>
        first.dispatch(String(index), presence(1, index % 2 === 0)),
      ),
    );
    await first.dispatch('last', presence(2, true));
    await machine.time.pass(2000); // nobody writes
    await first.service.close();
    const snapshots = await spoil(machine, (db) => db.snapshots.toArray());

    const withSnapshots = await machine.tab();
    await withSnapshots.service.close();
    await spoil(machine, (db) => db.snapshots.clear());
    const without = await machine.tab();

    expect(snapshots.map(({ seq }) => seq)).toEqual([expect.any(Number)]);
    expect(without.opened.world).toEqual(withSnapshots.opened.world);
    expect(without.opened.world.seq).toBe(count + 4);
    expect(without.opened.events.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 1000 }, (_, index) => count + 4 - 999 + index),
    );
    expect(withSnapshots.opened.events).toEqual(without.opened.events);
    const all = (await without.log()).reduce(standInEngine.fold, standInEngine.createWorld(worldFile));
    expect(worldToJson(all)).toEqual(without.opened.world);
  });

  it('blames a snapshot that cannot be used before the events after it', async () => {
    const machine = new Machine();
    const first = await machine.tab();
    await Promise.all(Array.from({ length: snapshotEvery }, (_, index) => first.dispatch(String(index))));
    await first.dispatch('last');
    await machine.time.pass(2000);
    await first.service.close();
    await spoil(machine, (db) =>
      db.snapshots.toCollection().modify((row: { world: string; seq: number }) => {
        row.world = JSON.stringify({ seq: row.seq, sessions: [] });
      }),
    );

    const second = await machine.tab();

    expect(second.opened.world.seq).toBe(snapshotEvery + 4);
    expect(problems(second)).toEqual([]);
  });
});

describe('data that cannot be used', () => {
  it('of a newer release: nothing is opened, nothing is changed, the page is told why', async () => {
    const machine = new Machine();
    const first = await machine.tab();
    await first.service.close();
    await spoil(machine, (db) => db.meta.update('store', { schema: schemaVersion + 1 }));

    const ports = machine.ports();
    let opens = 0;
    const openLog: typeof ports.openLog = (closed) => {
      opens += 1;
      return ports.openLog(closed);
    };
    const service = createEngineService({ ...ports, openLog });
    const heard: unknown[] = [];
    const connected = await service.connect((told) => heard.push(told), base);
    const before = opens;
    const opened = await service.open(null);
    expect(opens).toBe(before + 1);

    expect(connected.storage).toMatchObject({ kind: 'indexedDB', problem: { code: 'E-DB-NEWER' } });
    expect(opened).toMatchObject({ problem: { code: 'E-DB-NEWER' } });
    expect(await service.workspaces()).toEqual([]);
  });

  it('deleted under the tab: it keeps what it shows, and says that nothing is saved', async () => {
    const machine = new Machine();
    const tab = await machine.tab();
    await tab.dispatch('a', presence(1, true));
    await spoil(machine, (db) => db.meta.update('store', { incarnation: 'another' }));

    const answers = [await tab.dispatch('b'), await tab.dispatch('c')];

    expect(answers).toMatchObject([
      { kind: 'failed', problem: { code: 'E-DB-GONE' } },
      { kind: 'failed', problem: { code: 'E-DB-GONE' } },
    ]);
    expect(problems(tab).at(-1)?.code).toBe('E-DB-GONE');
    expect(tab.events.map(({ seq }) => seq)).toEqual([4]);
  });

  it('kept from being opened by an older tab: says so, and opens once that is closed', async () => {
    const machine = new Machine();
    const old = await new Promise<IDBDatabase>((resolve) => {
      const request = machine.indexedDB.open('rehearsal', 1);
      request.onsuccess = () => {
        resolve(request.result);
      };
    });
    const service = createEngineService(machine.ports());
    const connecting = service.connect(() => undefined, base);
    await until(() => machine.time.delays.includes(3000));
    await machine.time.pass(3000);
    const { storage } = await connecting;
    old.close();

    expect(storage).toMatchObject({ kind: 'indexedDB', problem: { code: 'E-DB-BLOCKED' } });
    expect(await service.open(null)).toMatchObject({ workspace: { name: 'First visit' } });
  });
});
