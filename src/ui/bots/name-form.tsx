import { useSignal } from '@preact/signals';
import { useSending, useSurroundings } from '../context.ts';
import { allScripts } from '../names.ts';
import { Refusal } from '../parts/refusal.tsx';
import { SmallForm } from '../parts/small-form.tsx';
import { requireWorld } from '../store/store.ts';
import { words } from '../words.ts';
import { runDraftKey, scriptDraftKey } from './script-names.ts';

type NameFormProps = {
  readonly label: string;
  readonly kind: 'folder' | 'script';
  readonly folder: number;
  readonly close: () => void;
};

/** Asks for the name of a new folder or script, and makes it. */
export function NameForm({ label, kind, folder, close }: NameFormProps) {
  const { store, windowState } = useSurroundings();
  const sending = useSending();
  const name = useSignal('');
  const problem = useSignal('');
  const add = async () => {
    const world = requireWorld(store);
    const wanted = name.value.trim();
    if (kind === 'folder') {
      // Saved under a name that is taken, it would take the place of that folder, scripts and all.
      const isTaken = world.folders.some((one) => one.name.toLowerCase() === wanted.toLowerCase());
      problem.value = isTaken ? words.folderTaken(wanted) : '';
      if (isTaken) return;
      if (await sending.send({ type: 'admin.savesFolder', folder: { name: wanted } })) close();
      return;
    }
    const id = Math.max(0, ...allScripts(world).map(({ script }) => script.id)) + 1;
    const script = { id, name: wanted, language: 'crmscript', source: '' } as const;
    if (!(await sending.send({ type: 'admin.savesScript', folder, script }))) return;
    for (const key of [scriptDraftKey(id), runDraftKey(id)]) store.keepDraft(key, '');
    windowState.change({ script: id, line: 1, column: 1, bottom: 'script' });
    close();
  };
  return (
    <SmallForm
      label={label}
      name={name.value}
      onName={(next) => {
        name.value = next;
      }}
      submitLabel={words.add}
      onSubmit={add}
    >
      {problem.value === '' ? null : (
        <p class="refusal" role="alert">
          {problem.value}
        </p>
      )}
      <Refusal sending={sending} />
    </SmallForm>
  );
}
