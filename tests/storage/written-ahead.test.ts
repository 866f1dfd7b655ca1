import { IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { Database } from '../../src/storage/database.ts';
import { readChain } from '../../src/storage/journal/chain.ts';
import type { Fence, Log } from '../../src/storage/log.ts';
import { toStorageError } from '../../src/storage/storage-error.ts';
import { Faults } from '../support/faulty-storage.ts';
import { settle } from '../support/fake-time.ts';
import { begun, commandsIn, Machine, recovered } from '../support/machine.ts';
import { storedStep } from '../support/stored-step.ts';
import { asText } from '../../src/engine/codes.ts';

/* A step is durable when it lies in the journal; the database follows. */

const commands = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `command ${String(from + index)}`);

const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => toStorageError(error).fault,
  );

/** What the database alone holds, as another tab sees it. */
async function inDatabase(machine: Machine): Promise<number> {
  const plain = machine.plain();
  const stored = await plain.read('mine');
  await plain.close();
  return stored?.step ?? 0;
}

/** The commands of what was put aside. */
async function putAside(machine: Machine): Promise<readonly string[]> {
  const database = new Database({ indexedDB: machine.indexedDB, IDBKeyRange });
  await database.open();
  const rows = await database.quarantine.toArray();
  database.close();
  return rows.map(({ row }) => (row as { command: string }).command);
}

const append = (log: Log, fence: Fence, from: number, to = from) =>
  log.append(
    fence,
    Array.from({ length: to - from + 1 }, (_, index) => storedStep(from + index, from + index + 1)),
  );

/** The commands that the database is asked for, one by one, while steps are appended by a writer who has just come. */
async function lookedUp(machine: Machine, from: number): Promise<readonly string[]> {
  const plain = machine.plain();
  const applied = plain.applied.bind(plain);
  const asked: string[] = [];
  plain.applied = (workspace, some) => {
    asked.push(...some);
    return applied(workspace, some);
  };
  const log = machine.open(plain);
  const fence = await log.claim('mine');
  await plain.commands('mine'); // what was asked for before is answered before
  await settle(200);
  await append(log, fence, from);
  await log.close();
  return asked;
}

describe('a step', () => {
  it('is looked for in the database by its command only where there are too many to know them all at once', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await append(log, fence, 2, 400);
    await log.close();

    expect(await lookedUp(machine, 401)).toEqual([]);

    const again = machine.open();
    await append(again, await again.claim('mine'), 402, 600);
    await again.close();

    expect(await lookedUp(machine, 601)).toEqual(['command 601']);
  });

  it('is durable before the database has it, which follows within 200 milliseconds', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);

    await append(log, fence, 2);
    const before = await inDatabase(machine);
    await machine.time.pass(200);

    expect([before, await inDatabase(machine)]).toEqual([1, 2]);
  });

  it('is followed at once when 256 are ahead', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);

    for (let step = 2; step <= 257; step++) await append(log, fence, step);
    await settle();

    expect(await inDatabase(machine)).toBe(257);
  });

  it.each<[string, (log: Log) => Promise<unknown>]>([
    ['the log', (log) => log.read('mine')],
    ['its events', (log) => log.events('mine', 1, 9)],
    ['its steps', (log) => log.steps('mine', 1, 9)],
    ['its commands', (log) => log.applied('mine', ['command 2'])],
    ['a copy', (log) => log.copy('mine', 2, { id: 'branch', name: 'Branch', createdAt: 2 })],
    ['nothing', (log) => log.close()],
  ])('lies in the database before anybody reads %s, and before it is closed', async (_, use) => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await append(log, fence, 2);

    await use(log);

    expect(await inDatabase(machine)).toBe(2);
  });

  it('comes back though the browser was killed before the database had it', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await append(log, fence, 2, 4);
    machine.crash(false);
    expect(await inDatabase(machine)).toBe(1);

    const again = machine.open();
    await again.claim('mine');

    expect(await commandsIn(again)).toEqual(commands(1, 4));
    expect(await inDatabase(machine)).toBe(4);
  });

  it('comes back when the database was lost with it', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await append(log, fence, 2, 4);
    machine.crash(true);

    const again = machine.open();
    await recovered(again);

    expect(await commandsIn(again)).toEqual(commands(1, 4));
  });

  it('is taken once, also when its command comes again to another writer', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await append(log, fence, 2);
    const twice = [storedStep(3, 4, 1, 'command 2')];
    const faults = [await faultOf(log.append(fence, twice))];
    machine.crash(false);
    const again = machine.open();
    const claimed = await again.claim('mine');
    faults.push(await faultOf(again.append(claimed, twice))); // before all commands are known …
    await settle();
    faults.push(await faultOf(again.append(claimed, twice))); // … and after

    expect(faults).toEqual(['duplicate', 'duplicate', 'duplicate']);
    expect(await commandsIn(again)).toEqual(commands(1, 2));
  });
});

describe('a database that cannot be written', () => {
  async function failing() {
    const machine = new Machine();
    const faults = new Faults();
    const log = machine.open(machine.plain(faults.prepare));
    await (await begun(machine)).log.close();
    const fence = await log.claim('mine');
    await settle();
    return { machine, faults, log, fence };
  }

  it('loses nothing that was durable before, takes nothing more, and has all once it can', async () => {
    const { machine, faults, log, fence } = await failing();
    await append(log, fence, 2);
    faults.isFull = true;
    faults.error = 'QuotaExceededError';
    await machine.time.pass(200);

    const fault = await faultOf(append(log, fence, 3));
    const reading = await faultOf(log.read('mine'));
    faults.isFull = false;
    await append(log, fence, 3);

    expect([fault, reading]).toEqual(['quota', 'quota']);
    expect(await commandsIn(log)).toEqual(commands(1, 3));
    await machine.time.pass(5000);
    await append(log, fence, 4);
    expect(await commandsIn(log)).toEqual(commands(1, 4));
  });

  it('is tried again though nobody writes', async () => {
    const { machine, faults, log, fence } = await failing();
    await append(log, fence, 2);
    faults.isFull = true;
    await machine.time.pass(200);
    faults.isFull = false;

    await machine.time.pass(5000);

    expect(await inDatabase(machine)).toBe(2);
  });

  it('gets no step twice that it took though it said no', async () => {
    const { machine, faults, log, fence } = await failing();
    await append(log, fence, 2);
    const plain = machine.plain();
    await plain.append(fence, [storedStep(2, 3)]); // as after an answer that got lost
    await plain.close();

    await machine.time.pass(200);
    await append(log, fence, 3);

    expect(faults.calls).toBeGreaterThan(0);
    expect(await commandsIn(log)).toEqual(commands(1, 3));
  });
});

describe('a journal that cannot be written', () => {
  it('leaves the database to be written first', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await append(log, fence, 2);
    machine.folder.isFull = true;

    await append(log, fence, 3);

    expect(await inDatabase(machine)).toBe(3);
  });
});

describe('a tab that is frozen while it writes', () => {
  /** A tab that holds the journal and has a step in it that the database does not have; another takes over. */
  async function takenOver() {
    const machine = new Machine();
    const first = await begun(machine);
    await append(first.log, first.fence, 2);
    const timers = machine.time.suspend(); // it is frozen: its own timers do not run
    const second = machine.open();
    const fence = await machine.takeOver(second);
    return {
      machine,
      first,
      second: { log: second, fence },
      thaw: () => {
        machine.time.resume(timers);
      },
    };
  }

  it('loses nothing that it had acknowledged', async () => {
    const { second } = await takenOver();

    expect(await commandsIn(second.log)).toEqual(commands(1, 2));
  });

  it('acknowledges nothing more when it wakes up, and what it wrote then counts nowhere', async () => {
    const { machine, first, second, thaw } = await takenOver();
    await append(second.log, second.fence, 3);

    thaw();
    const late = [storedStep(3, 4, 1, 'too late')];
    const fault = await faultOf(first.log.append(first.fence, late));
    await append(second.log, second.fence, 4);
    machine.crash(true);
    const again = machine.open();
    await recovered(again);

    expect(fault).toBe('fenced');
    expect(await commandsIn(again)).toEqual(commands(1, 4));
  });

  it('leaves several files, which the next writer makes one again', async () => {
    const { machine, first, second } = await takenOver();
    await append(second.log, second.fence, 3);
    expect(await machine.folder.list()).toHaveLength(2);
    await first.log.close();
    await second.log.close();

    const third = machine.open();
    const fence = await third.claim('mine');
    await append(third, fence, 4);

    const names = await machine.folder.list();
    expect(names).toHaveLength(1);
    expect((await readChain(machine.folder, names, 'mine')).steps.map(({ command }) => command)).toEqual(
      commands(1, 4),
    );
  });

  it('is waited for no longer than until it lets go of its journal', async () => {
    const machine = new Machine();
    const first = await begun(machine);
    await append(first.log, first.fence, 2);
    const second = machine.open();
    const claiming = second.claim('mine');
    await settle();
    await first.log.release(first.fence);

    await machine.time.pass(100);
    await claiming;

    expect(await commandsIn(second)).toEqual(commands(1, 2));
    expect(await machine.folder.list()).toHaveLength(1);
  });
});

describe('a row that is damaged in the database', () => {
  it('is mended from the journal, and kept aside', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await append(log, fence, 2, 5);
    await log.settle('mine');
    const spoiling = machine.plain((database) => {
      database.on('ready', () => database.steps.update(['mine', 3], { text: 'x' }));
    });
    await spoiling.workspaces();
    await spoiling.close();
    const damaged = await log.read('mine');

    const isMended = await log.mend(fence, damaged ?? { seq: 0, step: 0 }, asText('step 3 is damaged'));
    await append(log, fence, 6);

    expect(damaged).toMatchObject({ step: 2, damage: { code: 'step-damaged', params: { step: 3 } } });
    expect(isMended).toBe(true);
    expect(await commandsIn(log)).toEqual(commands(1, 6));
  });

  it('is not mended by a journal that does not go on from there', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);

    expect(await log.mend(fence, { step: 1, seq: 2 }, asText('Nothing comes after it.'))).toBe(false);
    expect(await log.mend(fence, { step: 0, seq: 5 }, asText('Another event.'))).toBe(false);
  });
});

describe('a journal that went another way than the database', () => {
  it('is put aside: what the database says has been seen since', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await append(log, fence, 2, 3);
    machine.crash(false); // with steps 2 and 3 in the journal alone, which then cannot be had
    const plain = machine.plain();
    await plain.append(await plain.claim('mine'), [storedStep(2, 3, 1, 'another')]);

    const again = machine.open(plain);
    const claimed = await again.claim('mine');
    await append(again, claimed, 3);

    expect(await commandsIn(again)).toEqual(['command 1', 'another', 'command 3']);
    expect(await putAside(machine)).toEqual(['command 2', 'command 3']);
    machine.crash(true);
    const restored = machine.open();
    await recovered(restored);
    expect(await commandsIn(restored)).toEqual(['command 1', 'another', 'command 3']);
  });
});
