import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Script } from '../../../src/engine/definition.ts';
import type { KeptScriptFolder } from '../../../src/protocol/script-folder-api.ts';
import { linkOf } from '../../../src/ui/script-folders/link.ts';
import { MemoryDisk } from '../../support/memory-disk.ts';
import { openFakeWindow } from '../fake-window.ts';

const script = (id: number, name: string, source: string): Script => ({
  id,
  name,
  includeName: '',
  language: 'crmscript',
  source,
});

/** What this browser keeps of folders, for all of its tabs. */
const createKept = () => new Map<string, KeptScriptFolder | null>();

/** A window whose workspace has the folder Eko with these scripts, and what is kept of the folder it goes with. */
async function openWindow(scripts: readonly Script[], kept = createKept()) {
  const { engine, store, context } = await openFakeWindow(scripts, {
    scriptFolder: (workspace: string) => Promise.resolve(kept.get(workspace) ?? null),
    keepScriptFolder: (workspace: string, folder: KeptScriptFolder | null) => {
      kept.set(workspace, folder);
      return Promise.resolve(true);
    },
  });
  const link = linkOf(context);
  const save = (id: number, name: string, source: string) =>
    store.dispatch({ type: 'admin.savesScript', folder: 1, script: script(id, name, source) });
  const texts = () =>
    Object.fromEntries(
      (store.live.value?.world.folders ?? []).flatMap(({ scripts: all }) =>
        all.map(({ name, source }) => [name, source]),
      ),
    );
  const kinds = () => link.rows.value.map(({ kind, path }) => [path, kind]);
  return { engine, store, link, save, texts, kinds, kept, context };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { visibilityState: 'visible' });
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the folder that a workspace goes with', () => {
  it('is not written over what another program saved while one was choosing', async () => {
    const disk = new MemoryDisk();
    disk.put('Eko/a.crm', '1');
    const { link, save, kinds } = await openWindow([script(1, 'a', '1')]);
    await link.bind(disk.folder(), 'bots');
    await save(1, 'a', 'mine');
    const chosen = link.rows.value;

    disk.put('Eko/a.crm', 'theirs');
    await link.look();
    await link.give(chosen);

    expect(disk.texts()).toEqual({ 'Eko/a.crm': 'theirs' });
    expect(link.trouble.value).toBe('changed');
    expect(kinds()).toEqual([['Eko/a.crm', 'changedBoth']]);
  });

  it('is not written over what another program saves while files before it are written, nor what size and time do not tell', async () => {
    const disk = new MemoryDisk();
    disk.put('Eko/a.crm', '1');
    disk.put('Eko/b.crm', '2');
    const { link, save } = await openWindow([script(1, 'a', '1'), script(2, 'b', '2')]);
    await link.bind(disk.folder(), 'bots');
    await save(1, 'a', 'mine a');
    await save(2, 'b', 'mine b');

    disk.onWrite = (path) => {
      if (path === 'Eko/a.crm') disk.putUnseen('Eko/b.crm', '!');
    };
    await link.give(link.rows.value);

    expect(disk.texts()).toEqual({ 'Eko/a.crm': 'mine a', 'Eko/b.crm': '!' });
    expect(link.trouble.value).toBe('changed');
  });

  it('is told which scripts no file can hold, also where another program writes into it meanwhile', async () => {
    const disk = new MemoryDisk();
    for (const name of ['a', 'b', 'c', 'd']) disk.put(`Eko/${name}.crm`, name);
    const { link, save, texts } = await openWindow(
      ['a', 'b', 'c', 'd'].map((name, n) => script(n + 1, name, name)),
    );
    await link.bind(disk.folder(), 'bots');
    await save(1, 'a', 'zero \0 byte');
    await save(2, 'b', 'mine b');
    await save(3, 'c', 'mine c');

    disk.onWrite = () => {
      disk.putUnseen('Eko/c.crm', '!');
    };
    await link.give(link.rows.value);

    expect(disk.texts()).toMatchObject({ 'Eko/a.crm': 'a', 'Eko/b.crm': 'mine b', 'Eko/c.crm': '!' });
    expect([link.trouble.value, link.unwritable.value]).toEqual(['changed', ['a']]);

    disk.put('Eko/d.crm', 'saved by an editor');
    await link.look();
    await vi.advanceTimersByTimeAsync(0);

    expect(texts()).toMatchObject({ d: 'saved by an editor' });
    expect([link.trouble.value, link.unwritable.value]).toEqual(['changed', ['a']]);

    await save(1, 'a', 'mended');
    await link.give(link.rows.value.filter(({ path }) => path === 'Eko/a.crm'));

    expect([link.trouble.value, link.unwritable.value]).toEqual([null, []]);
  });

  it('leaves no empty file where it could not be written, which would be taken for a change', async () => {
    const disk = new MemoryDisk();
    disk.put('Eko/a.crm', 'precious');
    disk.put('Eko/b.crm', '2');
    const { link, texts } = await openWindow([script(1, 'a', 'precious'), script(2, 'b', '2')]);
    await link.bind(disk.folder(), 'bots');
    disk.delete('Eko/a.crm');
    await link.look();

    disk.isFull = true;
    await link.give(link.rows.value.filter(({ kind }) => kind === 'deletedThere'));
    await vi.advanceTimersByTimeAsync(10_000);

    expect(texts()).toEqual({ a: 'precious', b: '2' });
    expect(disk.texts()).toEqual({ 'Eko/b.crm': '2' });
    expect(link.trouble.value).toBe('no-room');
  });

  it('is not taken over what was saved here while the folder was looked at', async () => {
    const disk = new MemoryDisk();
    disk.put('Eko/a.crm', '1');
    const { link, save, texts, kinds } = await openWindow([script(1, 'a', '1')]);
    await link.bind(disk.folder(), 'bots');
    disk.put('Eko/a.crm', 'theirs');

    let goOn = () => {};
    disk.onList = () =>
      new Promise((resolve) => {
        goOn = resolve;
      });
    const looking = link.look();
    const again = link.look();
    await vi.waitFor(() => {
      expect(goOn).not.toBe(undefined);
    });
    goOn();
    await looking;
    await save(1, 'a', 'mine');
    goOn();
    disk.onList = () => undefined;
    await again;
    await vi.advanceTimersByTimeAsync(10_000);

    expect(texts()).toEqual({ a: 'mine' });
    expect(kinds()).toEqual([['Eko/a.crm', 'changedBoth']]);
  });

  it('brings nothing back that was taken back in another tab', async () => {
    const disk = new MemoryDisk();
    disk.put('Eko/a.crm', '1');
    const kept = createKept();
    const one = await openWindow([script(1, 'a', '1')], kept);
    await one.link.bind(disk.folder(), 'bots');
    const other = await openWindow([script(1, 'a', '1')], kept);
    await vi.advanceTimersByTimeAsync(10);
    expect(other.link.state.value.kind).toBe('open');

    // The other tab is hidden while the first takes a text and takes it back.
    disk.put('Eko/a.crm', 'theirs');
    vi.stubGlobal('document', { visibilityState: 'hidden' });
    await one.link.look();
    await vi.advanceTimersByTimeAsync(0);
    expect(one.texts()).toEqual({ a: 'theirs' });
    await one.save(1, 'a', '1');
    await other.link.look();
    await vi.advanceTimersByTimeAsync(0);

    expect(other.texts()).toEqual({ a: '1' });
    expect(other.kinds()).toEqual([['Eko/a.crm', 'changedHere']]);
  });

  it('is the zip as the other tab has it by now, not the one that was taken in', async () => {
    const kept = createKept();
    const zip = zipSync({ 'Eko/a.crm': strToU8('1') });
    const one = await openWindow([script(1, 'a', '1')], kept);
    await one.link.bind(zip.slice(), 'bots');
    const other = await openWindow([script(1, 'a', '1')], kept);
    await vi.advanceTimersByTimeAsync(10);

    await one.save(1, 'a', 'mine');
    await other.save(1, 'a', 'mine');
    await one.link.give(one.link.rows.value);
    await other.link.look();
    await vi.advanceTimersByTimeAsync(0);

    expect(other.texts()).toEqual({ a: 'mine' });
    expect(other.kinds()).toEqual([['a.crm', 'same']]);
  });

  it('is taken into the workspace that it goes with, and into no other that is opened meanwhile', async () => {
    const disk = new MemoryDisk();
    for (const name of ['a', 'b', 'c']) disk.put(`Eko/${name}.crm`, 'new');
    const { link, store, engine } = await openWindow([]);
    await link.bind(disk.folder(), 'bots');
    const sent: string[] = [];
    engine.dispatch = async ({ workspace, input }) => {
      sent.push(workspace);
      const answer = engine.take(input);
      await store.open('other');
      return answer;
    };
    const { open } = engine;
    engine.open = async (id) => {
      const opened = await open(id);
      return 'problem' in opened ? opened : { ...opened, workspace: { ...opened.workspace, id: 'other' } };
    };
    await link.take(link.rows.value, 'taken');

    expect(new Set(sent)).toEqual(new Set(['w']));
  });

  it('takes nothing over a script that another tab saves while others are taken', async () => {
    const disk = new MemoryDisk();
    for (const name of ['gone', 'other']) disk.put(`Eko/${name}.crm`, '1');
    const { link, engine, texts } = await openWindow([script(8, 'gone', '1'), script(9, 'other', '1')]);
    await link.bind(disk.folder(), 'bots');
    disk.delete('Eko/gone.crm');
    for (const name of ['a', 'b', 'c', 'd']) disk.put(`Eko/${name}.crm`, 'new');
    await link.look();
    const { dispatch } = engine;
    let isFirst = true;
    engine.dispatch = async (command) => {
      const answer = await dispatch(command);
      if (isFirst) engine.take({ type: 'admin.savesScript', folder: 1, script: script(9, 'other', 'saved') });
      isFirst = false;
      return answer;
    };
    await link.take(
      link.rows.value.filter(({ kind }) => kind !== 'same'),
      'taken',
    );

    expect(texts()).toEqual({ other: 'saved' });
    expect(link.refusal.value).toMatch(/Something changed meanwhile/);
  });

  it('stays left when another tab still had it open', async () => {
    const disk = new MemoryDisk();
    disk.put('Eko/a.crm', '1');
    const kept = createKept();
    const one = await openWindow([script(1, 'a', '1')], kept);
    await one.link.bind(disk.folder(), 'bots');
    const other = await openWindow([script(1, 'a', '1')], kept);
    await vi.advanceTimersByTimeAsync(10);

    await one.link.bind(null, '');
    disk.put('Eko/a.crm', 'theirs');
    await other.link.look();
    await vi.advanceTimersByTimeAsync(0);

    expect(kept.get('w')).toBeNull();
    expect(other.link.state.value.kind).toBe('none');
    expect(other.texts()).toEqual({ a: '1' });
  });
});
