import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RestoringState } from '../../src/protocol/engine-api.ts';
import type { JournaledLog } from '../../src/storage/journal/journaled-log.ts';
import type { StoredStep } from '../../src/storage/rows.ts';
import { Faults } from '../support/faulty-storage.ts';
import { begun, commandsIn, Machine, recovered } from '../support/machine.ts';
import { storedStep } from '../support/stored-step.ts';
import { settle } from '../support/fake-time.ts';

/** A log of so many steps of one event each but for the first, which has two; it is closed. */
async function longLog(machine: Machine, steps: number): Promise<readonly StoredStep[]> {
  const { log, fence } = await begun(machine);
  for (let step = 2; step <= steps; step++) await log.append(fence, [storedStep(step, step + 1)]);
  const written = await log.steps('mine', 1, Infinity);
  await log.close();
  return written;
}

/** The browser has lost its database; the app is opened again, and has begun to bring the log back. */
async function afterLoss(machine: Machine): Promise<JournaledLog> {
  machine.crash(true);
  const log = machine.open();
  expect(await recovered(log)).toMatchObject({ workspaces: [{ id: 'mine', isWhole: true }] });
  return log;
}

const isLate = async (log: JournaledLog) => (await log.workspaces())[0]?.late !== undefined;

describe('a long log that the browser has lost', () => {
  it('says the same from its first step to its last, however much of it is written yet', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 3, max: 12 }),
        fc.record({ first: fc.constantFrom(1, 2), further: fc.constantFrom(1, 3), longLog: fc.constant(2) }),
        fc.array(
          fc.record({
            turns: fc.integer({ min: 0, max: 6 }),
            ask: fc.constantFrom('steps', 'events', 'applied', 'read', 'append', 'twice', 'bookmark'),
            from: fc.integer({ min: 1, max: 13 }),
            to: fc.integer({ min: 1, max: 13 }),
          }),
          { maxLength: 10 },
        ),
        async (length, portions, wishes) => {
          const machine = new Machine();
          const all = [...(await longLog(machine, length))];
          machine.portions = portions;
          const log = await afterLoss(machine);
          const fence = await log.claim('mine');
          for (const { turns, ask, from, to } of wishes) {
            await settle(turns);
            const events = all.flatMap((step) => step.events);
            if (ask === 'steps') expect(await log.steps('mine', from, to)).toEqual(all.slice(from - 1, to));
            if (ask === 'events')
              expect(await log.events('mine', from, to)).toEqual(events.slice(from - 1, to));
            if (ask === 'applied')
              expect(await log.applied('mine', [`command ${String(from)}`])).toEqual(
                new Map(all.slice(from - 1, from).map((step) => [step.command, step])),
              );
            if (ask === 'read')
              expect(await log.read('mine')).toMatchObject({ events, step: all.length, damage: null });
            if (ask === 'append') {
              const step = storedStep(all.length + 1, all.length + 2);
              await log.append(fence, [step]);
              all.push(step);
            }
            if (ask === 'twice' && from <= all.length)
              await expect(
                log.append(fence, [
                  { ...storedStep(all.length + 1, all.length + 2), command: `command ${String(from)}` },
                ]),
              ).rejects.toMatchObject({ fault: 'duplicate' });
            if (ask === 'bookmark') await log.bookmark('mine', { step: 1, name: String(turns) }, true);
          }
          await log.census('mine');

          expect(await isLate(log)).toBe(false);
          expect(await machine.plain().steps('mine', 1, Infinity)).toEqual(all);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('goes on coming back with the next start, when the browser was killed half way, and is counted to its end', async () => {
    const machine = new Machine();
    const all = await longLog(machine, 40);
    const first = await afterLoss(machine);
    await settle(20);
    expect(await isLate(first)).toBe(true);
    machine.crash(false);

    const told: (RestoringState | null)[] = [];
    const next = machine.open();
    next.restoring((state) => told.push(state));
    expect(await recovered(next)).toBe(null);
    expect(await next.steps('mine', 1, Infinity)).toEqual(all);
    await next.copy('mine', 5, { id: 'branch', name: 'Branch', createdAt: 2 });

    expect(await isLate(next)).toBe(false);
    expect(await commandsIn(next, 'branch')).toHaveLength(5);
    const counted = told.filter((state) => state !== null);
    expect(counted[0]?.done).toBe(0);
    expect(counted.map(({ done }) => done)).toEqual(
      counted.map(({ done }) => done).toSorted((a, b) => a - b),
    );
    expect(told.at(-1)).toBe(null);
  });

  it('is brought back by two tabs at once without one of them disturbing the other', async () => {
    const machine = new Machine();
    const all = await longLog(machine, 20);
    const one = await afterLoss(machine);
    const two = machine.open();
    await recovered(two);
    await one.census('mine');
    await two.census('mine');

    expect(await machine.plain().steps('mine', 1, Infinity)).toEqual(all);
  });

  it('can be read while the disk is full, and is written once there is room', async () => {
    const machine = new Machine();
    const all = await longLog(machine, 10);
    const plain = machine.plain.bind(machine);
    const faults = new Faults();
    faults.error = 'QuotaExceededError';
    machine.plain = () => plain(faults.prepare);
    const log = await afterLoss(machine);
    faults.isFull = true;

    await expect(log.copy('mine', 3, { id: 'branch', name: 'Branch', createdAt: 2 })).rejects.toThrow();
    expect(await log.steps('mine', 1, Infinity)).toEqual(all);
    faults.isFull = false;
    await machine.time.pass(6000);
    await log.census('mine');

    expect(await plain().steps('mine', 1, Infinity)).toEqual(all);
  });

  it('stays away when it is deleted while it comes back', async () => {
    const machine = new Machine();
    await longLog(machine, 30);
    const log = await afterLoss(machine);
    await log.setDeleted('mine', 1);
    await machine.time.during(log.purge('mine'));
    await settle(200);

    expect(await machine.plain().steps('mine', 1, Infinity)).toEqual([]);
    machine.crash(false);
    const next = machine.open();
    await recovered(next);
    expect(await next.workspaces()).toEqual([]);
  });
});

describe('a long log that comes back', () => {
  it('is there when it is asked for again, though the database could not be read once', async () => {
    const machine = new Machine();
    const all = await longLog(machine, 12);
    machine.crash(true);
    const plain = machine.plain();
    const rows = plain.workspaces.bind(plain);
    const log = machine.open(plain);
    const recovery = await log.recover();
    plain.workspaces = () => Promise.reject(new DOMException('The connection was lost.', 'UnknownError'));
    await expect(recovery?.all()).rejects.toThrow();
    await expect(recovery?.restored()).rejects.toThrow();
    plain.workspaces = rows;

    expect(await recovery?.restored()).toMatchObject({ workspaces: [{ id: 'mine', isWhole: true }] });
    expect(await log.steps('mine', 1, Infinity)).toEqual(all);
  });

  it('tells what an older release wrote as today, also while it is not written yet', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    const old = (step: number): StoredStep => {
      const made = storedStep(step, step + 1);
      const events = made.events.map(({ type, ...event }) => ({ ...event, type: 'hint.raised', text: type }));
      return { ...made, events: events as unknown as StoredStep['events'] };
    };
    for (let step = 2; step <= 12; step++) await log.append(fence, [old(step)]);
    await log.close();
    machine.crash(true);

    const back = machine.open();
    await back.recover();

    expect(await isLate(back)).toBe(true);
    const hint = { code: 'text', params: { text: storedStep(2, 3).events[0]?.type } };
    const today = { type: 'hint.raised', hint };
    expect((await back.events('mine', 3, 3))[0]).toMatchObject(today);
    expect((await back.steps('mine', 2, 2))[0]?.events[0]).toMatchObject(today);
    expect((await back.applied('mine', ['command 2'])).get('command 2')?.events[0]).toMatchObject(today);
  });

  it('is not cut off by a start that cannot read its journal, and is whole again at the next one that can', async () => {
    const machine = new Machine();
    const all = await longLog(machine, 40);
    await afterLoss(machine);
    await settle(20);
    machine.crash(false);

    const list = machine.folder.list.bind(machine.folder);
    const open = machine.folder.open.bind(machine.folder);
    const read = machine.folder.read.bind(machine.folder);
    const fails = () => Promise.reject(new DOMException('It cannot be read.', 'NotReadableError'));
    const keptOut = () => Promise.reject(new DOMException('It is kept out.', 'SecurityError'));
    Object.assign(machine.folder, { list: keptOut, open: fails, read: fails });
    const blind = machine.open();
    await recovered(blind);
    await expect(blind.read('mine')).rejects.toMatchObject({ fault: 'write' });
    machine.crash(false);

    Object.assign(machine.folder, { list, open, read });
    const next = machine.open();
    await recovered(next);
    expect(await next.steps('mine', 1, Infinity)).toEqual(all);
    await next.claim('mine');
    await next.census('mine');
    expect(await machine.plain().steps('mine', 1, Infinity)).toEqual(all);
  });

  it('has no gap in any of two tabs that find the database lost at the same time', async () => {
    for (let turns = 0; turns < 60; turns += 2) {
      const machine = new Machine();
      const all = await longLog(machine, 12);
      machine.crash(true);
      const [one, two] = [machine.open(), machine.open()];
      const first = recovered(one);
      await settle(turns);
      await Promise.all([first, recovered(two)]);

      expect(await two.steps('mine', 1, Infinity)).toEqual(all);
      expect(await one.steps('mine', 1, Infinity)).toEqual(all);
      expect(await two.census('mine')).toMatchObject({ steps: 12 });
      expect(await machine.plain().steps('mine', 1, Infinity)).toEqual(all);
    }
  });

  it('takes no command again that is on its way, where the journal takes nothing either', async () => {
    const machine = new Machine();
    await longLog(machine, 40);
    const log = await afterLoss(machine);
    machine.folder.isFull = true;
    const fence = await log.claim('mine');
    const again = { ...storedStep(41, 42), command: 'command 3' };

    await expect(log.append(fence, [again])).rejects.toMatchObject({ fault: 'duplicate' });
    await log.census('mine');
    expect(await isLate(log)).toBe(false);
  });

  it('comes back when its journals are listed late, in place of a first visit', async () => {
    const machine = new Machine();
    const all = await longLog(machine, 10);
    machine.crash(true);
    const list = machine.folder.list.bind(machine.folder);
    machine.folder.list = async () => {
      await new Promise<void>((resolve) => machine.time.after(3000, resolve));
      return list();
    };
    const log = machine.open();

    expect(await machine.time.during(recovered(log))).toMatchObject({ workspaces: [{ id: 'mine' }] });
    machine.folder.list = list;
    expect(await log.steps('mine', 1, Infinity)).toEqual(all);
  });

  it('comes back when its journals cannot be listed at first, in place of a first visit', async () => {
    const machine = new Machine();
    const all = await longLog(machine, 10);
    machine.crash(true);
    const list = machine.folder.list.bind(machine.folder);
    let failures = 3;
    machine.folder.list = () =>
      failures-- > 0 ? Promise.reject(new DOMException('Try again.', 'UnknownError')) : list();
    const log = machine.open();

    expect(await machine.time.during(recovered(log))).toMatchObject({ workspaces: [{ id: 'mine' }] });
    expect(await log.steps('mine', 1, Infinity)).toEqual(all);
  });

  it('is not waited for where the browser lets nobody at its private files', async () => {
    const machine = new Machine();
    machine.folder.list = () => Promise.reject(new DOMException('Not here.', 'SecurityError'));

    expect(await recovered(machine.open())).toBeNull();
  });
});
