import { IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { Database } from '../../src/storage/database.ts';
import { readChain } from '../../src/storage/journal/chain.ts';
import { fileOf, nameOf } from '../../src/storage/journal/folder.ts';
import { decodeRecords, encodeRecord } from '../../src/storage/journal/record.ts';
import type { Fence, Log } from '../../src/storage/log.ts';
import { asText } from '../../src/engine/codes.ts';
import { settle } from '../support/fake-time.ts';
import { begun, commandsIn, Machine, mine, recovered } from '../support/machine.ts';
import { worldFile } from '../support/stand-in-engine.ts';
import { storedStep } from '../support/stored-step.ts';

/* A journal of several files: which of them count, whatever was interrupted while they were written. */

const commands = (to: number) => Array.from({ length: to }, (_, index) => `command ${String(index + 1)}`);

const append = (log: Log, fence: Fence, from: number, to = from) =>
  log.append(
    fence,
    Array.from({ length: to - from + 1 }, (_, index) => storedStep(from + index, from + index + 1)),
  );

/** What all files of the journal say, as whoever finds no database reads them. */
async function restored(machine: Machine): Promise<readonly string[] | undefined> {
  machine.crash(true);
  const again = machine.open();
  await recovered(again);
  return commandsIn(again);
}

/** What the folder of a machine does when no test interferes. */
const openOf = ({ folder }: Machine) =>
  (Object.getPrototypeOf(folder) as Machine['folder']).open.bind(folder);

/** Lets a call of the folder or the log wait, as of a tab that is frozen in the middle of it, until it is let go on. */
function freezesAt<T>(target: T, key: keyof T, isIt: (...of: never[]) => boolean = () => true) {
  const original = (target[key] as (...of: never[]) => unknown).bind(target);
  let thaw = () => {};
  const waiting = new Promise<void>((resolve) => (thaw = resolve));
  target[key] = (async (...of: never[]) => {
    if (isIt(...of)) await waiting;
    return original(...of);
  }) as T[keyof T];
  return () => {
    target[key] = original as T[keyof T];
    thaw();
  };
}

describe('the journal of a workspace that another tab writes', () => {
  it('is left alone by whoever makes the workspace once more', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await append(log, fence, 2);
    const second = machine.open();
    const making = second.create(mine, worldFile, [storedStep(1, 1, 2)]);
    await settle();
    await machine.time.pass(5000);
    await making;
    await append(log, fence, 3, 5);

    expect(await machine.folder.list()).toHaveLength(1);
    expect(await restored(machine)).toEqual(commands(5));
  });

  it('is not emptied by a tab that was frozen while it made the same workspace', async () => {
    const machine = new Machine();
    const first = machine.open();
    const slow = machine.open();
    const thaw = freezesAt(machine.folder, 'open');
    const making = slow.create(mine, worldFile, [storedStep(1, 1, 2)]);
    await settle();
    const open = machine.folder.open.bind(machine.folder);
    machine.folder.open = openOf(machine);
    await first.create(mine, worldFile, [storedStep(1, 1, 2)]);
    const fence = await first.claim('mine');
    await append(first, fence, 2, 3);
    await first.close();
    machine.folder.open = open;
    thaw();
    await making;

    expect(await restored(machine)).toEqual(commands(3));
  });
});

describe('a journal that outlived its database', () => {
  it('goes on in files that come after those it had', async () => {
    const machine = new Machine();
    const { log } = await begun(machine);
    let fence!: Fence;
    for (let times = 0; times < 3; times++) fence = await log.claim('mine');
    await log.cut(fence, { seq: 2, step: 1 }, asText('to begin a file in the name of this epoch'));
    await append(log, fence, 2);
    machine.crash(true);
    const second = machine.open();
    await recovered(second);
    await append(second, await second.claim('mine'), 3);
    machine.time.suspend(); // frozen, with its file
    const third = machine.open();
    await append(third, await machine.takeOver(third), 4);

    expect(await restored(machine)).toEqual(commands(4));
  });

  it('goes on in files that come after those it had, when an older database is found', async () => {
    const machine = new Machine();
    const { log } = await begun(machine);
    let fence!: Fence;
    for (let times = 0; times < 3; times++) fence = await log.claim('mine');
    await log.cut(fence, { seq: 2, step: 1 }, asText('to begin a file in the name of this epoch'));
    await append(log, fence, 2);
    machine.crash(false);
    const database = new Database({ indexedDB: machine.indexedDB, IDBKeyRange });
    await database.open();
    await database.workspaces.update('mine', { epoch: 1 });
    database.close();
    const second = machine.open();
    await recovered(second);
    await append(second, await second.claim('mine'), 3);
    machine.time.suspend();
    const third = machine.open();
    await append(third, await machine.takeOver(third), 4);

    expect(await restored(machine)).toEqual(commands(4));
  });
});

describe('a journal that is written anew', () => {
  it('counts only once it is whole, also after the log was cut off', async () => {
    const machine = new Machine();
    const plain = machine.plain();
    await (await begun(machine)).log.close();
    const log = machine.open(plain);
    const fence = await log.claim('mine');
    await append(log, fence, 2, 9);
    await log.settle('mine');
    freezesAt(plain, 'steps');
    void log.cut(fence, { seq: 9, step: 8 }, asText('It is damaged.'));
    await settle();
    expect(await machine.folder.list()).toHaveLength(2);

    expect((await restored(machine))?.slice(0, 8)).toEqual(commands(8));
  });

  it('takes the place of what a frozen tab wrote too late into the one before it', async () => {
    const machine = new Machine();
    const first = await begun(machine);
    await append(first.log, first.fence, 2);
    const old = machine.folder.newest('mine');
    const timers = machine.time.suspend();
    const second = machine.open();
    await append(second, await machine.takeOver(second), 3);
    await second.close();
    const third = machine.open();
    const claiming = third.claim('mine'); // merges the files
    await settle();
    const fence = await claiming;
    machine.time.resume(timers);
    const late = [3, 4, 5, 6].map((step) => storedStep(step, step + 1, 1, `late ${String(step)}`));
    await first.log.append(first.fence, late).catch(() => undefined);
    await append(third, fence, 4);

    expect(machine.folder.files.has(old)).toBe(true);
    expect(await restored(machine)).toEqual(commands(4));
  });
});

describe('a file of a journal', () => {
  it('that a newer release wrote is neither read nor thrown away', async () => {
    const machine = new Machine();
    const { log } = await begun(machine);
    await append(log, await log.claim('mine'), 2);
    await log.close();
    const newer = '{"format":4,"workspace":{},"generation":0,"world":{},"after":{}}';
    const between = fileOf({ workspace: 'mine', epoch: 0, serial: 5 });
    machine.folder.files.set(between, encodeRecord(newer));
    machine.folder.files.set(
      'mine@1.0.journal',
      machine.folder.files.get('mine.journal') ?? new Uint8Array(),
    );
    machine.folder.files.delete('mine.journal');

    const again = machine.open();
    await append(again, await again.claim('mine'), 3);
    await again.close();

    expect(machine.folder.files.has(between)).toBe(true);
    expect(await commandsIn(machine.plain())).toEqual(commands(3));
    machine.crash(true);
    expect(await recovered(machine.open())).toEqual({ workspaces: [], left: 1 });
    expect(machine.folder.files.has(between)).toBe(true);
  });

  it('that was begun after a tab looked is not thrown away by it', async () => {
    const machine = new Machine();
    const first = await begun(machine);
    await append(first.log, first.fence, 2);
    // It is frozen while it tidies up, after it has written its journal anew.
    let lists = 0;
    let isFirst = true;
    const thaw = freezesAt(machine.folder, 'list', () => isFirst && ++lists === 3);
    void first.log.cut(first.fence, { seq: 2, step: 1 }, asText('It is damaged.'));
    await settle();
    isFirst = false;
    const second = machine.open();
    await append(second, await machine.takeOver(second), 2, 3);
    machine.folder.letGo(); // both are gone …
    thaw();
    await settle();

    expect(await restored(machine)).toEqual(commands(3));
  });

  it('that goes on after another one, with nothing in it, cuts nothing off that one', async () => {
    const machine = new Machine();
    const first = await begun(machine);
    await append(first.log, first.fence, 2);
    machine.time.suspend();
    // The second one is frozen just before it begins its file, and a third one gets the first one's.
    const second = machine.open();
    const open = machine.folder.open.bind(machine.folder);
    let thaw = () => {};
    machine.folder.open = async (name) => {
      if (name.epoch === 2) await new Promise<void>((resolve) => (thaw = resolve));
      return open(name);
    };
    const claiming = second.claim('mine');
    await settle();
    await machine.time.pass(2500);
    machine.folder.letGo();
    const third = machine.open();
    await append(third, await third.claim('mine'), 3, 4);
    thaw();
    await settle();
    await claiming;

    expect(await restored(machine)).toEqual(commands(4));
  });

  it('keeps its steps for a database that lacks just those, though the file before it is damaged', async () => {
    const machine = new Machine();
    const first = await begun(machine);
    await append(first.log, first.fence, 2);
    await append(first.log, first.fence, 3);
    const old = machine.folder.newest('mine');
    machine.time.suspend();
    const second = machine.open();
    await append(second, await machine.takeOver(second), 4);
    machine.crash(false);
    const bytes = machine.folder.files.get(old)?.slice() ?? new Uint8Array();
    const [, , third] = decodeRecords(bytes);
    bytes[(third?.end ?? 0) - 20] = 0;
    machine.folder.files.set(old, bytes);

    const again = machine.open();
    await again.claim('mine');

    expect(await commandsIn(again)).toEqual(commands(4));
  });

  it('is known by its name, whatever the workspace is called', () => {
    for (const workspace of [
      'a@b',
      '@1.0',
      'a/b',
      '..',
      '.',
      '',
      'ü 漢 😀',
      '%',
      'x.journal',
      'a@1.2.journal',
    ]) {
      for (const [epoch, serial] of [
        [0, 0],
        [0, 1],
        [12, 3],
      ] as const) {
        const name = { workspace, epoch, serial };
        expect(nameOf(fileOf(name))).toEqual(name);
        expect(fileOf(name)).not.toMatch(/^\.{0,2}$|\//);
      }
    }
    expect(['%E0%A4%A.journal', 'x', 'x@1.journal', 'x@a.b.journal', 'x@1.2.3.journal'].map(nameOf)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('is not left behind empty each time that the disk is full', async () => {
    const machine = new Machine();
    const first = await begun(machine);
    await append(first.log, first.fence, 2);
    machine.time.suspend();
    machine.folder.isFull = true;
    const second = machine.open();
    const fence = await machine.takeOver(second);
    for (let times = 0; times < 3; times++) await machine.time.pass(10_000);
    expect((await machine.folder.list()).length).toBeLessThan(3);

    machine.folder.isFull = false;
    await machine.time.pass(10_000);
    await append(second, fence, 3);

    expect((await readChain(machine.folder, await machine.folder.list(), 'mine')).steps).toHaveLength(3);
  });
});

describe('a long journal of several files', () => {
  it('is opened without being read from its beginning', async () => {
    const machine = new Machine();
    const first = await begun(machine);
    for (let step = 2; step < 2002; step += 500) await append(first.log, first.fence, step, step + 499);
    await first.log.settle('mine');
    machine.time.suspend();
    const second = machine.open();
    await append(second, await machine.takeOver(second), 2002);
    await second.close();
    machine.folder.letGo();
    machine.folder.read = () => Promise.reject(new Error('It was read.'));

    const third = machine.open();
    await append(third, await third.claim('mine'), 2003);
    delete (machine.folder as Partial<typeof machine.folder>).read;

    expect(await restored(machine)).toEqual(commands(2003));
  });
});

describe('a database that is mended', () => {
  /** A workspace whose journal cannot be written from step 3 on, while the database goes on to step 5. */
  async function behind(work: (log: Log, fence: Fence) => Promise<unknown>) {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await append(log, fence, 2, 3);
    machine.folder.isFull = true;
    await work(log, fence);
    const database = new Database({ indexedDB: machine.indexedDB, IDBKeyRange });
    await database.open();
    await database.steps.update(['mine', 2], { text: 'x' });
    database.close();
    return { log, fence, last: { seq: 2, step: 1 } };
  }

  it('keeps what it has after the steps that its journal brings back', async () => {
    const { log, fence, last } = await behind((log, fence) => append(log, fence, 4, 5));

    expect(await log.mend(fence, last, asText('step 2 is damaged'))).toBe(true);

    expect(await commandsIn(log)).toEqual(commands(5));
  });

  it('gets nothing from a journal that was begun before the log was cut off', async () => {
    const { log, fence, last } = await behind(async (log, fence) => {
      await log.cut(fence, { seq: 2, step: 1 }, asText('It is damaged.'));
      await log.append(fence, [storedStep(2, 3, 1, 'another')]);
    });

    expect(await log.mend(fence, last, asText('step 2 is damaged'))).toBe(false);
  });
});
