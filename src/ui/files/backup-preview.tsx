import { useSignal } from '@preact/signals';
import { useSurroundings } from '../context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { sentence } from '../sentence.ts';
import { words as pageWords } from '../words.ts';
import { filesWords as words } from './files-words.ts';
import type { PreviewProps } from './open-dialog.tsx';

/** So many workspaces are named. */
const most = 200;

/** What a backup holds. Restoring adds all that can be read, replaces nothing and runs nothing. */
export function BackupPreview({ looked: { workspaces }, about, client, onClose }: PreviewProps<'backup'>) {
  const { store, router, files } = useSurroundings();
  const readable = workspaces.flatMap(({ problem }, index) => (problem === null ? [index] : []));
  /** How many are restored; null while nothing was begun. */
  const done = useSignal<number | null>(null);
  const failed = useSignal('');
  const restore = async () => {
    if (done.value !== null || readable.length === 0) return;
    done.value = 0;
    failed.value = '';
    try {
      for (const index of readable) {
        const unpacked = await client.unpack(index);
        if ('problem' in unpacked) throw new Error(words.atPath(unpacked.problem));
        const made = await store.engine.restore(unpacked);
        if ('problem' in made) throw new Error(sentence(made.problem.reason));
        done.value += 1;
      }
    } catch (error) {
      // What was restored before stays: each is whole in itself.
      failed.value = words.restoreFailed(done.value, error instanceof Error ? error.message : String(error));
      done.value = null;
      return;
    }
    await store.listWorkspaces();
    files.said.value = { text: words.restored(readable.length), bad: false };
    router.go('workspaces');
    onClose();
  };
  return (
    <Dialog
      icon="open"
      title={words.backupTitle}
      about={about}
      onClose={onClose}
      footer={
        <>
          <p class="note" role="status">
            {done.value === null ? words.backupAdds : words.restoring(done.value, readable.length)}
          </p>
          <button type="button" class="plain" onClick={onClose}>
            {pageWords.cancel}
          </button>
          <button
            type="button"
            class="primary"
            aria-disabled={done.value !== null || readable.length === 0}
            onClick={() => void restore()}
          >
            {words.restore}
          </button>
        </>
      }
    >
      <section class="card files-scripts" aria-label={words.backupHas(workspaces.length)}>
        <header>
          <h3>{words.backupHas(workspaces.length)}</h3>
        </header>
        <ul tabIndex={0} aria-label={words.backupHas(workspaces.length)}>
          {workspaces.slice(0, most).map(({ name, steps, messages, problem }, index) => (
            <li key={index}>
              <bdi title={name}>{name}</bdi>
              <span class={problem === null ? 'note number' : 'note danger'}>
                {problem === null
                  ? words.backupRow(steps, messages)
                  : words.cannotRestore(words.atPath(problem))}
              </span>
            </li>
          ))}
          {workspaces.length > most ? (
            <li class="note">{words.moreScripts(workspaces.length - most)}</li>
          ) : null}
        </ul>
      </section>
      <div role="alert">{failed.value === '' ? null : <p class="refusal">{failed.value}</p>}</div>
    </Dialog>
  );
}
