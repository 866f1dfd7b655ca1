import { useSignal } from '@preact/signals';
import type { Folder } from '../../engine/definition.ts';
import { useSending, useSurroundings } from '../context.ts';
import { Refusal } from '../parts/refusal.tsx';
import { requireWorld } from '../store/store.ts';
import { words } from '../words.ts';

type RenameFolderProps = { readonly folder: Folder; readonly close: () => void };

export function RenameFolder({ folder, close }: RenameFolderProps) {
  const { store } = useSurroundings();
  const sending = useSending();
  const name = useSignal(folder.name);
  const rename = async () => {
    const wanted = name.value.trim();
    if (wanted === folder.name) {
      close();
      return;
    }
    const world = requireWorld(store);
    const now = world.folders.find(({ id }) => id === folder.id) ?? folder;
    const renamed = { ...now, name: wanted };
    if (await sending.send({ type: 'admin.savesFolder', folder: renamed })) close();
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
          {words.folderName}
          <input
            value={name.value}
            required
            maxLength={255}
            onInput={(event) => {
              name.value = event.currentTarget.value;
            }}
          />
        </label>
        <button type="submit" class="plain">
          {words.rename}
        </button>
      </div>
      <Refusal sending={sending} />
    </form>
  );
}
