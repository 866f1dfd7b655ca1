import { describe, expect, it } from 'vitest';
import type { DraftOwner } from '../../../src/ui/store/draft-owner.ts';
import { createDraftsBridge } from '../../../src/ui/store/drafts-bridge.ts';
import { createDrafts, type Drafts } from '../../../src/ui/store/drafts.ts';
import { webStorage } from '../web-storage.ts';

type Tab = { readonly drafts: Drafts; readonly wake: () => Promise<void>; readonly close: () => void };

/** One browser: what is on disk, what pages note as they go, and which tabs are open. */
function browser() {
  const disk = new Map<string, Map<string, string>>();
  const noted = new Map<string, string>();
  const open = new Set<string>();
  const state = { isBroken: false };
  const kept = (workspace: string): Map<string, string> => {
    const found = disk.get(workspace) ?? new Map<string, string>();
    disk.set(workspace, found);
    return found;
  };

  /** A page comes up: of a tab that was opened anew, unless it was there before. */
  async function page(id: string, { isNew = false, workspace = 'w' } = {}): Promise<Tab> {
    open.add(id);
    const later: (() => void)[] = [];
    const owner: DraftOwner = { id, isNew, open: () => Promise.resolve(new Set(open)) };
    const drafts = createDrafts({
      save: (at, key, text) => {
        if (state.isBroken) return Promise.resolve(false);
        if (text === '') kept(at).delete(key);
        else kept(at).set(key, text);
        return Promise.resolve(true);
      },
      after: (_, run) => {
        later.push(run);
      },
      bridge: createDraftsBridge(webStorage(noted)),
      owner: Promise.resolve(owner),
    });
    await enter(drafts, workspace);
    const wake = async () => {
      for (const run of later.splice(0)) run();
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    };
    const close = () => {
      void drafts.leave();
      open.delete(id);
    };
    return { drafts, wake, close };
  }

  async function enter(drafts: Drafts, workspace: string): Promise<void> {
    await drafts.flush();
    await drafts.lookAround();
    drafts.load(workspace, Object.fromEntries(kept(workspace)));
  }

  return {
    page,
    enter,
    open,
    noted,
    state,
    onDisk: (workspace = 'w') => Object.fromEntries(kept(workspace)),
  };
}

const place = 'customer:1';

describe('unsent text', () => {
  it('is saved again after a save has failed, by itself', async () => {
    const { page, state, onDisk, noted } = browser();
    const { drafts, wake } = await page('a');
    state.isBroken = true;
    drafts.keep(place, 'half a sen');
    await wake();
    expect(onDisk()).toEqual({});
    expect([...noted.values()].join()).toContain('half a sen');

    state.isBroken = false;
    await wake();

    expect(onDisk()).toEqual({ '@a/customer:1': 'half a sen' });
    expect([...noted]).toEqual([]);
  });

  it('is there for the next page when the engine failed and this one was killed without a word', async () => {
    const { page, state } = browser();
    const before = await page('a');
    state.isBroken = true;
    before.drafts.keep(place, 'half a sen');
    await before.wake();

    const after = await page('a');

    expect(after.drafts.read(place)).toBe('half a sen');
  });

  it('is not put over what was typed and saved after the note of it', async () => {
    const { page, state } = browser();
    const before = await page('a');
    state.isBroken = true;
    before.drafts.keep(place, 'old');
    await before.wake();
    state.isBroken = false;
    before.drafts.keep(place, 'new');
    await before.wake();

    const after = await page('a');

    expect(after.drafts.read(place)).toBe('new');
  });

  it('does not go into another workspace when it could not be saved in its own', async () => {
    const { page, enter, state, onDisk } = browser();
    const { drafts, wake } = await page('a');
    state.isBroken = true;
    drafts.keep(place, 'for the first');
    await wake();

    await enter(drafts, 'other');
    state.isBroken = false;
    await wake();
    expect(drafts.read(place)).toBe('');
    expect(onDisk('other')).toEqual({});
    await enter(drafts, 'w');

    expect(drafts.read(place)).toBe('for the first');
  });
});

describe('unsent text in several tabs', () => {
  it('comes back to each tab as it was there, when all are reloaded at once', async () => {
    const { page, open } = browser();
    const ids = ['a', 'b', 'c'];
    const tabs = await Promise.all(ids.map((id) => page(id)));
    tabs.forEach(({ drafts }, n) => {
      drafts.keep(place, `text ${String(n)}`);
    });
    for (const { close } of tabs) close();
    open.clear();

    const after: Tab[] = [];
    for (const id of ids) after.push(await page(id));
    for (const { wake } of after) await wake();

    expect(after.map(({ drafts }) => drafts.read(place))).toEqual(['text 0', 'text 1', 'text 2']);
    expect(after.flatMap(({ drafts }) => drafts.left(place))).toEqual([]);
  });

  it('is taken up from a closed tab by the next one that is opened, once', async () => {
    const { page, onDisk } = browser();
    const first = await page('a');
    first.drafts.keep(place, 'never sent');
    await first.wake();
    first.close();

    const second = await page('b', { isNew: true });
    expect(second.drafts.read(place)).toBe('never sent');
    await second.wake();
    await second.wake();
    const third = await page('c', { isNew: true });

    expect(third.drafts.read(place)).toBe('');
    expect(onDisk()).toEqual({ '@b/customer:1': 'never sent' });
  });

  it('is taken up a moment later from a tab that was still closing when the next one was opened', async () => {
    const { page, onDisk } = browser();
    const first = await page('a');
    first.drafts.keep(place, 'never sent');
    await first.wake();
    const second = await page('b', { isNew: true });
    expect(second.drafts.read(place)).toBe('');

    first.close();
    await second.wake();
    await second.wake();

    expect(second.drafts.read(place)).toBe('never sent');
    expect(second.drafts.left(place)).toEqual([]);
    expect(onDisk()).toEqual({ '@b/customer:1': 'never sent' });
  });

  it('stays with a tab that only seemed closed, because it was being reloaded', async () => {
    const { page, open } = browser();
    const first = await page('a');
    first.drafts.keep(place, 'mine');
    await first.wake();
    open.delete('a');
    const second = await page('b', { isNew: true });
    const again = await page('a');
    await second.wake();

    expect(again.drafts.read(place)).toBe('mine');
    expect((await page('a')).drafts.read(place)).toBe('mine');
  });

  it('is not taken up from a tab that is open', async () => {
    const { page } = browser();
    const first = await page('a');
    first.drafts.keep(place, 'mine');
    await first.wake();

    const second = await page('b', { isNew: true });
    await second.wake();

    expect(second.drafts.read(place)).toBe('');
    expect(second.drafts.left(place)).toEqual([]);
  });

  it('is offered where a closed tab left more than one place can hold, and nothing of it is lost', async () => {
    const { page, onDisk } = browser();
    for (const id of ['a', 'b']) {
      const { drafts, wake, close } = await page(id);
      drafts.keep(place, `from ${id}`);
      await wake();
      close();
    }
    const { drafts, wake } = await page('c', { isNew: true });
    await wake();
    expect(drafts.read(place)).toBe('from b');
    expect(drafts.left(place)).toEqual([{ key: '@a/customer:1', text: 'from a' }]);

    for (const left of drafts.left(place)) drafts.takeUp(left);
    expect(drafts.read(place)).toBe('from a');
    expect(drafts.left(place)).toEqual([{ key: '@a/customer:1', text: 'from b' }]);
    await wake();
    expect(onDisk()).toEqual({ '@a/customer:1': 'from b', '@c/customer:1': 'from a' });

    for (const left of drafts.left(place)) drafts.drop(left);
    await wake();
    expect(onDisk()).toEqual({ '@c/customer:1': 'from a' });
  });

  it('is found though a closed tab could only note it', async () => {
    const { page, state, noted } = browser();
    const first = await page('a');
    state.isBroken = true;
    first.drafts.keep(place, 'only noted');
    first.close();
    state.isBroken = false;

    const second = await page('b', { isNew: true });
    expect(second.drafts.read(place)).toBe('only noted');
    await second.wake();
    await second.wake();

    expect([...noted]).toEqual([]);
  });

  it('of an older release, which knew no tabs, is taken up', async () => {
    const { page, noted } = browser();
    noted.set('rehearsal.drafts.w', JSON.stringify({ [place]: 'from before' }));

    const { drafts } = await page('a', { isNew: true });

    expect(drafts.read(place)).toBe('from before');
  });
});
