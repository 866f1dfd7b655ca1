import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { ServiceError, Workspace } from '../../protocol/engine-api.ts';
import { useAppContext } from '../context.ts';
import { focusWhenThere } from '../controls/focus-next.ts';
import { sentence } from '../sentence.ts';
import { deleteWorkspace } from './delete-workspace.ts';
import { workspacesWords as words } from '../words/workspaces-words.ts';
import type { WorldFile } from '../../engine/definition.ts';

export type Acts = {
  /** Shows the stage of it. */
  readonly open: (id: string) => Promise<void>;
  readonly openSample: (file: string) => Promise<void>;
  readonly makeEmpty: () => Promise<void>;
  /** Whether it has that name now. */
  readonly rename: (id: string, name: string) => Promise<boolean>;
  readonly duplicate: (workspace: Workspace) => Promise<void>;
  /** The focus goes to the workspace `next`. */
  readonly remove: (workspace: Workspace, next: string | undefined) => Promise<void>;
  /** Opens it and asks how it is to be saved. */
  readonly save: (id: string) => Promise<void>;
  /** Why the last one was not done; empty when it was. */
  readonly refusal: ReadonlySignal<string>;
};

/** What has the focus in the row of a workspace. */
export const focusRow = (id: string): void => {
  focusWhenThere(() => document.querySelector<HTMLElement>(`[data-workspace="${CSS.escape(id)}"] .row-open`));
};

/** What can be done with whole workspaces. Whoever opens or makes one wants to see its stage. */
export function useActs(): Acts {
  const context = useAppContext();
  const refusal = useSignal('');
  return useMemo(() => {
    const { store, router, files } = context;
    const failed = (problem: ServiceError | null): boolean => {
      refusal.value = problem === null ? '' : sentence(problem.reason);
      return problem !== null;
    };
    const thenStage = async (opening: Promise<unknown>, wanted?: string) => {
      refusal.value = '';
      const before = store.workspace.peek()?.id;
      await opening;
      const now = store.workspace.peek()?.id;
      if (now !== before || now === wanted) router.go('stage');
    };
    return {
      refusal,
      open: (id) => thenStage(store.open(id), id),
      openSample: (file) => thenStage(store.openSample(file)),
      makeEmpty: () =>
        thenStage(
          store
            .openPlayed({ name: words.new, began: 'empty', world: emptyWorld(), steps: [], openingSteps: 0 })
            .then(failed),
        ),
      rename: async (id, name) => !failed(await store.rename(id, name)),
      duplicate: async ({ id, name }) => {
        const made = await store.engine.copy(id, { began: 'copy', name });
        if (failed('problem' in made ? made.problem : null) || 'problem' in made) return;
        await store.listWorkspaces();
        focusRow(made.id);
      },
      remove: async (workspace, next) => {
        if (failed(await deleteWorkspace(context, workspace))) return;
        if (next !== undefined) focusRow(next);
      },
      save: async (id) => {
        if (store.workspace.peek()?.id !== id) await store.open(id);
        if (store.workspace.peek()?.id === id) files.shows.value = 'save';
      },
    };
  }, [context, refusal]);
}

/** As little as somebody can chat in: a channel, and an agent who is present. Its clock begins now, in the zone of whoever sits here. */
function emptyWorld(): WorldFile {
  return {
    startsAt: new Date().toISOString(),
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    agents: [{ id: 1, name: words.emptyAgent, present: true }],
    channels: [
      {
        id: 1,
        name: words.emptyChannel,
        members: [{ agent: 1, canRespond: true, canListen: true, notifications: true, manager: true }],
      },
    ],
  };
}
