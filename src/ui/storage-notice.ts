import { effect } from '@preact/signals';
import type { Restored } from '../protocol/engine-api.ts';
import type { Notice } from './banner.tsx';
import { wallDayOf } from './format.ts';
import type { Store } from './store/store.ts';
import type { Keeper } from './window-state.ts';
import { words } from './words.ts';

/** When there was last something in the database of this site. It lies beside the database, not in it. */
const markerName = 'rehearsal.lastOpened';

export type StorageNoticePorts = {
  readonly store: Pick<Store, 'storage' | 'workspace'>;
  readonly keeper: Keeper | null;
  readonly notify: (notice: Notice | null) => void;
  /** The clock on the wall. */
  readonly now: () => Date;
};

/**
 * Says so when the browser has lost its database: what came back (reliability D10), or that nothing is there though
 * there was something before (D13). It can be put away; nobody has to do anything.
 */
export function watchStorage({ store, keeper, notify, now }: StorageNoticePorts): void {
  const tell = (text: string) => {
    const act = () => {
      notify(null);
    };
    notify({ text, action: words.understood, act });
  };
  const before = markerIn(keeper);
  let told = false;
  effect(() => {
    const { restored, isEmpty } = store.storage.value;
    if (told || (restored === null && !isEmpty)) return;
    told = true;
    if (restored !== null) tell(restoredText(restored));
    else if (before !== null) tell(words.lost(wallDayOf(before)));
  });
  effect(() => {
    if (store.workspace.value === null || store.storage.value.kind === 'memory') return;
    try {
      keeper?.setItem(markerName, now().toISOString());
    } catch {
      // Then a loss looks like a first visit.
    }
  });
}

function restoredText({ workspaces, messages, left }: Restored): string {
  const texts: string[] = [words.lostDatabase];
  if (workspaces > 0) texts.push(words.restored(workspaces, messages));
  if (left > 0) texts.push(words.notRestored(left));
  return texts.join(' ');
}

function markerIn(keeper: Keeper | null): Date | null {
  const at = new Date(keeper?.getItem(markerName) ?? '');
  return Number.isNaN(at.getTime()) ? null : at;
}
