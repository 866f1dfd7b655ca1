import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { ExploreAnswer, ExploreProgress, ExploreSource } from '../../protocol/exploring.ts';
import { useAppContext } from '../context.ts';
import { createFilesClient } from '../files/save.ts';
import type { NotPreviewed } from '../files-client.ts';
import type { Store } from '../store/store.ts';
import { exploredTest } from './explore-state.ts';

/** What was chosen: in milliseconds, the most orders or null for all, and the seed of random ones. */
export type Chosen = { readonly window: number; readonly runs: number | null; readonly seed: number };

/** How it stands: not begun, under way, or what came of it. */
export type Exploring =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: ExploreProgress | null }
  | ExploreAnswer
  | NotPreviewed
  | { readonly kind: 'lost' };

async function sourceOf(store: Store): Promise<ExploreSource> {
  const workspace = store.workspace.peek()?.id ?? '';
  const test = exploredTest.peek();
  if (test === null) {
    const conversation = await store.engine.scenario(workspace, 'conversation');
    if ('problem' in conversation) throw new Error(conversation.problem.reason.code);
    return { conversation };
  }
  if (test.runsWith === 'own') return { test: test.text, present: null };
  const setting = await store.engine.scenario(workspace, 'setting');
  if ('problem' in setting) throw new Error(setting.problem.reason.code);
  return { test: test.text, present: setting.world };
}

/** Explores when it is asked to, in a worker that ends with the dialog. */
export function useExploring(keptName: string) {
  const { store } = useAppContext();
  const client = useMemo(createFilesClient, []);
  const state = useSignal<Exploring>({ kind: 'idle' });
  const ending = useSignal(new AbortController());
  useEffect(
    () => () => {
      client.stop();
    },
    [client],
  );

  async function explore(chosen: Chosen): Promise<void> {
    const stop = new AbortController();
    ending.value = stop;
    state.value = { kind: 'running', progress: null };
    const heard = (progress: ExploreProgress) => {
      state.value = { kind: 'running', progress };
    };
    const done = await sourceOf(store).then(
      (source) => client.explore({ source, ...chosen, keptName }, heard, stop.signal),
      () => ({ kind: 'lost' }) as const,
    );
    if (ending.peek() === stop) state.value = done;
  }

  return {
    state: state.value,
    client,
    explore: (chosen: Chosen) => void explore(chosen),
    stop: () => {
      ending.peek().abort();
    },
  };
}
