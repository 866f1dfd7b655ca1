import { effect } from '@preact/signals';
import type { Restored } from '../protocol/engine-api.ts';
import type { Notice } from './banner.tsx';
import { wallDayOf } from './format.ts';
import { forgetOthers, readMarker, writeMarker, type KeptMarker } from './kept-marker.ts';
import type { Store } from './store/store.ts';
import type { Keeper } from './window-state.ts';
import { words } from './words.ts';

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
    forgetOthers(keeper, new Set(restored?.workspaces.map(({ id }) => id)));
    if (restored !== null) tell(restoredText(restored, before));
    else if (before !== null) tell(lostText(before));
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

/** What is known, and nothing else: nobody can tell what a damaged journal held. */
function restoredText({ workspaces, left }: Restored, before: KeptMarker | null): string {
  const texts: string[] = [words.lostDatabase];
  const messages = workspaces.reduce((sum, one) => sum + one.messages, 0);
  if (workspaces.length > 0) texts.push(words.restored(workspaces.length, messages));
  for (const { id, name, messages: has, isWhole } of workspaces) {
    const had = before?.workspaces.get(id)?.messages;
    if (had !== undefined && had > has) texts.push(words.fewer(name, had, has));
    else if (!isWhole) texts.push(words.damaged(name, has));
  }
  if (left > 0) texts.push(words.notRestored(left));
  const back = new Set(workspaces.map(({ id }) => id));
  const missing = [...(before?.workspaces ?? [])].filter(([id]) => !back.has(id)).map(([, one]) => one);
  // One that could not be read is kept and told of already; which one it is, the journals say and not the marker.
  if (left === 0)
    for (const { name, messages: had } of missing) texts.push(words.missingWorkspace(name, had));
  if (workspaces.length > 0) texts.push(words.checkLast);
  return texts.join(' ');
}

function lostText({ at, workspaces }: KeptMarker): string {
  const messages = [...workspaces.values()].reduce((sum, one) => sum + one.messages, 0);
  return words.lost(wallDayOf(at), workspaces.size, messages);
}
