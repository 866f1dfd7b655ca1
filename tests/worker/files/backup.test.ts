import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { FilesApi, OpenedFile } from '../../../src/protocol/files-api.ts';
import { createFilesService } from '../../../src/worker/files/files-service.ts';
import { fromFile, Machine, presence, type Tab } from '../../support/in-process-worker.ts';
import { worldFile } from '../../support/stand-in-engine.ts';
import { standInEngine } from '../../support/stand-in-engine.ts';

const files = (): FilesApi =>
  createFilesService({ engine: standInEngine, loadText: () => Promise.reject(new Error('offline')) });

/** Two workspaces, one a branch of the other, with a refused input whose clock had moved. */
async function machineWithTwo() {
  const machine = new Machine();
  const tab = await machine.tab();
  await tab.dispatch('a', presence(1, true));
  await machine.time.pass(5000);
  await tab.dispatch('b', presence(9, true));
  await tab.service.setClock(tab.workspace, { speed: 4, paused: true });
  await tab.service.copy(tab.workspace, { began: 'branch', name: 'Other/way ✓', upToStep: 2 }, 'branch');
  return { machine, tab };
}

async function backUp(tab: Tab): Promise<Uint8Array<ArrayBuffer>> {
  const service = files();
  for (const { id } of await tab.service.workspaces()) {
    const packed = await tab.service.pack(id);
    if ('problem' in packed) throw new Error(packed.problem.reason.code);
    await service.backupAdd(packed);
  }
  return service.backupDone();
}

async function look(zip: Uint8Array<ArrayBuffer>): Promise<{ service: FilesApi; looked: OpenedFile }> {
  const service = files();
  return { service, looked: await service.look({ kind: 'file', name: 'b.zip', content: new Blob([zip]) }) };
}

const problemsIn = (looked: OpenedFile) =>
  looked.kind === 'backup' ? looked.workspaces.map(({ problem }) => problem?.message ?? null) : looked;

/** The same zip with some entries changed. */
function changed(zip: Uint8Array, change: (file: string, text: string) => string): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(unzipSync(zip)).map(([file, bytes]) => {
    return [file, strToU8(change(file, new TextDecoder().decode(bytes)))] as const;
  });
  return zipSync(Object.fromEntries(entries));
}

const test = {
  id: 'one',
  madeAt: 5,
  name: 'A test',
  tags: ['echo'],
  steps: 2,
  isWatched: true,
  runsWith: 'own',
  text: '{ "not even": "a scenario" }',
} as const;

const manifestOf = (zip: Uint8Array): unknown =>
  JSON.parse(new TextDecoder().decode(unzipSync(zip)['manifest.json']));

describe('a backup', () => {
  it('restores every workspace as it was, beside those that are there, and runs nothing', async () => {
    const { tab } = await machineWithTwo();
    const zip = await backUp(tab);
    const empty = await new Machine().tab();
    const { service, looked } = await look(zip);

    for (const index of [0, 1]) {
      const workspace = await service.unpack(index);
      if ('problem' in workspace) throw new Error(workspace.problem.message);
      expect(await empty.service.restore(workspace, `restored ${String(index)}`)).not.toHaveProperty(
        'problem',
      );
    }

    expect(problemsIn(looked)).toEqual([null, null]);
    const before = await tab.service.workspaces();
    const after = await empty.service.workspaces();
    expect(after).toHaveLength(3);
    for (const [index, { id, name, createdAt, openedAt }] of before.entries()) {
      const restored = after.find((one) => one.id === `restored ${String(index)}`);
      const again = name === 'First visit' ? 'First visit 2' : name;
      expect(restored).toMatchObject({ name: again, createdAt, openedAt });
      expect(await empty.service.events(`restored ${String(index)}`, 1, 1e6)).toEqual(
        await tab.service.events(id, 1, 1e6),
      );
    }
    const first = before.findIndex(({ id }) => id === tab.workspace);
    await empty.open(`restored ${String(first)}`);
    expect(empty.opened.clock).toEqual({ speed: 4, paused: true });
    expect(await empty.service.scenario(empty.workspace)).toMatchObject({
      steps: [{}, {}, {}, { expect: [{ refused: true }] }],
    });
  });

  it('restores the tests of a workspace, and names them in a manifest that older builds refuse', async () => {
    const { tab } = await machineWithTwo();
    await tab.service.saveTests('branch', [test]);
    const zip = await backUp(tab);
    const { service, looked } = await look(zip);
    const branch = looked.kind === 'backup' ? looked.workspaces.findIndex(({ id }) => id === 'branch') : -1;

    const workspace = await service.unpack(branch);
    if ('problem' in workspace) throw new Error(workspace.problem.message);
    await tab.service.restore(workspace, 'restored');

    expect(await tab.service.tests('restored')).toEqual([test]);
    expect(manifestOf(zip)).toMatchObject({ version: 2 });
    expect(manifestOf(await backUp(await new Machine().tab()))).toMatchObject({ version: 1 });
  });

  it('keeps of which lesson a workspace is', async () => {
    const tab = await new Machine().tab();
    const lesson = { course: 'desk', revision: 2, lesson: 'hello', start: 0 };
    const played = {
      name: 'Lesson 1',
      began: 'lesson',
      world: worldFile,
      steps: [],
      openingSteps: 0,
    } as const;
    await tab.service.createPlayed({ ...played, lesson }, 'work');
    const zip = await backUp(tab);
    const { service, looked } = await look(zip);
    const work = looked.kind === 'backup' ? looked.workspaces.findIndex(({ id }) => id === 'work') : -1;

    const workspace = await service.unpack(work);
    if ('problem' in workspace) throw new Error(workspace.problem.message);

    expect(await tab.service.restore(workspace, 'again')).toMatchObject({ began: 'lesson', lesson });
    expect(manifestOf(zip)).toMatchObject({ version: 3 });
  });

  it('does not restore a workspace without its tests', async () => {
    const { tab } = await machineWithTwo();
    await tab.service.saveTests('branch', [test]);
    const zip = changed(await backUp(tab), (file, text) =>
      file.endsWith('tests.json') ? text.replace('true', 'false') : text,
    );

    expect(problemsIn((await look(zip)).looked)).toContain('it is damaged or not all there.');
  });

  it('is the same, byte for byte, for the same workspaces', async () => {
    const { tab } = await machineWithTwo();

    expect(await backUp(tab)).toEqual(await backUp(tab));
  });

  it('says which workspace is damaged or was changed, and restores the others', async () => {
    const { tab } = await machineWithTwo();
    const zip = await backUp(tab);
    const otherEvents = changed(zip, (file, text) =>
      file.includes('branch') && file.endsWith('.jsonl') ? text.replace('false', 'true') : text,
    );
    const missing = changed(zip, (file, text) =>
      file.includes('branch') && file.endsWith('scenario.json') ? '' : text,
    );

    for (const broken of [otherEvents, missing]) {
      const { service, looked } = await look(broken);
      const told = problemsIn(looked) as (string | null)[];
      expect(told.filter((one) => one === null)).toHaveLength(1);
      expect(told.find((one) => one !== null)).toMatch(
        /^(it is damaged or not all there|its events are not those of its scenario)\.$/,
      );
      const bad = told.findIndex((one) => one !== null);
      expect(await service.unpack(bad)).toMatchObject({ problem: {} });
    }
  });

  it('is not taken for one when it is another zip, a cut one or one of a newer version', async () => {
    const { tab } = await machineWithTwo();
    const zip = await backUp(tab);
    const newer = changed(zip, (file, text) =>
      file === 'manifest.json' ? text.replace('"version": 1', '"version": 5') : text,
    );

    expect((await look(zipSync({ 'a.txt': strToU8('a') }))).looked).toMatchObject({ kind: 'refused' });
    expect((await look(zip.slice(0, zip.length - 30))).looked).toMatchObject({ kind: 'refused' });
    expect((await look(newer)).looked).toMatchObject({
      kind: 'refused',
      problems: [{ message: expect.stringContaining('newer version') as string }],
    });
  });

  it('unpacks nothing that its manifest does not name, and no more than an entry may hold', async () => {
    const bomb = zipSync({
      'manifest.json': strToU8('{"format":"rehearsal-backup","version":1,"workspaces":[]}'),
      '../../evil.json': strToU8('x'),
    });
    const bigManifest = zipSync({ 'manifest.json': new Uint8Array(65 * 1024 * 1024) }, { level: 1 });

    expect((await look(bomb)).looked).toEqual({ kind: 'backup', workspaces: [], courses: [] });
    expect((await look(bigManifest)).looked).toMatchObject({ kind: 'refused' });
  });

  it('restores a workspace whose name is cut for its folder, were it within a character', async () => {
    const tab = await new Machine().tab();
    const name = `${'x'.repeat(59)}${'𠮷'.repeat(40)}`;
    await tab.service.copy(tab.workspace, { began: 'branch', name }, 'branch');

    const { looked } = await look(await backUp(tab));

    expect(problemsIn(looked)).toEqual([null, null]);
  });

  it('holds what is made of files as well', async () => {
    const tab = await new Machine().tab();
    await tab.service.createPlayed({ ...fromFile, about: { description: 'Kept' } }, 'mine');

    const { service, looked } = await look(await backUp(tab));

    if (looked.kind !== 'backup') throw new Error('no backup');
    const index = looked.workspaces.findIndex(({ id }) => id === 'mine');
    expect(await service.unpack(index)).toMatchObject({
      name: 'Mine',
      began: 'file',
      about: { description: 'Kept' },
    });
  });
});
