import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useAppContext } from '../context.ts';
import { Dialog } from '../controls/dialog.tsx';
import { sentence } from '../sentence.ts';
import { words as pageWords } from '../words/words.ts';
import { filesWords as words } from '../words/files-words.ts';
import type { PreviewProps } from './open-dialog.tsx';

/** So many workspaces are named. */
const most = 200;

/** What a backup holds. Restoring adds all that can be read, replaces nothing and runs nothing. */
export function BackupPreview({ looked: { workspaces }, about, client, onClose }: PreviewProps<'backup'>) {
  const { store, router, files } = useAppContext();
  const readable = workspaces.flatMap(({ problem }, index) => (problem === null ? [index] : []));
  /** So many of those are restored: whoever tries once more gets the others. */
  const done = useSignal(0);
  const busy = useSignal(false);
  const failed = useSignal('');
  const isClosed = useRef(false);
  const close = () => {
    isClosed.current = true;
    onClose();
  };
  const restoreOthers = async () => {
    for (const index of readable.slice(done.value)) {
      if (isClosed.current) return;
      const unpacked = await client.unpack(index);
      if ('problem' in unpacked)
        throw new Error(`“${workspaces[index]?.name ?? ''}”: ${unpacked.problem.message}`);
      const made = await store.engine.restore(unpacked);
      if ('problem' in made) throw new Error(sentence(made.problem.reason));
      done.value += 1;
    }
  };
  const restore = async () => {
    if (busy.value || readable.length === 0) return;
    busy.value = true;
    failed.value = '';
    const why = await restoreOthers().then(
      () => '',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    busy.value = false;
    // What was restored before it stopped stays: each is whole in itself.
    await store.listWorkspaces();
    const isWhole = done.value === readable.length;
    if (!isWhole && !isClosed.current) {
      failed.value = words.restoreFailed(done.value, why);
      return;
    }
    const text = isWhole ? words.restored(done.value) : words.restoreStopped(done.value, readable.length);
    files.said.value = { text, bad: false };
    if (isClosed.current) return;
    router.go('workspaces');
    onClose();
  };
  return (
    <Dialog
      icon="open"
      title={words.backupTitle}
      about={about}
      onClose={close}
      footer={
        <>
          <p class="note" role="status">
            {busy.value ? words.restoring(done.value, readable.length) : words.backupAdds}
          </p>
          <button type="button" class="plain" onClick={close}>
            {pageWords.cancel}
          </button>
          <button
            type="button"
            class="primary"
            aria-disabled={busy.value || readable.length === 0}
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
            <li key={index} class={problem === null ? undefined : 'has-problem'}>
              <bdi title={name}>{name}</bdi>
              <span class={problem === null ? 'note number' : 'note danger'}>
                {problem === null ? words.backupRow(steps, messages) : words.cannotRestore(problem.message)}
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
