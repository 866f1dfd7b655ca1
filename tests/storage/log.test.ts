import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { DexieLog } from '../../src/storage/dexie-log.ts';
import type { Log } from '../../src/storage/log.ts';
import { MemoryLog } from '../../src/storage/memory-log.ts';
import { toStorageError } from '../../src/storage/storage-error.ts';
import { FakeTime } from '../support/fake-time.ts';
import { worldFile } from '../support/stand-in-engine.ts';
import { storedStep } from '../support/stored-step.ts';
import { asText } from '../../src/engine/codes.ts';

const kinds: [string, () => Log][] = [
  ['the log in the database', () => dexieLog()],
  ['the log in memory', () => new MemoryLog()],
];

function dexieLog(): Log {
  let ids = 0;
  const dexie = { indexedDB: new IDBFactory(), IDBKeyRange };
  return new DexieLog({ dexie, newId: () => String(++ids), after: new FakeTime().after });
}

const mine = { id: 'mine', name: 'Mine', createdAt: 1 };

const test = (id: string, madeAt: number) =>
  ({
    id,
    madeAt,
    name: id,
    tags: ['x'],
    steps: 2,
    isWatched: true,
    runsWith: 'present',
    text: '{}',
  }) as const;

const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => toStorageError(error).fault,
  );

describe.each(kinds)('%s', (_, open) => {
  it('gives back the steps it was given', async () => {
    const log = open();
    await log.create(mine, worldFile, [storedStep(1, 1, 2)]);
    const fence = await log.claim('mine');

    await log.append(fence, [storedStep(2, 3), storedStep(3, 4, 0), storedStep(4, 4)]);

    const stored = await log.read('mine');
    expect(stored).toMatchObject({ seq: 4, step: 4, damage: null, snapshot: null, world: worldFile });
    expect(stored?.events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect((await log.events('mine', 2, 3)).map(({ seq }) => seq)).toEqual([2, 3]);
  });

  it('lets only the writer write that claimed it last', async () => {
    const log = open();
    await log.create(mine, worldFile, []);
    const old = await log.claim('mine');
    const young = await log.claim('mine');

    const faults = await Promise.all([
      faultOf(log.append(old, [storedStep(1, 1)])),
      faultOf(log.setClock(old, { speed: 2, paused: true })),
      faultOf(log.cut(old, { seq: 0, step: 0 }, asText('why'))),
    ]);
    await log.append(young, [storedStep(1, 1)]);

    expect(faults).toEqual(['fenced', 'fenced', 'fenced']);
    expect((await log.read('mine'))?.seq).toBe(1);
    expect((await log.workspaces())[0]?.clock).toEqual({ speed: 1, paused: false });
  });

  it('takes a command once, and knows it again', async () => {
    const log = open();
    await log.create(mine, worldFile, []);
    const fence = await log.claim('mine');
    await log.append(fence, [storedStep(1, 1, 1, 'a')]);

    const fault = await faultOf(log.append(fence, [storedStep(2, 2, 1, 'b'), storedStep(3, 3, 1, 'a')]));

    expect(fault).toBe('duplicate');
    expect((await log.read('mine'))?.seq).toBe(1);
    expect([...(await log.applied('mine', ['a', 'b'])).keys()]).toEqual(['a']);
  });

  it('forgets what is cut off, and counts how often', async () => {
    const log = open();
    await log.create(mine, worldFile, [storedStep(1, 1, 1, 'a')]);
    const fence = await log.claim('mine');

    await log.cut(fence, { seq: 0, step: 0 }, asText('begun anew'));
    await log.append(fence, [storedStep(1, 1, 1, 'a')]);

    expect(await log.read('mine')).toMatchObject({ seq: 1, step: 1, workspace: { generation: 1 } });
  });

  it('copies the first steps of a workspace as a branch, once, and leaves it as it is', async () => {
    const log = open();
    const steps = [
      storedStep(1, 1, 2, 'a'),
      storedStep(2, 3, 0, 'b'),
      storedStep(3, 3, 1, 'c'),
      storedStep(4, 4, 1, 'd'),
    ];
    await log.create(mine, worldFile, steps);
    const branch = {
      id: 'branch',
      name: 'Mine',
      createdAt: 9,
      openingSteps: 3,
      parent: { workspace: 'mine', step: 3 },
    };

    const made = await log.copy('mine', 3, branch);
    const fence = await log.claim('branch');
    await log.append(fence, [storedStep(4, 4, 1, 'd')]);
    const again = await log.copy('mine', 1, { ...branch, name: 'Again' });

    expect(made).toMatchObject(branch);
    expect(again.name).toBe('Mine');
    expect(await log.read('branch')).toMatchObject({ seq: 4, step: 4, damage: null, world: worldFile });
    expect((await log.events('branch', 1, 3)).length).toBe(3);
    expect(await log.events('branch', 1, 3)).toEqual(await log.events('mine', 1, 3));
    expect([...(await log.applied('branch', ['a', 'b', 'c', 'd'])).keys()].toSorted()).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
    expect(await log.read('mine')).toMatchObject({ seq: 4, step: 4, damage: null });
    expect(await faultOf(log.copy('nowhere', 1, { ...branch, id: 'other' }))).toBe('gone');
    expect((await log.workspaces()).map(({ id }) => id).toSorted()).toEqual(['branch', 'mine']);
  });

  it('lists workspaces by last use, and makes each once', async () => {
    const log = open();
    await log.create(mine, worldFile, []);
    await log.create({ id: 'other', name: 'Other', createdAt: 2 }, worldFile, []);
    await log.touch('mine', 3);

    const again = await log.create({ ...mine, name: 'Again' }, worldFile, [storedStep(1, 1)]);

    expect(again.name).toBe('Mine');
    expect((await log.workspaces()).map(({ id }) => id)).toEqual(['mine', 'other']);
    expect((await log.read('mine'))?.seq).toBe(0);
  });

  it('says that a workspace is gone', async () => {
    const log = open();

    expect(await faultOf(log.claim('nowhere'))).toBe('gone');
    expect(await log.read('nowhere')).toBeUndefined();
  });

  it('keeps drafts by workspace', async () => {
    const log = open();
    await log.create(mine, worldFile, []);

    await log.saveDraft('mine', 'a', 'one');
    await log.saveDraft('mine', 'b', 'two');
    await log.saveDraft('mine', 'a', '');

    expect(await log.drafts('mine')).toEqual({ b: 'two' });
    expect(await log.drafts('min')).toEqual({});
  });

  it('keeps tests by workspace, the oldest first, each in the place of the one with its id', async () => {
    const log = open();
    await log.create(mine, worldFile, [], [test('b', 1)]);
    await log.create({ id: 'min', name: 'Min', createdAt: 1 }, worldFile, []);

    await log.saveTests('mine', [test('c', 0), test('a', 1)]);
    await log.saveTests('mine', [{ ...test('a', 1), name: 'New name' }]);
    await log.deleteTests('mine', ['b', 'nothing']);

    expect(await log.tests('mine')).toEqual([test('c', 0), { ...test('a', 1), name: 'New name' }]);
    expect(await log.tests('min')).toEqual([]);
    expect(await faultOf(log.saveTests('nowhere', [test('a', 1)]))).toBe('gone');
  });

  it('gives a branch tests of its own, and throws them away with it', async () => {
    const log = open();
    await log.create(mine, worldFile, [], [test('a', 1)]);

    await log.copy('mine', 0, { id: 'branch', name: 'Branch', createdAt: 2 });
    await log.deleteTests('mine', ['a']);
    expect(await log.tests('branch')).toEqual([test('a', 1)]);

    await log.setDeleted('branch', 5);
    await log.purge('branch');
    await log.create({ id: 'branch', name: 'Branch', createdAt: 2 }, worldFile, []);
    expect(await log.tests('branch')).toEqual([]);
  });
});
