import type { Folder } from '../../engine/definition.ts';
import { useSignal } from '@preact/signals';
import { useSending, useSurroundings } from '../context.ts';
import { allScripts } from '../names.ts';
import { Refusal } from '../parts/refusal.tsx';
import { requireWorld } from '../store/store.ts';
import { words } from '../words.ts';
import { readScripts, scriptEndings, withScripts } from './script-files.ts';
import { scriptDraftKey } from './script-names.ts';

type AddFilesProps = { readonly folder: Folder; readonly onAdded: () => void };

/** Takes script files into a folder, all or none; one that is there already gets the new text. */
export function AddFiles({ folder, onAdded }: AddFilesProps) {
  const { store, windowState } = useSurroundings();
  const sending = useSending();
  const problem = useSignal('');
  const add = async (files: readonly File[]) => {
    const read = await readScripts(files);
    problem.value = read.ok ? '' : read.problem;
    if (!read.ok || read.scripts.length === 0) return;
    const world = requireWorld(store);
    const now = world.folders.find(({ id }) => id === folder.id) ?? folder;
    const first = Math.max(0, ...allScripts(world).map(({ script }) => script.id)) + 1;
    const scripts = withScripts(now, read.scripts, first);
    const { id, name } = now;
    if (!(await sending.send({ type: 'admin.savesFolder', folder: { id, name, scripts } }))) return;
    for (const { id: made = 0 } of scripts) if (made >= first) store.keepDraft(scriptDraftKey(made), '');
    const opened = scripts.find((one) => one.name.toLowerCase() === read.scripts[0]?.name.toLowerCase());
    windowState.change({ script: opened?.id ?? 0, bottom: 'script' });
    onAdded();
  };
  return (
    <>
      <label class="plain file-button" title={words.addFilesHint}>
        {words.addFiles}
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
      <Refusal sending={sending} />
    </>
  );
}
