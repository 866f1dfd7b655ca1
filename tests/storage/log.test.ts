import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { DexieLog } from '../../src/storage/dexie-log.ts';
import type { Log } from '../../src/storage/log.ts';
import { MemoryLog } from '../../src/storage/memory-log.ts';
import { toStorageError } from '../../src/storage/storage-error.ts';
import { FakeTime } from '../support/fake-time.ts';
import { worldFile } from '../support/stand-in-engine.ts';
import { stepRows } from '../support/step-rows.ts';

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

const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => toStorageError(error).fault,
  );

describe.each(kinds)('%s', (_, open) => {
  it('gives back the steps it was given', async () => {
    const log = open();
    await log.create(mine, worldFile, [stepRows(1, 1, 2)]);
    const fence = await log.claim('mine');

    await log.append(fence, [stepRows(2, 3), stepRows(3, 4, 0), stepRows(4, 4)]);

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
      faultOf(log.append(old, [stepRows(1, 1)])),
      faultOf(log.restart(old)),
      faultOf(log.setClock(old, { speed: 2, paused: true })),
      faultOf(log.cut(old, { seq: 0, step: 0 }, 'why')),
    ]);
    await log.append(young, [stepRows(1, 1)]);

    expect(faults).toEqual(['fenced', 'fenced', 'fenced', 'fenced']);
    expect((await log.read('mine'))?.seq).toBe(1);
    expect((await log.workspaces())[0]?.clock).toEqual({ speed: 1, paused: false });
  });

  it('takes a command once, and knows it again', async () => {
    const log = open();
    await log.create(mine, worldFile, []);
    const fence = await log.claim('mine');
    await log.append(fence, [stepRows(1, 1, 1, 'a')]);

    const fault = await faultOf(log.append(fence, [stepRows(2, 2, 1, 'b'), stepRows(3, 3, 1, 'a')]));

    expect(fault).toBe('duplicate');
    expect((await log.read('mine'))?.seq).toBe(1);
    expect([...(await log.applied('mine', ['a', 'b'])).keys()]).toEqual(['a']);
  });

  it('forgets the log on restart, and counts the restarts', async () => {
    const log = open();
    await log.create(mine, worldFile, [stepRows(1, 1, 1, 'a')]);
    const fence = await log.claim('mine');

    await log.restart(fence);
    await log.append(fence, [stepRows(1, 1, 1, 'a')]);

    expect(await log.read('mine')).toMatchObject({ seq: 1, step: 1, workspace: { generation: 1 } });
  });

  it('lists workspaces by last use, and makes each once', async () => {
    const log = open();
    await log.create(mine, worldFile, []);
    await log.create({ id: 'other', name: 'Other', createdAt: 2 }, worldFile, []);
    await log.touch('mine', 3);

    const again = await log.create({ ...mine, name: 'Again' }, worldFile, [stepRows(1, 1)]);

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
});
