import { describe, expect, it } from 'vitest';
import { begun, journaled, commandsIn, Machine, mine, recovered } from '../support/machine.ts';
import { worldFile } from '../support/stand-in-engine.ts';
import { storedStep } from '../support/stored-step.ts';
import { asText } from '../../src/engine/codes.ts';

describe('a database that the browser has thrown away', () => {
  it('is filled again from the journal, and what came back is told', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await log.append(fence, [storedStep(2, 3), storedStep(3, 4, 0)]);
    await log.append(fence, [storedStep(4, 4, 3)]);

    machine.crash(true);
    const again = machine.open();
    const restored = await recovered(again);

    expect(restored).toEqual({
      workspaces: [{ id: 'mine', name: 'Mine', messages: 0, isWhole: true }],
      left: 0,
    });
    expect(await again.workspaces()).toMatchObject([mine]);
    expect(await commandsIn(again)).toEqual(['command 1', 'command 2', 'command 3', 'command 4']);
    expect((await again.events('mine', 1, 99)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it.each([
    ['in the middle', (size: number) => size - 600],
    ['at its end', (size: number) => size - 1],
  ])('is told to be more than came back, where the journal is damaged %s', async (_, where) => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    for (const step of [2, 3, 4]) await log.append(fence, [storedStep(step, step + 1)]);
    const bytes = machine.folder.bytes('mine');
    bytes[where(bytes.length)] = 0;
    machine.crash(true);
    machine.folder.put('mine', bytes);

    const restored = await recovered(machine.open());

    expect(restored).toMatchObject({ workspaces: [{ id: 'mine', isWhole: false }], left: 0 });
  });

  it('is as it was after it was last cut off, and goes on in the journal that it came from', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await log.cut(fence, { seq: 0, step: 0 }, asText('begun anew'));
    await log.append(fence, [storedStep(1, 1, 1, 'command 7')]);
    machine.crash(true);
    machine.folder.emptied = 0;

    const again = machine.open();
    await recovered(again);
    expect(await commandsIn(again)).toEqual(['command 7']);
    await again.append(await again.claim('mine'), [storedStep(2, 2)]);

    expect(machine.folder.emptied).toBe(0);
    expect(await journaled(machine.folder)).toHaveLength(2);
  });

  it('goes on from there, and can be lost again', async () => {
    const machine = new Machine();
    await begun(machine);
    machine.crash(true);
    const second = machine.open();
    await recovered(second);
    const fence = await second.claim('mine');
    await second.append(fence, [storedStep(2, 3)]);

    machine.crash(true);
    const third = machine.open();
    await recovered(third);

    expect(await commandsIn(third)).toEqual(['command 1', 'command 2']);
  });

  it('is no matter when there is one: nothing is read from the journals then', async () => {
    const machine = new Machine();
    await begun(machine);
    machine.crash(false);
    machine.folder.read = () => Promise.reject(new Error('It was read.'));

    expect(await recovered(machine.open())).toBe(null);
  });
});

describe('several workspaces that the browser has thrown away', () => {
  async function twoLost() {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await log.create({ id: 'other', name: 'Other', createdAt: 2 }, worldFile, []);
    await log.append(fence, [storedStep(2, 3)]);
    machine.crash(true);
    return machine;
  }

  it('come back in the order of their last use', async () => {
    const again = (await twoLost()).open();

    expect(await recovered(again)).toMatchObject({ workspaces: [{ id: 'mine' }, { id: 'other' }], left: 0 });

    expect((await again.workspaces()).map(({ id }) => id)).toEqual(['mine', 'other']);
  });

  it('come back without the one that cannot be read, which is told of and comes back later', async () => {
    const machine = await twoLost();
    const read = machine.folder.read.bind(machine.folder);
    machine.folder.read = (name) =>
      name.workspace === 'mine' ? Promise.reject(new Error('Not now.')) : read(name);
    expect(await recovered(machine.open())).toMatchObject({ workspaces: [{ id: 'other' }], left: 1 });
    expect(await recovered(machine.open())).toBe(null);

    machine.folder.read = read;
    const again = machine.open();

    expect(await recovered(again)).toMatchObject({ workspaces: [{ id: 'mine' }], left: 0 });
    expect(await commandsIn(again)).toEqual(['command 1', 'command 2']);
  });

  it('are told of even if none of them can be read', async () => {
    const machine = await twoLost();
    machine.folder.files.forEach((bytes) => bytes.fill(0));

    expect(await recovered(machine.open())).toEqual({ workspaces: [], left: 2 });
  });

  it('are not missed when another tab put them back meanwhile', async () => {
    const machine = await twoLost();
    const first = machine.open();
    const second = machine.open();
    const read = machine.folder.read.bind(machine.folder);
    machine.folder.read = async (id) => {
      machine.folder.read = read;
      await recovered(first);
      return Promise.reject(new Error(`${id.workspace} is being written to.`));
    };

    expect(await recovered(second)).toBeNull();
    expect(await second.workspaces()).toHaveLength(2);
  });
});

describe('a database that has lost only its newest steps', () => {
  it('gets them from the journal when somebody claims the workspace', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await log.append(fence, [storedStep(2, 3)]);
    const before = machine.indexedDB;
    machine.crash(true);
    const older = machine.plain();
    await older.create(mine, worldFile, [storedStep(1, 1, 2)]); // the disk kept an older state
    await older.close();

    const again = machine.open();
    await recovered(again);
    await again.claim('mine');

    expect(machine.indexedDB).not.toBe(before);
    expect(await commandsIn(again)).toEqual(['command 1', 'command 2']);
  });
});
