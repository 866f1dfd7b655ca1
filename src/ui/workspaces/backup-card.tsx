import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useAppContext } from '../context.ts';
import { pickFiles } from '../files/files-host.tsx';
import { lastBackup } from '../last-backup.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { words as pageWords } from '../words/words.ts';
import { backUp, type BackedUp } from './back-up.ts';
import { whenOf } from './when.ts';
import { workspacesWords as words } from '../words/workspaces-words.ts';

/** All workspaces into one file, and back out of one. */
export function BackupCard() {
  const here = useAppContext();
  const { store, keepers } = here;
  const progress = useSignal<{ readonly done: number; readonly of: number } | null>(null);
  const came = useSignal<BackedUp | null>(null);
  const stopping = useRef<AbortController | null>(null);
  const start = async () => {
    if (progress.value !== null) return;
    came.value = null;
    progress.value = { done: 0, of: store.workspaces.peek().length };
    stopping.current = new AbortController();
    const told = (done: number, of: number) => {
      progress.value = { done, of };
    };
    came.value = await backUp(here, told, stopping.current.signal);
    progress.value = null;
  };
  const last = lastBackup(keepers.local);
  return (
    <section class="card side-card" aria-labelledby="backup-title">
      <h3 id="backup-title">{words.backupTitle}</h3>
      <p class="note">
        {words.backupWhat(store.workspaces.value.length)}{' '}
        {last === null ? null : words.backupLast(whenOf(last, Date.now()))}
      </p>
      {progress.value === null ? (
        <div class="row">
          <button type="button" class="plain" onClick={() => void start()}>
            <LaterIcon name="backup" /> {words.backUp}
          </button>
          <button
            type="button"
            class="plain"
            title={words.restoreHint}
            onClick={() => {
              pickFiles(here);
            }}
          >
            <LaterIcon name="restore" /> {words.restore}
          </button>
        </div>
      ) : (
        <div class="row spread">
          <label class="side-progress">
            <span>{words.backingUp(progress.value.done, progress.value.of)}</span>
            <progress value={progress.value.done} max={progress.value.of} />
          </label>
          <button type="button" class="plain small" onClick={() => stopping.current?.abort()}>
            {pageWords.cancel}
          </button>
        </div>
      )}
      <Came came={came.value} />
    </section>
  );
}

function Came({ came }: { readonly came: BackedUp | null }) {
  const isBad = came !== null && ('problem' in came || came.left.length > 0);
  return (
    <div role="status">
      {came === null ? null : (
        <p class={isBad ? 'side-warn' : 'side-good'}>
          <LaterIcon name={isBad ? 'warn' : 'done'} />
          <span dir="auto">
            {'problem' in came
              ? came.problem
              : came.left.length === 0
                ? came.done
                : `${came.done} ${words.backupLeft(came.left)}`}
          </span>
        </p>
      )}
    </div>
  );
}
