import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { StorageState, Workspace } from '../../src/protocol/engine-api.ts';
import { watchStorage } from '../../src/ui/storage-notice.ts';
import type { Keeper } from '../../src/ui/window-state.ts';

const sound: StorageState = { kind: 'indexedDB', problem: null, restored: null, isEmpty: false };

/** A page whose browser keeps what earlier pages put into `kept`. */
function page(kept: Map<string, string>) {
  const storage = signal(sound);
  const workspace = signal<Workspace | null>(null);
  const notices: (string | null)[] = [];
  const keeper: Keeper = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => kept.set(name, value),
  };
  watchStorage({
    store: { storage, workspace },
    keeper,
    notify: (notice) => notices.push(notice?.text ?? null),
    now: () => new Date('2026-03-01T12:00:00Z'),
  });
  return {
    notices,
    hears: (change: Partial<StorageState>) => (storage.value = { ...sound, ...change }),
    opens: () => (workspace.value = { id: 'a', name: 'A', createdAt: 1, openedAt: 1 }),
  };
}

describe('the notice about the storage', () => {
  it('tells of a loss the day of the last use, and only once', () => {
    const kept = new Map<string, string>();
    page(kept).opens();
    const { hears, notices } = page(kept);

    hears({ isEmpty: true });
    hears({ isEmpty: true, problem: null });

    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain('there was something on 1 March 2026');
  });

  it('takes no first visit for a loss, whatever this page or another one opened meanwhile', () => {
    const kept = new Map<string, string>();
    const { hears, opens, notices } = page(kept);

    page(kept).opens();
    opens();
    hears({ isEmpty: true });

    expect(notices).toEqual([]);
  });

  it('does not remember what was only in memory', () => {
    const kept = new Map<string, string>();
    const { hears, opens } = page(kept);

    hears({ kind: 'memory' });
    opens();

    expect(kept.size).toBe(0);
  });

  it.each([
    [
      { workspaces: 1, messages: 1234, left: 0 },
      /^This browser had lost .* 1 workspace with 1,234 messages came back/,
    ],
    [
      { workspaces: 2, messages: 1, left: 1 },
      /2 workspaces with 1 message came back.* 1 workspace could not be/,
    ],
    [
      { workspaces: 0, messages: 0, left: 2 },
      /^This browser had lost its database. 2 workspaces could not be/,
    ],
  ])('says what came back and what did not: %o', (restored, text) => {
    const { hears, notices } = page(new Map());

    hears({ restored, isEmpty: restored.workspaces === 0 });

    expect(notices).toEqual([expect.stringMatching(text)]);
  });
});
