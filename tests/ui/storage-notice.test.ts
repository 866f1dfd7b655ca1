import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { createWorld } from '../../src/engine/create-world.ts';
import { Table } from '../../src/engine/table.ts';
import type { Message, World } from '../../src/engine/world.ts';
import type { StorageState, Workspace } from '../../src/protocol/engine-api.ts';
import { watchStorage } from '../../src/ui/storage-notice.ts';
import type { Keeper } from '../../src/ui/window-state.ts';

const sound: StorageState = {
  kind: 'indexedDB',
  problem: null,
  restored: null,
  restoring: null,
  isEmpty: false,
  journal: true,
};

/** A page whose browser keeps what earlier pages put into `kept`. */
function page(kept: Map<string, string>) {
  const storage = signal(sound);
  const workspace = signal<Workspace | null>(null);
  const notices: (string | null)[] = [];
  const keeper: Keeper = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => kept.set(name, value),
  };
  const world = signal<World | null>(null);
  watchStorage({
    store: { storage, workspace, world },
    keeper,
    notify: (notice) => notices.push(notice?.text ?? null),
    now: () => new Date('2026-03-01T12:00:00Z'),
  });
  return {
    notices,
    hears: async (change: Partial<StorageState>) => {
      storage.value = { ...sound, ...change };
      await vi.dynamicImportSettled();
    },
    /** Shows workspace A with so many messages. */
    opens: (messages = 0) => {
      workspace.value = { id: 'a', name: 'A', createdAt: 1, openedAt: 1 };
      const start = createWorld({ startsAt: '2026-03-01T12:00:00Z' });
      world.value = { ...start, messages: Table.from<Message>(Array.from({ length: messages }, () => null)) };
    },
  };
}

describe('the notice about the storage', () => {
  it('tells of a loss the day of the last use, and only once', async () => {
    const kept = new Map<string, string>();
    page(kept).opens();
    const { hears, notices } = page(kept);

    await hears({ isEmpty: true });
    await hears({ isEmpty: true, problem: null });

    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain('there was 1 workspace with 0 messages on 1 March 2026');
  });

  it('takes no first visit for a loss, whatever this page or another one opened meanwhile', async () => {
    const kept = new Map<string, string>();
    const { hears, opens, notices } = page(kept);

    page(kept).opens();
    opens();
    await hears({ isEmpty: true });

    expect(notices).toEqual([]);
  });

  it('does not remember what was only in memory', async () => {
    const kept = new Map<string, string>();
    const { hears, opens } = page(kept);

    await hears({ kind: 'memory' });
    opens();

    expect(kept.size).toBe(0);
  });

  const whole = { id: 'a', name: 'A', messages: 3, isWhole: true };

  it.each([
    [
      [{ ...whole, messages: 1234 }],
      0,
      /^This browser had lost .* 1 workspace with 1,234 messages came back/,
    ],
    [
      [whole, { ...whole, id: 'b', messages: 1 }],
      1,
      /2 workspaces with 4 messages came back.* 1 workspace could not be/,
    ],
    [[], 2, /^This browser had lost its database. 2 workspaces could not be/],
    [
      [{ ...whole, isWhole: false }],
      0,
      /The journal of “A” is damaged: what came after its first 3 messages is missing/,
    ],
  ])('says what came back and what did not: %j and %i', async (workspaces, left, text) => {
    const { hears, notices } = page(new Map());

    await hears({ restored: { workspaces, left }, isEmpty: workspaces.length === 0 });

    expect(notices).toEqual([expect.stringMatching(text)]);
  });

  it.each([true, false])(
    'counts what is missing by what was shown before, the journal whole: %s',
    async (isWhole) => {
      const kept = new Map<string, string>();
      page(kept).opens(12);
      const { hears, notices } = page(kept);

      await hears({ restored: { workspaces: [{ ...whole, isWhole }], left: 0 } });

      expect(notices).toEqual([
        expect.stringContaining(
          '“A” had at least 12 messages when it was last seen here: 9 of them are missing.',
        ),
      ]);
      expect(notices[0]).not.toContain('only');
    },
  );

  it('names a workspace that did not come back at all', async () => {
    const kept = new Map<string, string>();
    page(kept).opens(12);
    const { hears, notices } = page(kept);

    await hears({ restored: { workspaces: [{ ...whole, id: 'b', name: 'B' }], left: 0 } });

    expect(notices[0]).toContain('“A”, with 12 messages, is missing.');
  });

  it('says how much there was when the journals are gone too', async () => {
    const kept = new Map<string, string>();
    page(kept).opens(12);
    const { hears, notices } = page(kept);

    await hears({ isEmpty: true });

    expect(notices[0]).toContain('though there was 1 workspace with 12 messages on 1 March 2026');
  });

  it('knows the day that an older release wrote down', async () => {
    const { hears, notices } = page(new Map([['rehearsal.lastOpened', '2026-02-01T12:00:00Z']]));

    await hears({ isEmpty: true });

    expect(notices[0]).toContain('there was something on 1 February 2026');
  });

  it.each(['{', '[]', '{"at":1}', '{"at":"2026-02-01T12:00:00Z","workspaces":{"a":null,"b":{"name":1}}}'])(
    'does not trust the marker %s',
    async (text) => {
      const { hears, notices } = page(new Map([['rehearsal.kept', text]]));

      await hears({ restored: { workspaces: [whole], left: 0 } });

      expect(notices[0]).not.toContain('missing');
    },
  );
});
