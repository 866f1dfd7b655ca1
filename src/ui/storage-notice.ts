import { effect } from '@preact/signals';
import type { Notice } from './banner.tsx';
import { forgetOthers, readMarker, writeMarker } from './kept-marker.ts';
import type { Store } from './store/store.ts';
import type { Keeper } from './window-state.ts';
import { words } from './words/words.ts';

export type StorageNoticePorts = {
  readonly store: Pick<Store, 'storage' | 'workspace' | 'world'>;
  readonly keeper: Keeper | null;
  readonly notify: (notice: Notice | null) => void;
  /** The clock on the wall. */
  readonly now: () => Date;
};

/**
 * Says so when the browser has lost its database: what came back and what is known to be missing (reliability D10), or
 * that nothing is there though there was something before (D13). It can be put away; nobody has to do anything.
 */
export function watchStorage({ store, keeper, notify, now }: StorageNoticePorts): void {
  const tell = (text: string) => {
    const act = () => {
      notify(null);
    };
    notify({ text, action: words.understood, act });
  };
  const before = readMarker(keeper);
  let told = false;
  effect(() => {
    const { restored, isEmpty } = store.storage.value;
    if (told || (restored === null && !isEmpty)) return;
    told = true;
    if (restored?.isUnknown !== true) forgetOthers(keeper, new Set(restored?.workspaces.map(({ id }) => id)));
    // Its words are loaded when they are needed: hardly anybody ever reads them.
    void import('./lost-storage.ts').then(({ restoredText, lostText }) => {
      const text = restored === null ? before && lostText(before) : restoredText(restored, before);
      if (text !== null) tell(text);
    });
  });
  let noted = '';
  effect(() => {
    const { value: workspace } = store.workspace;
    const messages = store.world.value?.messages.length ?? 0;
    if (workspace === null || store.storage.value.kind === 'memory') return;
    const state = `${workspace.id} ${String(messages)} ${workspace.name}`;
    if (state === noted) return;
    noted = state;
    writeMarker(keeper, now(), workspace.id, { name: workspace.name, messages });
  });
}
