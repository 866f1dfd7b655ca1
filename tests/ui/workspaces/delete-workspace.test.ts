import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../../src/protocol/engine-api.ts';
import type { AppContextValue } from '../../../src/ui/context.ts';
import { createUndo } from '../../../src/ui/undo/undo.ts';
import { deleteWorkspace } from '../../../src/ui/workspaces/delete-workspace.ts';

const named = (id: string): Workspace => ({ id, name: id, createdAt: 0, openedAt: 0 });

/** A window with one workspace, in whose place another one is opened when it is deleted, once `open` is called. */
function windowWithOne() {
  let there = [named('only')];
  let open = () => {};
  const opening = new Promise<void>((resolve) => {
    open = resolve;
  });
  const workspace = signal<Workspace | null>(named('only'));
  const workspaces = signal<readonly Workspace[]>(there);
  const show = (one: Workspace) => {
    if (!there.some(({ id }) => id === one.id)) there = [...there, one];
    workspace.value = one;
  };
  const store = {
    workspace,
    workspaces,
    engine: {
      putBack: (id: string) => {
        there = [...there, named(id)];
        return Promise.resolve(null);
      },
      steps: () => Promise.resolve(2),
    },
    open: (id: string) => {
      show(named(id));
      return Promise.resolve();
    },
    listWorkspaces: () => {
      workspaces.value = there;
      return Promise.resolve();
    },
    remove: async (id: string) => {
      there = there.filter((one) => one.id !== id);
      await opening;
      if (workspace.peek()?.id === id) show(named('stand-in'));
      return null;
    },
  };
  const undo = createUndo();
  const keepers = { local: null, session: null, seal: () => undefined };
  const here = { store, undo, keepers } as unknown as AppContextValue;
  return { here, undo, open, ids: () => workspaces.value.map(({ id }) => id) };
}

describe('taking a deletion back', () => {
  it('takes away what stood in for the last workspace, also while that is still on its way', async () => {
    const { here, undo, open, ids } = windowWithOne();

    const deleting = deleteWorkspace(here, named('only'));
    const undone = undo.last('')?.act();
    open();
    await deleting;

    expect(await undone).toBe('');
    expect(ids()).toEqual(['only']);
  });
});
