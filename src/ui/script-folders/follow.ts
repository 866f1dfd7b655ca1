import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { ComparedScript } from '../../scenario/script-folder.ts';
import type { Store } from '../store/store.ts';
import { scriptFolderWords as words } from '../words/script-folder-words.ts';

type Followed = {
  readonly store: Pick<Store, 'moment' | 'workspace'>;
  readonly rows: ReadonlySignal<readonly ComparedScript[]>;
  readonly take: (rows: readonly ComparedScript[], text: string) => Promise<void>;
};

/** An empty file is what a program leaves that was ended while it saved: nothing of a script is thrown away for it. */
const isFollowed = ({ kind, file }: ComparedScript): boolean =>
  kind === 'changedThere' && file?.source !== '';

/**
 * Takes texts that changed in the folder only, as an editor beside the page saves them. What is new, gone or changed on both
 * sides waits for somebody, and so does all of it while the past is shown. Of several tabs one does it.
 */
export function followFolder({ store, rows, take }: Followed): void {
  const isTaking = signal(false);
  let given = '';
  const go = async (changed: readonly ComparedScript[]) => {
    isTaking.value = true;
    await alone(store.workspace.peek()?.id ?? '', () => take(changed, words.followed(changed.length)));
    isTaking.value = false;
  };
  effect(() => {
    const changed = rows.value.filter(isFollowed);
    if (changed.length === 0 || store.moment.value !== null || isTaking.value) return;
    // What was refused once is not tried again until the file is another.
    const key = JSON.stringify(changed.map(({ path, file }) => [path, file?.sum]));
    if (key === given) return;
    given = key;
    void go(changed);
  });
}

/** Runs it unless another tab does the same now. */
async function alone(workspace: string, work: () => Promise<void>): Promise<void> {
  const locks = (globalThis.navigator as { readonly locks?: LockManager }).locks;
  if (locks === undefined) return work();
  await locks.request(`rehearsal script folder ${workspace}`, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await work();
  });
}
