import fc from 'fast-check';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { DexieLog } from '../../src/storage/dexie-log.ts';
import { JournaledLog } from '../../src/storage/journal/journaled-log.ts';
import { stepsOf } from '../../src/storage/journal/journal-file.ts';
import type { Restored } from '../../src/storage/journal/restore-lost.ts';
import type { Fence, Log } from '../../src/storage/log.ts';
import { FakeTime, settle } from '../support/fake-time.ts';
import { MemoryFolder } from '../support/memory-folder.ts';
import { worldFile } from '../support/stand-in-engine.ts';
import { stepRows } from '../support/step-rows.ts';

const mine = { id: 'mine', name: 'Mine', createdAt: 1 };

/** A browser with a database that can be lost and a folder beside it. */
class Machine {
  indexedDB = new IDBFactory();
  readonly folder = new MemoryFolder();
  readonly time = new FakeTime();
  readonly restored: Restored[] = [];
  #ids = 0;

  open(): JournaledLog {
    return new JournaledLog({
      log: this.plain(),
      folder: this.folder,
      after: this.time.after,
      restored: (what) => this.restored.push(what),
    });
  }

  /** The database alone, as a release without journals would have it. */
  plain(): DexieLog {
    const dexie = { indexedDB: this.indexedDB, IDBKeyRange };
    return new DexieLog({ dexie, newId: () => String(++this.#ids), after: this.time.after });
  }

  /** The browser is killed; with `wipe`, it finds its database torn at the next start and throws it away. */
  crash(wipe: boolean): void {
    this.folder.letGo();
    if (wipe) this.indexedDB = new IDBFactory();
  }
}

async function stepsIn(log: Log): Promise<readonly string[] | undefined> {
  const stored = await log.read('mine');
  if (stored === undefined) return undefined;
  const commands = Array.from({ length: 100 }, (_, n) => `command ${String(n)}`);
  const applied = await log.applied('mine', commands);
  expect(stored.damage).toBe(null);
  expect(stored.step).toBe(applied.size);
  return [...applied.values()].sort((a, b) => a.step - b.step).map(({ command }) => command);
}

async function begun(machine: Machine): Promise<{ log: JournaledLog; fence: Fence }> {
  const log = machine.open();
  await log.workspaces();
  await log.create(mine, worldFile, [stepRows(1, 1, 2)]);
  return { log, fence: await log.claim('mine') };
}

describe('a database that the browser has thrown away', () => {
  it('is filled again from the journal, and what came back is told', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await log.append(fence, [stepRows(2, 3), stepRows(3, 4, 0)]);
    await log.append(fence, [stepRows(4, 4, 3)]);

    machine.crash(true);
    const again = machine.open();
    const rows = await again.workspaces();

    expect(rows).toMatchObject([mine]);
    expect(await stepsIn(again)).toEqual(['command 1', 'command 2', 'command 3', 'command 4']);
    expect((await again.events('mine', 1, 99)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(machine.restored).toEqual([{ workspaces: 1, messages: 0 }]);
  });

  it('is as it was before the last restart of the conversation only if that was never finished', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await log.restart(fence);
    await log.append(fence, [stepRows(1, 1, 1, 'command 7')]);

    machine.crash(true);
    const again = machine.open();
    await again.workspaces();

    expect(await stepsIn(again)).toEqual(['command 7']);
  });

  it('goes on from there, and can be lost again', async () => {
    const machine = new Machine();
    await begun(machine);
    machine.crash(true);
    const second = machine.open();
    await second.workspaces();
    const fence = await second.claim('mine');
    await second.append(fence, [stepRows(2, 3)]);

    machine.crash(true);
    const third = machine.open();
    await third.workspaces();

    expect(await stepsIn(third)).toEqual(['command 1', 'command 2']);
    expect(machine.restored).toHaveLength(2);
  });

  it('is no matter when there is one: nothing is read from the journals then', async () => {
    const machine = new Machine();
    await begun(machine);
    machine.crash(false);
    machine.folder.read = () => Promise.reject(new Error('It was read.'));

    expect(await machine.open().workspaces()).toHaveLength(1);
    expect(machine.restored).toEqual([]);
  });
});

describe('a database that has lost only its newest steps', () => {
  it('gets them from the journal when somebody claims the workspace', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await log.append(fence, [stepRows(2, 3)]);
    const before = machine.indexedDB;
    machine.crash(true);
    const older = machine.plain();
    await older.create(mine, worldFile, [stepRows(1, 1, 2)]); // the disk kept an older state
    older.close();

    const again = machine.open();
    await again.workspaces();
    await again.claim('mine');

    expect(machine.indexedDB).not.toBe(before);
    expect(await stepsIn(again)).toEqual(['command 1', 'command 2']);
  });
});

describe('a journal', () => {
  it('is made from the database for a workspace that has none', async () => {
    const machine = new Machine();
    const plain = machine.plain();
    await plain.create(mine, worldFile, [stepRows(1, 1), stepRows(2, 2)]);
    plain.close();

    await machine.open().claim('mine');

    expect(stepsOf(machine.folder.bytes('mine'))).toHaveLength(2);
  });

  it('gets what was written while another tab held it', async () => {
    const machine = new Machine();
    const { fence: first } = await begun(machine);
    const second = machine.open();
    const claiming = second.claim('mine');
    await settle();
    await machine.time.pass(1000);
    const fence = await claiming;
    await second.append(fence, [stepRows(2, 3)]);
    expect(stepsOf(machine.folder.bytes('mine'))).toHaveLength(1);

    machine.folder.letGo();
    await machine.time.pass(10_000);
    await settle();
    await second.append(fence, [stepRows(3, 4)]);

    expect(first.epoch).toBeLessThan(fence.epoch);
    expect(stepsOf(machine.folder.bytes('mine')).map(({ input }) => input.step)).toEqual([1, 2, 3]);
  });

  it('is let go of when its tab writes no more', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    expect(machine.folder.isOpen('mine')).toBe(true);

    log.release(fence);

    expect(machine.folder.isOpen('mine')).toBe(false);
  });

  it('that cannot be written stops nobody, and is whole again when it can', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    machine.folder.isFull = true;
    await log.append(fence, [stepRows(2, 3)]);
    await log.append(fence, [stepRows(3, 4)]);
    expect(await stepsIn(log)).toHaveLength(3);

    machine.folder.isFull = false;
    await machine.time.pass(10_000);
    await settle();
    await log.append(fence, [stepRows(4, 5)]);

    expect(stepsOf(machine.folder.bytes('mine'))).toHaveLength(4);
  });

  it('of another log under the same name is written anew', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await log.append(fence, [stepRows(2, 3)]);
    machine.crash(true);
    const other = machine.plain();
    await other.create(mine, worldFile, [stepRows(1, 1, 1, 'command 9')]);
    other.close();

    const again = machine.open();
    await again.workspaces();
    await again.claim('mine');

    expect(await stepsIn(again)).toEqual(['command 9']);
    expect(stepsOf(machine.folder.bytes('mine'))).toMatchObject([{ input: { command: 'command 9' } }]);
  });
});

describe('a damaged journal', () => {
  it('gives back its valid part, wherever it is torn, and never keeps anything from being opened', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    for (let step = 2; step < 6; step++) await log.append(fence, [stepRows(step, step + 1)]);
    const whole = machine.folder.bytes('mine').slice();
    const damage = fc.record({ at: fc.nat(whole.length - 1), flip: fc.integer({ min: 0, max: 255 }) });

    await fc.assert(
      fc.asyncProperty(damage, async ({ at, flip }) => {
        machine.crash(true);
        const bytes = flip === 0 ? whole.slice(0, at) : whole.slice();
        if (flip !== 0) bytes[at] = (bytes[at] ?? 0) ^ flip;
        machine.folder.files.set('mine', bytes);
        const again = machine.open();
        const rows = await again.workspaces();
        const steps = rows.length === 0 ? [] : ((await stepsIn(again)) ?? []);
        expect(steps).toEqual(['1', '2', '3', '4', '5'].slice(0, steps.length).map((n) => `command ${n}`));
        if (rows.length === 0) return;
        // … and it is whole again once the workspace is written to.
        const claimed = await again.claim('mine');
        await again.append(claimed, [stepRows(steps.length + 1, steps.length + 2, 1, 'command 50')]);
        expect(stepsOf(machine.folder.bytes('mine'))).toHaveLength(steps.length + 1);
        again.close();
      }),
      { numRuns: 150 },
    );
  });
});

describe('whatever happens', () => {
  it('all that was acknowledged is there, in order, after any mix of crashes, losses and failures', async () => {
    const act = fc.oneof(
      { weight: 6, arbitrary: fc.constant('append' as const) },
      fc.constantFrom('crash', 'wipe', 'restart', 'full', 'release', 'wait'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
        const machine = new Machine();
        let { log, fence } = await begun(machine);
        let expected = ['command 1'];
        let count = 1;
        const append = async () => {
          const command = `command ${String(++count)}`;
          const last = await log.read('mine');
          await log.append(fence, [stepRows((last?.step ?? 0) + 1, (last?.seq ?? 0) + 1, 1, command)]);
          expected.push(command);
        };
        const reopen = async (wipe: boolean) => {
          machine.crash(wipe);
          log = machine.open();
          await log.workspaces();
          fence = await log.claim('mine');
        };
        for (const what of acts) {
          if (what === 'append') {
            await append();
          } else if (what === 'restart') {
            await log.restart(fence);
            expected = [];
          } else if (what === 'full') {
            // What is written meanwhile is in the database alone until the journal can be written again.
            machine.folder.isFull = true;
            await append();
            machine.folder.isFull = false;
            await machine.time.pass(6000);
            await append();
          } else if (what === 'release') {
            log.release(fence);
            fence = await log.claim('mine');
          } else if (what === 'wait') {
            await machine.time.pass(6000);
          } else await reopen(what === 'wipe');
          expect(await stepsIn(log)).toEqual(expected);
        }
        await reopen(true);
        expect(await stepsIn(log)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
