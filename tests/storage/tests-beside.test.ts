import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorldJson } from '../../src/engine/world-json.ts';
import type { Test } from '../../src/protocol/engine-api.ts';
import type { Log } from '../../src/storage/log.ts';
import { begun, Machine, mine, recovered } from '../support/machine.ts';
import { worldFile } from '../support/stand-in-engine.ts';

const test = (id: string, name = id): Test => ({
  id,
  madeAt: Number(id),
  name,
  tags: [],
  steps: 1,
  isWatched: false,
  runsWith: 'present',
  text: '{}',
});

const namesIn = async (log: Log, workspace = 'mine') =>
  (await log.tests(workspace)).map(({ id, name }) => [id, name]);

/** The browser has lost its database, and the app is opened again. */
async function afterLoss(machine: Machine): Promise<Log> {
  machine.crash(true);
  const next = machine.open();
  await recovered(next);
  return next;
}

describe('the tests of a workspace', () => {
  it('come back with it when the database is lost, as they were saved, renamed and deleted', async () => {
    const machine = new Machine();
    const { log } = await begun(machine);
    await log.saveTests('mine', [test('1'), test('2'), test('3')]);
    await log.saveTests('mine', [test('2', 'Greets')]);
    await log.deleteTests('mine', ['3']);

    const next = await afterLoss(machine);

    expect(await namesIn(next)).toEqual([
      ['1', '1'],
      ['2', 'Greets'],
    ]);
    expect(machine.testsFolder.files.size).toBe(1);
  });

  it('are those before the last change when its file was torn, and the workspace comes back all the same', async () => {
    const machine = new Machine();
    const { log } = await begun(machine);
    await log.saveTests('mine', [test('1')]);
    machine.testsFolder.isFull = true;
    await log.saveTests('mine', [test('2')]);
    expect(await namesIn(log)).toHaveLength(2);

    expect(await namesIn(await afterLoss(machine))).toEqual([['1', '1']]);
  });

  it('stay where they are kept when the database came back without them', async () => {
    const machine = new Machine();
    const { log } = await begun(machine);
    await log.saveTests('mine', [test('1')]);
    const read = machine.testsFolder.read.bind(machine.testsFolder);
    machine.testsFolder.read = () =>
      Promise.reject(new DOMException('It cannot be read.', 'NotReadableError'));
    const without = await afterLoss(machine);
    machine.testsFolder.read = read;
    expect(await namesIn(without)).toEqual([]);
    await without.saveSnapshot(await without.claim('mine'), 1, {} as WorldJson);

    expect(await namesIn(await afterLoss(machine))).toEqual([['1', '1']]);
  });

  it('are kept with a snapshot where they were not when they were saved', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await machine.plain().saveTests('mine', [test('1')]);
    await log.saveSnapshot(fence, 1, {} as WorldJson);

    expect(await namesIn(await afterLoss(machine))).toEqual([['1', '1']]);
  });

  it('of a branch and of what was made with some are kept, too, and go with a workspace that is purged', async () => {
    const machine = new Machine();
    const { log } = await begun(machine);
    await log.saveTests('mine', [test('1')]);
    await log.copy('mine', 1, { id: 'branch', name: 'Branch', createdAt: 2 });
    await log.create({ id: 'other', name: 'Other', createdAt: 3 }, worldFile, [], [test('7')]);
    await log.setDeleted('mine', 1);
    await machine.time.during(log.purge('mine'));

    const next = await afterLoss(machine);

    expect((await next.workspaces()).map(({ id }) => id).toSorted()).toEqual(['branch', 'other']);
    expect(await namesIn(next, 'branch')).toEqual([['1', '1']]);
    expect(await namesIn(next, 'other')).toEqual([['7', '7']]);
    expect(machine.testsFolder.files.size).toBe(2);
  });

  it('of two tabs that save at once are all kept, whoever comes first', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.boolean(), fc.boolean()), {
          minLength: 1,
          maxLength: 12,
        }),
        async (changes) => {
          const machine = new Machine();
          const one = machine.open();
          await one.create(mine, worldFile, []);
          const two = machine.open();
          await Promise.all(
            changes.map(([id, isDeleted, isOne]) => {
              const log = isOne ? one : two;
              return isDeleted
                ? log.deleteTests('mine', [String(id)])
                : log.saveTests('mine', [test(String(id))]);
            }),
          );
          const saved = await namesIn(one);

          expect(await namesIn(await afterLoss(machine))).toEqual(saved);
        },
      ),
      { numRuns: 50 },
    );
  });
});
