import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { WorkspaceCounts } from '../../protocol/engine-api.ts';
import { useStore } from '../context.ts';

/** How much is in each workspace, by id; read anew whenever the list of them or the open one is another. */
export function useWorkspaceCounts(): ReadonlySignal<ReadonlyMap<string, WorkspaceCounts>> {
  const store = useStore();
  const counted = useSignal<ReadonlyMap<string, WorkspaceCounts>>(new Map());
  const all = store.workspaces.value;
  const open = store.workspace.value?.id;
  useEffect(() => {
    let over = false;
    void store.engine.details().then((details) => {
      if (!over && details.length > 0) counted.value = new Map(details.map((one) => [one.id, one]));
    });
    return () => {
      over = true;
    };
  }, [store, all, open, counted]);
  return counted;
}
