import { IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../src/engine/create-world.ts';
import { fold } from '../../../src/engine/fold.ts';
import { worldToJson } from '../../../src/engine/world-json.ts';
import { Database } from '../../../src/storage/database.ts';
import { Machine, presence } from '../../support/in-process-worker.ts';
import { worldFile } from '../../support/stand-in-engine.ts';

const shifts = 12;

async function worked(machine = new Machine()) {
  const tab = await machine.tab();
  for (let n = 0; n < shifts; n++) await tab.dispatch(`c${String(n)}`, presence(1, n % 2 === 0));
  return tab;
}

describe('a moment of a workspace', () => {
  it('is what folding its events up to there gives, at every event', async () => {
    const tab = await worked();
    const { service, workspace } = tab;
    const events = await tab.log();
    expect(events.length).toBeGreaterThan(shifts);

    for (let seq = 0; seq <= events.length; seq += 1) {
      const moment = await service.momentAt(workspace, seq);

      const world = events.slice(0, seq).reduce(fold, createWorld(worldFile));
      expect(moment?.world).toEqual(worldToJson(world));
      expect(moment?.events).toEqual(events.slice(Math.max(0, seq - 250), seq));
    }
  });

  it('is the last one before the damage where a step cannot be read', async () => {
    const machine = new Machine();
    const { service, workspace } = await worked(machine);
    const marks = await service.stepMarks(workspace, 1);
    const [good, bad] = marks.slice(5);
    const database = new Database({ indexedDB: machine.indexedDB, IDBKeyRange });
    await database.open();
    await database.steps
      .where('[workspace+seq]')
      .equals([workspace, bad?.seq ?? 0])
      .modify({ text: 'nonsense' });
    database.close();

    const moment = await service.momentAt(workspace, marks.at(-1)?.seq ?? 0);

    expect(moment?.world).toMatchObject({ seq: good?.seq });
  });

  it('is another one in each of two tabs, and nothing of it is told to the other', async () => {
    const machine = new Machine();
    const first = await worked(machine);
    const second = await machine.tab();
    const { workspace } = first;
    const heard = second.heard.length;

    const [early, late] = await Promise.all([
      first.service.momentAt(workspace, 3),
      second.service.momentAt(workspace, 9),
    ]);

    expect(early?.world).toMatchObject({ seq: 3 });
    expect(late?.world).toMatchObject({ seq: 9 });
    expect(second.heard.length).toBe(heard);
  });

  it('is nothing where there is no such workspace', async () => {
    const tab = await worked();

    expect(await tab.service.momentAt('gone', 1)).toBeNull();
  });
});

describe('a fork of a damaged log', () => {
  it('holds what can be read up to its step, and leaves its origin as it is', async () => {
    const machine = new Machine();
    const tab = await worked(machine);
    const { service, workspace } = tab;
    const marks = await service.stepMarks(workspace, 1);
    const [good, bad] = marks.slice(5);
    const database = new Database({ indexedDB: machine.indexedDB, IDBKeyRange });
    await database.open();
    const broken = database.steps.where('[workspace+seq]').equals([workspace, bad?.seq ?? 0]);
    await broken.modify({ text: 'nonsense' });
    const rows = async () => (await database.steps.toArray()).filter((row) => row.workspace === workspace);
    const before = await rows();

    const early = await service.copy(workspace, {
      began: 'branch',
      name: 'Early',
      upToStep: good?.step ?? 0,
    });
    const late = await service.copy(workspace, { began: 'branch', name: 'Late' });

    if ('problem' in early || 'problem' in late) throw new Error('They were not made.');
    expect(await rows()).toEqual(before);
    expect(before.length).toBeGreaterThan(shifts);
    database.close();
    for (const { id } of [early, late]) {
      await tab.open(id);
      expect(tab.opened.world).toMatchObject({ seq: good?.seq });
      expect(await tab.dispatch(`goes on ${id}`, presence(1, false))).toMatchObject({ kind: 'committed' });
    }
  });
});

describe('the marks of steps', () => {
  it('say of each step with events where it ends and who acted, from any step on', async () => {
    const tab = await worked();
    const { service, workspace } = tab;

    const marks = await service.stepMarks(workspace, 1);

    const events = await tab.log();
    const ends = events.filter(({ step }, n) => step !== events[n + 1]?.step);
    expect(marks).toEqual(
      ends.map(({ step, seq, at }) => ({ step, seq, at: Date.parse(at), by: ['agent'] })),
    );
    expect(await service.stepMarks(workspace, 5)).toEqual(marks.filter(({ step }) => step >= 5));
  });
});

describe('a bookmark', () => {
  it('stays with the workspace, takes the place of the one at its moment, and goes into its file', async () => {
    const tab = await worked();
    const { service, workspace } = tab;

    await service.bookmark(workspace, { step: 4, name: 'Gone home' }, true);
    await service.bookmark(workspace, { step: 2, event: 2, name: 'Came' }, true);
    const list = await service.bookmark(workspace, { step: 4, name: 'Back', note: 'again' }, true);

    const expected = [
      { step: 2, event: 2, name: 'Came' },
      { step: 4, name: 'Back', note: 'again' },
    ];
    expect(list).toEqual(expected);
    expect(await service.scenario(workspace)).toMatchObject({ bookmarks: expected });
    expect(await service.bookmark(workspace, { step: 4, name: 'Back' }, false)).toEqual(expected.slice(0, 1));
  });

  it('of a workspace that is gone is a problem in words', async () => {
    const tab = await worked();

    expect(await tab.service.bookmark('gone', { step: 1, name: 'x' }, true)).toMatchObject({ problem: {} });
  });
});
