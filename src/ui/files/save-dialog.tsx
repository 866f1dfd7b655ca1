import { useAppContext } from '../context.ts';
import { Dialog } from '../controls/dialog.tsx';
import { words as pageWords } from '../words/words.ts';
import { Choices } from './choices.tsx';
import { filesWords as words } from '../words/files-words.ts';
import { fileNameOf, nameOutside } from './form.ts';
import { savedAs } from './kept-files.ts';
import { SharingError } from './sharing-error.tsx';
import { NotInFile } from './not-in-file.tsx';
import { remember, revert } from './save.ts';
import { useLeaving } from './use-leaving.ts';
import { useWriting } from './use-writing.ts';
import { VerdictLine } from './verdict-line.tsx';
import type { FileHandle } from './writing.ts';

/** Saves the workspace to a file of this computer. */
export function SaveDialog() {
  const context = useAppContext();
  const { store, files } = context;
  const leaving = useLeaving('save', 'file');
  const { canWrite, problem, write: writeTo } = useWriting(leaving, 'file');
  const { taken, form, state } = leaving;
  const open = store.workspace.value;
  const handle = savedAs(taken?.workspace ?? '')?.handle ?? null;
  const mark = files.marks.of(open?.id ?? '');
  const since = mark === null ? 0 : (store.live.value?.world.step ?? 0) - mark.steps;
  const close = () => {
    files.shows.value = 'nothing';
  };
  const write = (to: FileHandle | null) =>
    writeTo(to, (saved, written) => {
      remember(context, saved, form, written);
      close();
    });
  return (
    <Dialog
      icon="save"
      title={pageWords.saveAll}
      about={open?.name}
      onClose={close}
      footer={
        <>
          <VerdictLine state={state} />
          {handle === null ? null : (
            <button type="button" class="plain" aria-disabled={!canWrite} onClick={() => void write(null)}>
              {words.saveAs}
            </button>
          )}
          <button
            type="button"
            class="primary"
            aria-disabled={!canWrite}
            title={handle === null ? undefined : words.saveTo(handle.name)}
            onClick={() => void write(handle)}
          >
            {pageWords.saveScenario}
          </button>
        </>
      }
    >
      {mark === null || since <= 0 ? null : (
        <p class="files-since note">
          <bdi>{words.changedSince(since, mark.file)}</bdi>{' '}
          <button
            type="button"
            class="text-button"
            title={words.revertHint}
            onClick={() => {
              close();
              void revert(context);
            }}
          >
            {words.revert}
          </button>
        </p>
      )}
      <NotInFile close={close} />
      <Choices leaving={leaving} way="file" />
      <p class="files-filename note">
        <bdi>{handle?.name ?? fileNameOf(nameOutside(form, state.draft))}</bdi>
        {state.draft === null ? '' : `, ${words.size(state.draft.text.length)}`}
      </p>
      <SharingError leaving={leaving} text={problem} />
    </Dialog>
  );
}
