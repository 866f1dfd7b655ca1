import type { Dexie } from 'dexie';
import fc from 'fast-check';
import { IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../src/storage/database.ts';
import type { StoredStep } from '../../src/storage/rows.ts';
import { toStorageError } from '../../src/storage/storage-error.ts';
import { Faults } from '../support/faulty-storage.ts';
import { commandsIn, Machine, mine, recovered } from '../support/machine.ts';
import { databaseOfRelease1, journalOfRelease1 } from '../support/release-1.ts';
import { worldFile } from '../support/stand-in-engine.ts';
import { storedStep } from '../support/stored-step.ts';

/* Databases and journals of every released build are read for ever, at any pair of ages (rulings 47). */

let machine: Machine;

beforeEach(() => {
  machine = new Machine();
});

/** So many steps, with two, no or one event each. */
function stepsTo(count: number): readonly StoredStep[] {
  let seq = 0;
  return Array.from({ length: count }, (_, index) => {
    const events = [2, 0, 1][index % 3] ?? 0;
    const step = storedStep(index + 1, seq + 1, events);
    seq += events;
    return step;
  });
}

const names = (count: number) => stepsTo(count).map(({ command }) => command);
const old = (count: number, work?: (database: Dexie) => PromiseLike<unknown>) =>
  databaseOfRelease1(machine.indexedDB, mine, stepsTo(count), work);

describe('a database of release 0.1', () => {
  it('has a row for each step after it was opened, and all that it had', async () => {
    await old(1203);

    const log = machine.plain();

    expect(await log.steps('mine', 1, Infinity)).toEqual(stepsTo(1203));
    expect(await log.read('mine')).toMatchObject({ step: 1203, damage: null, workspace: mine });
    expect([...(await log.applied('mine', ['command 7'])).values()]).toEqual([stepsTo(7)[6]]);
    const fence = await log.claim('mine');
    await log.append(fence, [storedStep(1204, 1204)]);
    expect((await log.read('mine'))?.step).toBe(1204);
  });

  it('puts aside what could not be read in it', async () => {
    await old(6, (database) => database.table('events').update(['mine', 5], { event: 'x' }));

    const log = machine.plain();

    expect(await commandsIn(log)).toEqual(names(3));
    const database = new Database({ indexedDB: machine.indexedDB, IDBKeyRange });
    await database.open();
    const aside = await database.quarantine.toArray();
    database.close();
    expect(aside.map(({ table }) => table).toSorted()).toEqual([
      'events',
      'events',
      'events',
      'inputs',
      'inputs',
      'inputs',
    ]);
  });

  it('gets what could not be read in it from its journal', async () => {
    await old(6, (database) => database.table('events').update(['mine', 5], { event: 'x' }));
    machine.folder.files.set('mine.journal', journalOfRelease1(mine, stepsTo(6)));

    const log = machine.open();
    await log.claim('mine');

    expect(await commandsIn(log)).toEqual(names(6));
  });

  it('is old or new, whichever call of its upgrade fails', async () => {
    let isUpgraded = false;
    for (let call = 1; !isUpgraded; call++) {
      machine = new Machine();
      await old(8);
      const faults = new Faults();
      faults.failing = call;
      const log = machine.plain(faults.prepare);
      const fault = await log.workspaces().then(
        () => null,
        (error: unknown) => toStorageError(error).fault,
      );
      await log.close();
      isUpgraded = fault === null && faults.calls < call;

      const again = machine.plain();
      expect(await commandsIn(again), `call ${String(call)}`).toEqual(names(8));
      expect(await again.tests('mine')).toEqual([]);
      await again.close();
    }
  });
});

describe('a journal of release 0.1', () => {
  it('is the whole workspace where the database is lost, and is written on', async () => {
    machine.folder.files.set('mine.journal', journalOfRelease1(mine, stepsTo(5)));

    const log = machine.open();
    expect(await recovered(log)).toMatchObject({ workspaces: [{ id: 'mine', isWhole: true }], left: 0 });
    const fence = await log.claim('mine');
    await log.append(fence, [{ ...storedStep(6, 6), command: 'new' }]);
    machine.crash(true);

    const again = machine.open();
    await recovered(again);
    expect(await commandsIn(again)).toEqual([...names(5), 'new']);
  });

  it('and a database, of any pair of ages, give all that one of them has', async () => {
    const age = fc.integer({ min: 0, max: 12 });
    await fc.assert(
      fc.asyncProperty(age, fc.option(age), fc.boolean(), async (inJournal, inDatabase, isOld) => {
        machine = new Machine();
        machine.folder.files.set('mine.journal', journalOfRelease1(mine, stepsTo(inJournal)));
        if (inDatabase !== null && isOld) await old(inDatabase);
        else if (inDatabase !== null) {
          const plain = machine.plain();
          await plain.create(mine, worldFile, stepsTo(inDatabase));
          await plain.close();
        }

        const log = machine.open();
        await recovered(log);
        const fence = await log.claim('mine');
        const most = Math.max(inJournal, inDatabase ?? 0);

        expect(await commandsIn(log)).toEqual(names(most));
        const last = await log.read('mine');
        await log.append(fence, [storedStep(most + 1, (last?.seq ?? 0) + 1)]);
        machine.crash(true);
        const again = machine.open();
        await recovered(again);
        expect(await commandsIn(again)).toEqual(names(most + 1));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the sentences that release 0.1 recorded', () => {
  const envelope = { at: '2026-03-02T09:00:00.000Z', step: 1, cause: 0, depth: 0 };
  const text = (said: string) => ({ code: 'text', params: { text: said } });
  /** A step of then: its hint, its failure and why it was refused are texts. */
  const spoken = {
    ...storedStep(1, 1, 0),
    seq: 2,
    refused: 'There is no agent 9.',
    events: [
      { type: 'hint.raised', text: 'Shorten it.', seq: 1, ...envelope },
      {
        type: 'http.called',
        method: 'GET',
        url: 'x',
        error: 'offline',
        answeredBy: 'nobody',
        seq: 2,
        ...envelope,
      },
    ],
  } as unknown as StoredStep;

  const isModern = async (log: ReturnType<Machine['open']> | ReturnType<Machine['plain']>) => {
    const [first] = await log.steps('mine', 1, 1);
    expect(first?.refused).toEqual(text('There is no agent 9.'));
    expect(first?.events).toMatchObject([{ hint: text('Shorten it.') }, { failure: text('offline') }]);
    expect((await log.read('mine'))?.events).toEqual(first?.events);
    expect(await log.events('mine', 1, 2)).toEqual(first?.events);
    expect((await log.applied('mine', ['command 1'])).get('command 1')).toEqual(first);
  };

  it('are texts as they stand, read from its database', async () => {
    await databaseOfRelease1(machine.indexedDB, mine, [spoken]);

    await isModern(machine.plain());
  });

  it('are texts as they stand, read from its journal alone', async () => {
    machine.folder.files.set('mine.journal', journalOfRelease1(mine, [spoken]));

    const log = machine.open();
    await recovered(log);

    await isModern(log);
  });
});
