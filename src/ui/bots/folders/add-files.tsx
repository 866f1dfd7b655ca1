import type { Folder } from '../../../engine/definition.ts';
import { useSignal } from '@preact/signals';
import { useSending, useAppContext } from '../../context.ts';
import { allScripts } from '../../names.ts';
import { Refusal } from '../../controls/refusal.tsx';
import { requireWorld } from '../../store/store.ts';
import { useUndoable } from '../../undo/use-undoable.ts';
import { botWords } from '../../words/bot-words.ts';
import { words } from '../../words/words.ts';
import { readScripts, replacedScripts, scriptEndings, withScripts, type ReadScript } from './script-files.ts';
import { scriptDraftKey } from './script-names.ts';

type Waiting = { readonly read: readonly ReadScript[]; readonly replaced: readonly string[] };

type AddFilesProps = { readonly folder: Folder; readonly onAdded: () => void };

/** Takes script files into a folder, all or none; one that is there already gets the new text, once somebody has said so. */
export function AddFiles({ folder, onAdded }: AddFilesProps) {
  const { store, windowState } = useAppContext();
  const sending = useSending();
  const send = useUndoable(sending);
  const problem = useSignal('');
  /** Files that would take the place of scripts with other texts. */
  const waiting = useSignal<Waiting | null>(null);
  const take = async (read: readonly ReadScript[], replaced: readonly string[]) => {
    const world = requireWorld(store);
    const first = Math.max(0, ...allScripts(world).map(({ script }) => script.id)) + 1;
    const { id, name, scripts: before } = world.folders.find((one) => one.id === folder.id) ?? folder;
    const scripts = withScripts({ scripts: before }, read, first);
    const input = { type: 'admin.savesFolder', folder: { id, name, scripts } } as const;
    const done =
      replaced.length === 0
        ? await sending.send(input)
        : await send(input, words.undo.replacedFiles(replaced.length));
    if (!done) return;
    for (const { id: made = 0 } of scripts) if (made >= first) store.keepDraft(scriptDraftKey(made), '');
    const opened = scripts.find((one) => one.name.toLowerCase() === read[0]?.name.toLowerCase());
    windowState.change({ script: opened?.id ?? 0, bottom: 'script' });
    onAdded();
  };
  const add = async (files: readonly File[]) => {
    waiting.value = null;
    const read = await readScripts(files);
    problem.value = read.ok ? '' : read.problem;
    if (!read.ok || read.scripts.length === 0) return;
    const now = requireWorld(store).folders.find(({ id }) => id === folder.id) ?? folder;
    const replaced = replacedScripts(now, read.scripts);
    if (replaced.length === 0) await take(read.scripts, replaced);
    else waiting.value = { read: read.scripts, replaced };
  };
  return (
    <>
      <label class="plain file-button" title={botWords.addFilesHint}>
        {botWords.addFiles}
        <input
          type="file"
          multiple
          accept={scriptEndings.join(',')}
          onChange={(event) => {
            void add(Array.from(event.currentTarget.files ?? []));
            event.currentTarget.value = '';
          }}
        />
      </label>
      {problem.value === '' ? null : (
        <p class="refusal" role="alert">
          {problem.value}
        </p>
      )}
      {waiting.value === null ? null : (
        <ReplaceQuestion
          waiting={waiting.value}
          onReplace={({ read, replaced }) => void take(read, replaced)}
          onCancel={() => {
            waiting.value = null;
          }}
        />
      )}
      <Refusal sending={sending} />
    </>
  );
}

type ReplaceQuestionProps = {
  readonly waiting: Waiting;
  readonly onReplace: (waiting: Waiting) => void;
  readonly onCancel: () => void;
};

const ReplaceQuestion = ({ waiting, onReplace, onCancel }: ReplaceQuestionProps) => (
  <div class="replace-question" role="alert">
    <p>{botWords.filesReplace(waiting.replaced)}</p>
    <button
      type="button"
      class="plain small"
      onClick={() => {
        onReplace(waiting);
      }}
    >
      {botWords.filesReplaceDo}
    </button>
    <button type="button" class="plain small" onClick={onCancel}>
      {words.cancel}
    </button>
  </div>
);
