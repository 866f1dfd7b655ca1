import { describe, expect, it } from 'vitest';
import type { Log } from '../../src/storage/log.ts';
import { begun, commandsIn, Machine, recovered } from '../support/machine.ts';
import { storedStep } from '../support/stored-step.ts';

const came = { step: 1, name: 'Came' };
const left = { step: 2, event: 3, name: 'Left', note: 'in a hurry' };

const bookmarksIn = async (log: Log) => (await log.workspaces())[0]?.about?.bookmarks;

/** The browser has lost its database, and the app is opened again. */
async function afterLoss(machine: Machine): Promise<Log> {
  machine.crash(true);
  const next = machine.open();
  expect(await recovered(next)).toMatchObject({ workspaces: [{ id: 'mine', isWhole: true }] });
  return next;
}

describe('the bookmarks of a workspace', () => {
  it('lie in its journal at once, between the steps, and come back with it when the database is lost', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    await log.bookmark('mine', came, true);
    await log.append(fence, [storedStep(2, 3)]);
    await log.bookmark('mine', left, true);

    const next = await afterLoss(machine);

    expect(await bookmarksIn(next)).toEqual([came, left]);
    expect(await commandsIn(next)).toEqual(['command 1', 'command 2']);
    expect((await next.workspaces())[0]?.name).toBe('Mine');
  });

  it('stay away when they were taken away', async () => {
    const machine = new Machine();
    const { log } = await begun(machine);
    await log.bookmark('mine', came, true);
    await log.bookmark('mine', left, true);
    await log.bookmark('mine', came, false);

    expect(await bookmarksIn(await afterLoss(machine))).toEqual([left]);
  });

  it('of a tab that does not write are noted when the one that does hears of them, or with the next writer', async () => {
    const machine = new Machine();
    const { log, fence } = await begun(machine);
    const other = machine.plain();
    log.bookmarked('mine', await other.bookmark('mine', came, true));
    await other.bookmark('mine', left, true);
    await log.release(fence);
    await log.rename('mine', 'Parcels');
    await log.append(await log.claim('mine'), [storedStep(2, 3)]);

    const next = await afterLoss(machine);

    expect(await bookmarksIn(next)).toEqual([came, left]);
    expect((await next.workspaces())[0]?.name).toBe('Parcels');
  });

  it('are still there after the next writer of what came back', async () => {
    const machine = new Machine();
    const { log } = await begun(machine);
    await log.bookmark('mine', came, true);
    const next = await afterLoss(machine);
    await next.append(await next.claim('mine'), [storedStep(2, 3)]);
    await next.close();

    expect(await bookmarksIn(await afterLoss(machine))).toEqual([came]);
  });
});
