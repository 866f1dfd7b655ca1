import type { ServiceError, Workspace } from '../../protocol/engine-api.ts';
import type { AppContextValue } from '../context.ts';
import { oneLine } from '../format.ts';
import { forgetOne, writeMarker } from '../kept-marker.ts';
import { forgetWorkspace } from '../browser-storage.ts';
import { sentence } from '../sentence.ts';
import type { Undoable } from '../undo/undo.ts';
import { words } from '../words/words.ts';

type Here = Pick<AppContextValue, 'store' | 'undo' | 'keepers'>;

/**
 * Deletes a workspace and offers to take that back, as long as nothing is really gone. Where it was open, another one is
 * shown meanwhile. Null, or why it could not be deleted.
 */
export async function deleteWorkspace(
  { store, undo, keepers }: Here,
  { id, name }: Workspace,
): Promise<ServiceError | null> {
  const wasOpen = store.workspace.peek()?.id === id;
  const before = new Set(store.workspaces.peek().map((one) => one.id));
  let removing: Promise<Removed> | null = null;
  let isBack = false;
  const undoable: Undoable = {
    text: words.undo.deletedWorkspace(oneLine(name, 48)),
    act: async () => {
      isBack = true;
      const { marked = null, standIn = null } = (await removing) ?? {};
      const why = await store.engine.putBack(id);
      isBack = why === null;
      if (why !== null) return sentence(why.reason);
      if (marked !== null) writeMarker(keepers.local, new Date(), id, marked);
      if (wasOpen) await store.open(id);
      await standIn?.();
      await store.listWorkspaces();
      return '';
    },
    passing: {
      keep: () => {
        if (!isBack) void store.engine.remove(id);
      },
      over: () => {
        forgetWorkspace(keepers.local, id);
      },
    },
  };
  // Before another one is shown: the page with the network stays as long as this can be taken back.
  undo.offer('', undoable);
  removing = remove();
  const { problem = null } = await removing;
  if (problem !== null) undo.forget(undoable);
  return problem;

  async function remove(): Promise<Removed> {
    const why = await store.remove(id);
    if (why !== null) return { problem: why };
    await store.listWorkspaces();
    const marked = forgetOne(keepers.local, id) ?? null;
    return { marked, standIn: wasOpen ? await standInOf(store, before) : null };
  }
}

/** What becomes of a workspace that is removed: why not, or what belongs to putting it back. */
type Removed = {
  readonly problem?: ServiceError;
  readonly marked?: NonNullable<ReturnType<typeof forgetOne>> | null;
  readonly standIn?: (() => Promise<void>) | null;
};

/** Where the last workspace was deleted, a new one stands in for it: it goes again, unless somebody did something in it. */
async function standInOf(
  store: Here['store'],
  before: ReadonlySet<string>,
): Promise<(() => Promise<void>) | null> {
  const shown = store.workspace.peek();
  if (shown === null || before.has(shown.id)) return null;
  const steps = await store.engine.steps(shown.id);
  return async () => {
    if ((await store.engine.steps(shown.id)) === steps) await store.remove(shown.id);
  };
}
