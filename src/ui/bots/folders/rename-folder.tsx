import { useSignal } from '@preact/signals';
import type { Folder } from '../../../engine/definition.ts';
import { useSending, useAppContext } from '../../context.ts';
import { ChangedMeanwhile } from '../../edits/changed-meanwhile.tsx';
import { useEdit } from '../../edits/use-edit.ts';
import { Refusal } from '../../controls/refusal.tsx';
import { requireWorld } from '../../store/store.ts';
import { botWords } from '../../words/bot-words.ts';
import { meanwhileWords } from '../../words/meanwhile-words.ts';

type RenameFolderProps = { readonly folder: Folder; readonly close: () => void };

export function RenameFolder({ folder, close }: RenameFolderProps) {
  const { store } = useAppContext();
  const sending = useSending();
  const now = () => requireWorld(store).folders.find(({ id }) => id === folder.id) ?? folder;
  const editing = useEdit({ draftKey: null, stored: folder.name, now: () => now().name });
  const asked = useSignal(0);
  const name = editing.value ?? folder.name;
  const keep = async () => {
    const renamed = { ...now(), name: name.trim() };
    if (await sending.send({ type: 'admin.savesFolder', folder: renamed })) close();
  };
  const rename = async () => {
    if (name.trim() === folder.name) close();
    else if (editing.isChanged()) asked.value += 1;
    else await keep();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void rename();
      }}
    >
      <div class="rename">
        <label>
          {botWords.folderName}
          <input
            value={name}
            required
            maxLength={255}
            onInput={(event) => {
              editing.change(event.currentTarget.value);
            }}
          />
        </label>
        <button type="submit" class="plain">
          {botWords.rename}
        </button>
      </div>
      {editing.changed && !sending.pending ? (
        <ChangedMeanwhile
          what={meanwhileWords.folderName}
          mine={name}
          theirs={folder.name}
          asked={asked.value}
          onKeep={() => void keep()}
          onTake={editing.forget}
        />
      ) : null}
      <Refusal sending={sending} />
    </form>
  );
}
