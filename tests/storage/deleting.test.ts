import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { begun, commandsIn, Machine, recovered } from '../support/machine.ts';
import { worldFile } from '../support/stand-in-engine.ts';
import { storedStep } from '../support/stored-step.ts';

describe('a workspace that is deleted', () => {
  it('is hidden, and does not come back from its journal as if it were lost', async () => {
    const machine = new Machine();
    const { log } = await begun(machine);
    await log.setDeleted('mine', 5);
    await log.close();

    const next = machine.open();

    expect(await recovered(next)).toBe(null);
    expect(await next.workspaces()).toEqual([]);
    expect(await next.deleted()).toMatchObject([{ id: 'mine', deletedAt: 5 }]);
    await next.setDeleted('mine', null);
    expect(await commandsIn(next)).toEqual(['command 1']);
  });

  it('leaves nothing behind once it is thrown away, in the database or in its journal', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await log.append(fence, [storedStep(2, 3)]);
    await log.saveDraft('mine', 'a', 'unsent');
    await log.create({ id: 'other', name: 'Other', createdAt: 2 }, worldFile, [storedStep(1, 1)]);
    await log.setDeleted('mine', 5);

    await log.purge('mine');
    await log.close();

    const next = machine.open();
    expect(await recovered(next)).toBe(null);
    expect((await next.workspaces()).map(({ id }) => id)).toEqual(['other']);
    expect(await next.read('mine')).toBe(undefined);
    expect(await next.drafts('mine')).toEqual({});
    expect((await machine.folder.list()).map(({ workspace }) => workspace)).toEqual(['other']);
  });

  it('is kept when it was put back before it was thrown away', async () => {
    const machine = new Machine();
    const { log } = await begun(machine);
    await log.setDeleted('mine', 5);
    await log.setDeleted('mine', null);

    await log.purge('mine');
    await machine.plain().purge('mine');

    expect(await commandsIn(log)).toEqual(['command 1']);
    expect((await machine.folder.list()).map(({ workspace }) => workspace)).toContain('mine');
  });

  it('stays hidden while another tab holds its journal, and nothing of it is lost till then', async () => {
    const machine = new Machine();
    await begun(machine);
    const other = machine.open();
    await recovered(other);
    await other.setDeleted('mine', 5);

    await expect(other.purge('mine')).rejects.toThrow();

    expect(await other.deleted()).toHaveLength(1);
    await other.setDeleted('mine', null);
    expect(await commandsIn(other)).toEqual(['command 1']);
  });
});

describe('a workspace that got another name', () => {
  it('is called so, and has that name in its journal when somebody next writes to it', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await log.rename('mine', 'Parcels');
    expect((await log.workspaces()).map(({ name }) => name)).toEqual(['Parcels']);
    await log.release(fence);
    const again = await log.claim('mine');
    await log.append(again, [storedStep(2, 3)]);
    await log.release(again);
    await log.append(await log.claim('mine'), [storedStep(3, 4)]);
    await log.close();

    machine.crash(true);
    const next = machine.open();

    expect(await recovered(next)).toMatchObject({ workspaces: [{ id: 'mine', name: 'Parcels' }] });
    expect(await commandsIn(next)).toEqual(['command 1', 'command 2', 'command 3']);
  });

  it('has its first name in the journal again when it got that back', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await log.release(fence);
    for (const name of ['Parcels', 'Mine']) {
      await log.rename('mine', name);
      await log.release(await log.claim('mine'));
    }
    await log.close();

    machine.crash(true);
    const next = machine.open();

    expect(await recovered(next)).toMatchObject({ workspaces: [{ id: 'mine', name: 'Mine' }] });
  });
});

describe('the census of a workspace', () => {
  it('counts on from where it was, and anew after damage', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    const first = await log.census('mine');
    await log.append(fence, [storedStep(2, 3)]);

    const second = await log.census('mine');

    expect([first.steps, second.steps]).toEqual([1, 2]);
    expect(second.characters).toBeGreaterThan(first.characters);
    await log.cut(fence, { seq: 2, step: 1 }, { code: 'x', params: {} });
    expect(await log.census('mine')).toEqual(first);
  });
});

describe('a log that is closed for good', () => {
  it('makes no database and no journal anew, whatever is still under way', async () => {
    const machine = new Machine();
    const { log } = await begun(machine);
    await log.setDeleted('mine', 5);
    await log.close(true);
    machine.indexedDB = new IDBFactory(); // everything is erased
    for (const name of await machine.folder.list()) await machine.folder.remove(name);

    for (const work of [
      () => log.workspaces(),
      () => log.create({ id: 'other', name: 'Other', createdAt: 2 }, worldFile, []),
      () => log.purge('mine'),
      () => log.keep('copies', null),
    ])
      await expect(work()).rejects.toMatchObject({ fault: 'gone' });

    expect(await machine.indexedDB.databases()).toEqual([]);
    expect(await machine.folder.list()).toEqual([]);
  });
});
