import fc from 'fast-check';
import { assert, describe, expect, it } from 'vitest';
import {
  decodeRecords,
  encodeRecord,
  nothing,
  type JournalRecord,
} from '../../src/storage/journal/record.ts';
import { settle } from '../support/fake-time.ts';
import { begun, commandsIn, fileOfBytes, journaled, Machine, mine, recovered } from '../support/machine.ts';
import { worldFile } from '../support/stand-in-engine.ts';
import { storedStep } from '../support/stored-step.ts';
import { asText } from '../../src/engine/codes.ts';

/** So long is a journal waited for that does not answer. */
const patience = 4200;

/** A log whose journal is still being made, copy by copy, when the claim returns. */
async function slowlyCopied(machine: Machine) {
  const plain = machine.plain();
  await plain.create(
    mine,
    worldFile,
    Array.from({ length: 600 }, (_, n) => storedStep(n + 1, n + 1)),
  );
  const copies: (() => void)[] = [];
  const pause = () => new Promise<void>((resolve) => copies.push(resolve));
  const steps = plain.steps.bind(plain);
  plain.steps = async (...of) => {
    await pause();
    const found = await steps(...of);
    await pause();
    return found;
  };
  const log = machine.open(plain);
  const claiming = log.claim('mine');
  await settle();
  await machine.time.pass(patience);
  return { copies, log, fence: await claiming };
}

/** The same journal without anything in it that does not count. */
async function rewritten(bytes: Uint8Array): Promise<Uint8Array> {
  const records = [...decodeRecords(bytes)].map(({ record }) => record);
  const counted = records.flatMap((record) => ('steps' in record ? record.steps : []));
  expect((await fileOfBytes(bytes))?.steps).toEqual(counted);
  return joined(records);
}

const joined = (records: readonly JournalRecord[]): Uint8Array =>
  Uint8Array.from(records.flatMap((record) => [...encodeRecord(JSON.stringify(record))]));

const head = {
  format: 3,
  workspace: mine,
  generation: 0,
  world: worldFile,
  after: nothing,
  upTo: 0,
} as const;

describe('a journal', () => {
  it('is made from the database for a workspace that has none', async () => {
    const machine = new Machine();
    const plain = machine.plain();
    await plain.create(mine, worldFile, [storedStep(1, 1), storedStep(2, 2)]);
    await plain.close();

    await machine.open().claim('mine');

    expect(await journaled(machine.folder)).toHaveLength(2);
  });

  it('of which nothing is heard keeps nobody waiting, and has it all once it answers', async () => {
    const machine = new Machine();
    const plain = machine.plain();
    const many = Array.from({ length: 1200 }, (_, n) => storedStep(n + 1, n + 1));
    await plain.create(mine, worldFile, many);
    await plain.close();
    const open = machine.folder.open.bind(machine.folder);
    let answer = () => {};
    machine.folder.open = async (id) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return open(id);
    };
    const log = machine.open();
    const claiming = log.claim('mine');
    await settle();
    await machine.time.pass(patience);
    const fence = await claiming;
    await log.append(fence, [storedStep(1201, 1201)]);

    answer();
    for (let step = 1202; step < 1210; step++) await log.append(fence, [storedStep(step, step)]);
    await settle(300);

    expect(await journaled(machine.folder)).toHaveLength(1209);
    await log.close();
  });

  it('holds no step twice and leaves none out, whatever is written while it is brought up to date', async () => {
    const machine = new Machine();
    const { copies, log, fence } = await slowlyCopied(machine);
    await log.append(fence, [storedStep(601, 601), storedStep(602, 602)]);
    for (let copy = 0; copy < 3; copy++) {
      copies.shift()?.();
      await settle();
      await log.append(fence, [storedStep(603 + copy, 603 + copy)]);
    }
    while (copies.length > 0) {
      copies.shift()?.();
      await settle();
    }

    expect(await journaled(machine.folder)).toHaveLength(605);
    expect(machine.folder.bytes('mine')).toEqual(await rewritten(machine.folder.bytes('mine')));
  });

  it('forgets a conversation that is restarted while it is copied', async () => {
    const machine = new Machine();
    const { copies, log, fence } = await slowlyCopied(machine);
    for (let copy = 0; copy < 2; copy++) {
      copies.shift()?.();
      await settle();
    }
    await log.cut(fence, { seq: 0, step: 0 }, asText('begun anew'));
    await log.append(fence, [storedStep(1, 1, 1, 'command 9')]);

    const copied = () => {
      copies.shift()?.();
      return journaled(machine.folder);
    };
    // Long records are looked at beside this thread.
    await expect.poll(copied).toMatchObject([{ command: 'command 9' }]);
  });

  it('does not take a step again that it has copied before it was told of it', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await log.release(fence);
    const open = machine.folder.open.bind(machine.folder);
    let answer = () => {};
    machine.folder.open = async (id) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return open(id);
    };
    let written = () => {};
    const plain = machine.plain();
    const append = plain.appendRows.bind(plain);
    plain.appendRows = async (by, rows) => {
      await append(by, rows);
      await new Promise<void>((resolve) => (written = resolve));
    };
    const again = machine.open(plain);
    const claiming = again.claim('mine');
    await settle();
    await machine.time.pass(patience);
    const writing = again.append(await claiming, [storedStep(2, 3)]);
    await settle();
    answer();
    await settle();
    written();
    await writing;

    expect(machine.folder.bytes('mine')).toEqual(await rewritten(machine.folder.bytes('mine')));
    expect(await journaled(machine.folder)).toHaveLength(2);
  });

  it('goes to whoever claims the workspace last, in the same tab too', async () => {
    const machine = new Machine();
    const { log, fence: first } = await begun(machine);
    const fence = await log.claim('mine');

    await log.release(first);
    await log.append(fence, [storedStep(2, 3)]);

    expect(await journaled(machine.folder)).toHaveLength(2);
    await log.close();
    expect(machine.folder.isOpen('mine')).toBe(false);
  });

  it('is asked for no more once its tab is gone', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    machine.folder.isFull = true;
    const before = machine.time.delays;
    await log.append(fence, [storedStep(2, 3)]);
    expect(machine.time.delays).toHaveLength(before.length + 1);

    await log.close();

    expect(machine.time.delays).toEqual([]);
  });

  it('loses what was cut off because it could not be read', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await log.append(fence, [storedStep(2, 3)]);

    await log.cut(fence, { step: 1, seq: 2 }, asText('It is damaged.'));

    expect(await journaled(machine.folder)).toHaveLength(1);
  });

  it('that cannot even be looked at is let go of', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await log.release(fence);
    const open = machine.folder.open.bind(machine.folder);
    machine.folder.open = async (id) => {
      const file = await open(id);
      return file && { ...file, getSize: () => assert.fail('The disk is on fire.') };
    };

    await log.claim('mine');

    expect(machine.folder.isOpen('mine')).toBe(false);
  });

  it('is let go of when its tab writes no more', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    expect(machine.folder.isOpen('mine')).toBe(true);

    await log.release(fence);

    expect(machine.folder.isOpen('mine')).toBe(false);
  });

  it('that cannot be written stops nobody, and is whole again when it can', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    machine.folder.isFull = true;
    await log.append(fence, [storedStep(2, 3)]);
    await log.append(fence, [storedStep(3, 4)]);
    expect(await commandsIn(log)).toHaveLength(3);

    machine.folder.isFull = false;
    await machine.time.pass(10_000);
    await settle();
    await log.append(fence, [storedStep(4, 5)]);

    expect(await journaled(machine.folder)).toHaveLength(4);
  });

  it('of another workspace under the same name gives it nothing', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await log.append(fence, [storedStep(2, 3)]);
    machine.crash(true);
    const other = machine.plain();
    await other.create({ ...mine, createdAt: 2 }, worldFile, [storedStep(1, 1, 2)]);
    await other.close();

    const again = machine.open();
    await again.claim('mine');

    expect(await commandsIn(again)).toEqual(['command 1']);
  });

  it('of another log under the same name is written anew', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await log.append(fence, [storedStep(2, 3)]);
    machine.crash(true);
    const other = machine.plain();
    await other.create(mine, worldFile, [storedStep(1, 1, 1, 'command 9')]);
    await other.close();

    const again = machine.open();
    await recovered(again);
    await again.claim('mine');

    expect(await commandsIn(again)).toEqual(['command 9']);
    expect(await journaled(machine.folder)).toMatchObject([{ command: 'command 9' }]);
  });
});

describe('a folder of journals', () => {
  it.each([
    [
      'never answers',
      () => new Promise<never>(() => undefined),
      { workspaces: [], left: 0, isUnknown: true },
    ],
    ['is forbidden', () => Promise.reject(new DOMException('Not here.', 'SecurityError')), null],
  ])('that %s keeps nothing from being opened', async (_, answer, expected) => {
    const machine = new Machine();
    machine.folder.list = answer;

    const found = await machine.time.during(recovered(machine.open()));
    expect(found).toEqual(expected);
  });
});

describe('a damaged journal', () => {
  it('ends where steps do not follow on each other', async () => {
    const steps = [1, 2, 2, 3].map((step) => ({ steps: [storedStep(step, step)] }));

    expect(await fileOfBytes(joined([head, ...steps]))).toMatchObject({
      steps: { length: 2 },
      isWhole: false,
    });
    const gap = [head, ...steps.slice(0, 1), ...steps.slice(3)];
    expect(await fileOfBytes(joined(gap))).toMatchObject({ steps: { length: 1 }, isWhole: false });
  });

  it('keeps nothing of what came after the damage', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    for (let step = 2; step < 6; step++) await log.append(fence, [storedStep(step, step + 1)]);
    machine.crash(true);
    const bytes = machine.folder.bytes('mine').slice(0, -1);
    const [, , second] = decodeRecords(bytes);
    const at = (second?.end ?? 0) - 10;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    machine.folder.put('mine', bytes);

    const again = machine.open();
    await recovered(again);
    await again.append(await again.claim('mine'), [storedStep(2, 3)]); // as long as what was there

    expect(await journaled(machine.folder)).toHaveLength(2);
  });

  it('gives back its valid part, wherever it is torn, and never keeps anything from being opened', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    for (let step = 2; step < 6; step++) await log.append(fence, [storedStep(step, step + 1)]);
    const whole = machine.folder.bytes('mine').slice();
    const damage = fc.record({ at: fc.nat(whole.length - 1), flip: fc.integer({ min: 0, max: 255 }) });

    await fc.assert(
      fc.asyncProperty(damage, async ({ at, flip }) => {
        machine.crash(true);
        const bytes = flip === 0 ? whole.slice(0, at) : whole.slice();
        if (flip !== 0) bytes[at] = (bytes[at] ?? 0) ^ flip;
        machine.folder.put('mine', bytes);
        const again = machine.open();
        await recovered(again);
        const rows = await again.workspaces();
        const steps = rows.length === 0 ? [] : ((await commandsIn(again)) ?? []);
        expect(steps).toEqual(['1', '2', '3', '4', '5'].slice(0, steps.length).map((n) => `command ${n}`));
        if (rows.length === 0) return;
        // … and it is whole again once the workspace is written to.
        const claimed = await again.claim('mine');
        await again.append(claimed, [storedStep(steps.length + 1, steps.length + 2, 1, 'command 50')]);
        expect(await journaled(machine.folder)).toHaveLength(steps.length + 1);
        await again.close();
      }),
      { numRuns: 150 },
    );
  });
});
