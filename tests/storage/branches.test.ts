import { IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { asText } from '../../src/engine/codes.ts';
import { Database } from '../../src/storage/database.ts';
import { decodeRecords } from '../../src/storage/journal/record.ts';
import { Grove } from '../support/grove.ts';
import { commandsIn, recovered } from '../support/machine.ts';
import { storedStep } from '../support/stored-step.ts';

const origin = 'tree 1';

async function grove(): Promise<Grove> {
  const made = new Grove();
  await made.begin();
  return made;
}

const filesOf = ({ machine }: Grove, id: string) =>
  [...machine.folder.files.keys()].filter((path) => path.startsWith(encodeURIComponent(id)));

const recordsOf = ({ machine }: Grove, path = '') => [
  ...decodeRecords(machine.folder.files.get(path) ?? new Uint8Array()),
];

async function inDatabase<T>({ machine }: Grove, work: (database: Database) => PromiseLike<T>): Promise<T> {
  const database = new Database({ indexedDB: machine.indexedDB, IDBKeyRange });
  await database.open();
  const found = await work(database);
  database.close();
  return found;
}

describe('a branch', () => {
  it('has no rows but those that it adds, and reads what comes before where its origin has it', async () => {
    const trees = await grove();
    const branch = await trees.fork(origin, 0.8, true);
    await trees.append(branch);
    await trees.append(origin);
    const ofBranch = await trees.fork(branch, 1, true);
    await trees.append(ofBranch);
    await trees.log.close();

    expect(await trees.rows()).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((step) => `${origin}: ${String(step)}`),
      `${branch}: 5`,
      `${ofBranch}: 6`,
    ]);
    for (const [id, { commands }] of trees.trees)
      expect(await commandsIn(trees.machine.plain(), id)).toEqual(commands);
  });

  it('takes no command that its origin has applied before it, in its journal or without one', async () => {
    const trees = await grove();
    const branch = await trees.fork(origin, 1, true);
    const [first = ''] = trees.trees.get(origin)?.commands ?? [];
    const twice = storedStep(6, 5, 1, first);
    const plain = trees.machine.plain();

    await expect(trees.log.append(await trees.log.claim(branch), [twice])).rejects.toMatchObject({
      fault: 'duplicate',
    });
    await expect(plain.append(await plain.claim(branch), [twice])).rejects.toMatchObject({
      fault: 'duplicate',
    });
    expect(await trees.rows()).toHaveLength(5);
  });

  it('may apply a command that its origin applied after it', async () => {
    const trees = await grove();
    const branch = await trees.fork(origin, 0.6, true);
    const [, , , fourth = ''] = trees.trees.get(origin)?.commands ?? [];

    await trees.log.append(await trees.log.claim(branch), [storedStep(4, 3, 1, fourth)]);

    expect((await commandsIn(trees.log, branch))?.at(-1)).toBe(fourth);
  });

  it('keeps its beginning when its origin is thrown away, and takes it along in the end', async () => {
    const trees = await grove();
    const branch = await trees.fork(origin, 0.4, true);
    await trees.remove(origin);
    await trees.sweep();

    expect(await trees.rows()).toContain(`${origin}: 2`);
    expect(await trees.rows()).not.toContain(`${origin}: 3`);
    expect(await commandsIn(trees.log, branch)).toHaveLength(2);

    await trees.remove(branch);
    await trees.sweep();
    expect((await trees.rows()).filter((row) => row.startsWith(origin))).toEqual([]);
  });

  it('keeps its own when a workspace of the id of its origin is made anew', async () => {
    const trees = await grove();
    const branch = await trees.fork(origin, 1, true);
    await trees.remove(origin);
    await trees.sweep();
    const { log } = trees;
    const plain = trees.machine.plain();

    await plain.create({ id: origin, name: 'Anew', createdAt: 99 }, {} as never, [
      storedStep(1, 1, 1, 'another'),
    ]);

    expect(await commandsIn(log, branch)).toEqual(trees.trees.get(branch)?.commands);
    expect(await commandsIn(log, origin)).toEqual(['another']);
  });

  it('is read by a snapshot of its origin, unless that tells of more than there is in it', async () => {
    const trees = await grove();
    await trees.saveSnapshot(origin);
    const whole = await trees.fork(origin, 1, true);
    const part = await trees.fork(origin, 0.4, true);

    expect((await trees.log.read(whole))?.snapshot).toMatchObject({ seq: 4, isShared: true });
    expect((await trees.log.read(part))?.snapshot).toBe(null);
    await trees.saveSnapshot(part);
    expect((await trees.log.read(part))?.snapshot).toMatchObject({ seq: 2, isShared: false });
    expect((await trees.log.read(origin))?.snapshot).toMatchObject({ seq: 4, isShared: false });
  });

  it('is made with a snapshot of the moment that it begins at, where there is one', async () => {
    const { log } = await grove();
    const snapshot = { seq: 2, format: 4, world: JSON.stringify({ seq: 2, sessions: [] }) };

    await log.copy(origin, 4, { id: 'near', name: 'Near', createdAt: 9 }, snapshot);
    await log.copy(origin, 1, { id: 'past', name: 'Past', createdAt: 9 }, snapshot);

    expect((await log.read('near'))?.snapshot).toMatchObject({ seq: 2, isShared: false });
    expect((await log.read('past'))?.snapshot).toBe(null);
  });

  it('is damaged, not shorter, when the end of what it shares is gone; its journal mends it', async () => {
    const trees = await grove();
    const branch = await trees.fork(origin, 1, true);
    await trees.machine.time.pass(5000);
    await trees.log.close();
    await inDatabase(trees, (database) => database.steps.filter(({ step }) => step > 3).delete());

    expect((await trees.machine.plain().read(branch))?.damage).toMatchObject({ code: 'step-missing' });
    trees.machine.crash(false);
    const log = trees.machine.open();
    await recovered(log);
    await log.claim(branch);

    expect(await commandsIn(log, branch)).toEqual(trees.trees.get(branch)?.commands);
    expect(await trees.rows()).toContain(`${branch}: 4`);
  });

  it('of which a row in the middle is damaged gets it and what follows from its journal, and spoils no other', async () => {
    const trees = await grove();
    const branch = await trees.fork(origin, 1, true);
    const ofBranch = await trees.fork(branch, 1, true);
    await trees.append(branch);
    await trees.machine.time.pass(8000);
    await trees.log.close();
    await inDatabase(trees, (database) => database.steps.update([origin, 3], { text: '{' }));

    trees.machine.crash(false);
    const log = trees.machine.open();
    await recovered(log);
    const fence = await log.claim(branch);
    const read = await log.read(branch);
    expect(read?.step).toBe(2);
    expect(await log.mend(fence, { step: 2, seq: 2 }, asText('unreadable'))).toBe(true);

    expect(await commandsIn(log, branch)).toEqual(trees.trees.get(branch)?.commands);
    expect((await log.read(ofBranch))?.step).toBe(2);
    expect(await log.mend(await log.claim(ofBranch), { step: 2, seq: 2 }, asText('unreadable'))).toBe(true);
    expect(await commandsIn(log, ofBranch)).toEqual(trees.trees.get(ofBranch)?.commands);
  });
});

describe('the journal of a long branch', () => {
  it('begins in that of its origin, and is complete in itself soon after', async () => {
    const trees = await grove();
    const branch = await trees.fork(origin, 1, true);
    await trees.append(branch);
    const [only] = filesOf(trees, branch);
    expect(filesOf(trees, branch)).toHaveLength(1);
    expect(recordsOf(trees, only)).toHaveLength(2);

    await trees.machine.time.pass(5000);
    await trees.append(branch);

    expect(filesOf(trees, branch)).toHaveLength(2);
    for (const path of filesOf(trees, origin)) trees.machine.folder.files.delete(path);
    trees.trees.delete(origin);
    await trees.crash(true);
    expect(await commandsIn(trees.log, branch)).toEqual(trees.trees.get(branch)?.commands);
  });

  it('of a short one is written at once, as it always was', async () => {
    const trees = await grove();
    const branch = await trees.fork(origin, 0.4, true);

    expect(filesOf(trees, branch)).toEqual(['tree%202.journal']);
  });

  it.each([0, 1000, 2010, 2060])(
    'brings everything back when the database is lost %i ms after the fork',
    async (time) => {
      const trees = await grove();
      const branch = await trees.fork(origin, 1, true);
      await trees.append(branch);
      const ofBranch = await trees.fork(branch, 1, true);
      await trees.append(ofBranch);
      await trees.append(origin);
      await trees.machine.time.pass(time);

      await trees.crash(true);

      for (const [id, { commands }] of trees.trees) expect(await commandsIn(trees.log, id)).toEqual(commands);
    },
  );

  it('that was left half copied is copied on at a later start', async () => {
    const trees = await grove();
    for (let n = 0; n < 250; n++) await trees.append(origin);
    const branch = await trees.fork(origin, 1, true);
    await trees.machine.time.pass(2030);
    const half = trees.machine.folder.files.get('tree%202.journal')?.length ?? 0;
    expect(half).toBeGreaterThan(0);

    await trees.crash(false);
    await trees.machine.time.pass(20_000);

    expect(trees.machine.folder.files.get('tree%202.journal')?.length).toBeGreaterThan(half);
    expect(trees.machine.folder.emptied).toBe(0);
    for (const path of filesOf(trees, origin)) trees.machine.folder.files.delete(path);
    trees.trees.delete(origin);
    await trees.crash(true);
    expect(await commandsIn(trees.log, branch)).toHaveLength(255);
  });

  it('is completed before that of its origin is thrown away, or that one stays', async () => {
    const trees = await grove();
    const branch = await trees.fork(origin, 1, true);
    await trees.remove(origin);
    const { folder } = trees.machine;
    const held = await folder.open({ workspace: branch, epoch: 0, serial: 0 });

    await expect(trees.until(trees.log.purge(origin))).rejects.toMatchObject({ fault: 'write' });
    expect(filesOf(trees, origin)).toHaveLength(1);
    held?.close();
    await trees.sweep();

    expect(filesOf(trees, origin)).toEqual([]);
    await trees.crash(true);
    expect(await commandsIn(trees.log, branch)).toHaveLength(5);
  });

  it('is written at once where that of the origin does not hold what the branch begins with', async () => {
    const trees = await grove();
    trees.machine.folder.files.clear();
    await trees.fork(origin, 1, false);

    expect(filesOf(trees, 'tree 2')).toEqual(['tree%202.journal']);
    trees.trees.delete(origin);
    await trees.crash(true);
    expect(await commandsIn(trees.log, 'tree 2')).toHaveLength(5);
  });

  it('gives back what comes before the damage in that of its origin', async () => {
    const trees = await grove();
    await trees.append(origin);
    await trees.append(origin);
    const branch = await trees.fork(origin, 1, true);
    const { folder } = trees.machine;
    const bytes = folder.bytes(origin).slice();
    bytes[bytes.length - 30] = 0;
    await trees.crash(true);
    trees.machine.crash(true);
    folder.put(origin, bytes);
    const log = trees.machine.open();

    const restored = await recovered(log);

    expect(restored?.workspaces.find(({ id }) => id === branch)).toMatchObject({ isWhole: false });
    expect(await commandsIn(log, branch)).toEqual(trees.trees.get(origin)?.commands.slice(0, 6));
  });
});
