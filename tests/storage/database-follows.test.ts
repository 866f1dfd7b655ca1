import { describe, expect, it } from 'vitest';
import type { Fence, Log } from '../../src/storage/log.ts';
import { toStorageError } from '../../src/storage/storage-error.ts';
import { writeFailure } from '../support/faulty-storage.ts';
import { settle } from '../support/fake-time.ts';
import { begun, commandsIn, Machine } from '../support/machine.ts';
import { storedStep } from '../support/stored-step.ts';

/* How the database follows what was written ahead, when it answers badly, late or not at all. */

const commands = (to: number) => Array.from({ length: to }, (_, index) => `command ${String(index + 1)}`);

const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => toStorageError(error).fault,
  );

const append = (log: Log, fence: Fence, step: number) => log.append(fence, [storedStep(step, step + 1)]);

/** A workspace with one step, claimed, over a database that does what the test wants. */
async function claimed() {
  const machine = new Machine();
  await (await begun(machine)).log.close();
  const plain = machine.plain();
  const log = machine.open(plain);
  const fence = await log.claim('mine');
  await machine.time.pass(1600); // by then it knows all commands
  return { machine, plain, log, fence };
}

describe('a database that follows', () => {
  it('goes on after the steps that it took though it said no, when more came meanwhile', async () => {
    const { machine, plain, log, fence } = await claimed();
    await append(log, fence, 2);
    const appendRows = plain.appendRows.bind(plain);
    const applied = plain.applied.bind(plain);
    plain.applied = () => Promise.reject(writeFailure());
    plain.appendRows = async (...of) => {
      plain.appendRows = appendRows;
      await appendRows(...of);
      await append(log, fence, 3); // while its answer gets lost
      throw writeFailure();
    };
    await machine.time.pass(200);
    plain.applied = applied;

    await append(log, fence, 4);

    expect(await commandsIn(log)).toEqual(commands(4));
    await log.close();
  });

  it('fails for nobody but those who wait for it, when so many steps are ahead that it follows at once', async () => {
    const { machine, plain, log, fence } = await claimed();
    const appendRows = plain.appendRows.bind(plain);
    plain.appendRows = () => Promise.reject(writeFailure());

    for (let step = 2; step <= 257; step++) await append(log, fence, step);
    await settle();
    plain.appendRows = appendRows;
    await machine.time.pass(5000);

    expect((await plain.read('mine'))?.step).toBe(257);
    await log.close();
  });

  it('is not waited for by a reader longer than until it holds what was durable when he asked', async () => {
    const { plain, log, fence } = await claimed();
    await append(log, fence, 2);
    const appendRows = plain.appendRows.bind(plain);
    let next = 3;
    plain.appendRows = async (...of) => {
      if (next < 20) await append(log, fence, next++); // somebody always writes
      await appendRows(...of);
    };

    await log.settle('mine');

    expect(next).toBe(4);
    await log.close();
  });

  it('is asked once more whether this tab writes, however long it takes to answer', async () => {
    const { machine, plain, log, fence } = await claimed();
    const verify = plain.verify.bind(plain);
    let asked = 0;
    plain.verify = async (by) => {
      await verify(by);
      if (++asked < 20) machine.time.now += 3000; // longer than what it says holds
    };
    machine.time.now += 3000;

    await append(log, fence, 2);

    expect(asked).toBe(2);
    await log.close();
  });
});

describe('a tab in whose place another one writes', () => {
  it('reads what is there, though it has not yet noticed', async () => {
    const { machine, log, fence } = await claimed();
    await append(log, fence, 2);
    const second = machine.open();
    const taking = machine.takeOver(second);
    await machine.time.pass(5000); // its own timer finds out that the database is not for it to write
    await append(second, await taking, 3);
    await second.close();

    expect(await faultOf(append(log, fence, 4))).toBe('fenced');
    expect(await commandsIn(log)).toEqual(commands(3));
    expect(await log.events('mine', 1, 9)).toHaveLength(4);
    await log.close();
  });
});

describe('a command', () => {
  it('is not taken twice in one group', async () => {
    const { log, fence } = await claimed();
    const twice = [storedStep(2, 3, 1, 'same'), storedStep(3, 4, 1, 'same')];

    expect(await faultOf(log.append(fence, twice))).toBe('duplicate');
    await append(log, fence, 2);

    expect(await commandsIn(log)).toEqual(commands(2));
    await log.close();
  });
});
