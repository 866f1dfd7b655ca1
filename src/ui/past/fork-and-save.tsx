import { useSignal } from '@preact/signals';
import type { Folder, Script } from '../../engine/definition.ts';
import { savingSource } from '../bots/scripts/last-known.ts';
import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { requireWorld } from '../store/store.ts';
import { goOnFromHere } from './go-on.ts';
import { pastWords as words } from '../words/past-words.ts';
import './past.css';

type ForkAndSaveProps = {
  readonly folder: Folder;
  readonly script: Script;
  /** What is written at the moment somebody acts. */
  readonly source: () => string;
  readonly onSaved: () => void;
};

/** Under a script that cannot be saved in the past: the branch in which it can. What was written stays where it was, too. */
export function ForkAndSave({ folder, script, source, onSaved }: ForkAndSaveProps) {
  const context = useAppContext();
  const { store } = context;
  const busy = useSignal(false);
  const fork = async () => {
    const text = source();
    if (!(await goOnFromHere(context, 'fork'))) return;
    const saved = await store.dispatch(savingSource(requireWorld(store), { folder, script }, text));
    if (saved.kind === 'committed') onSaved();
  };
  return (
    <p class="past-fork-and-save">
      <button
        type="button"
        class="plain small"
        title={words.forkHint}
        aria-disabled={busy.value}
        onClick={() => {
          if (busy.value) return;
          busy.value = true;
          void fork().finally(() => {
            busy.value = false;
          });
        }}
      >
        <LaterIcon name="branch" /> {words.forkAndSave}
      </button>
    </p>
  );
}
