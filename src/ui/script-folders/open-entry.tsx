import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { scriptFolderWords as words } from '../words/script-folder-words.ts';
import { openFolder, openWords } from './open-folder.ts';
import { opensFolders } from './pick-folder.ts';

/** Offers to have the scripts go with a folder of files, beside the form for a folder in the workspace. */
export function OpenEntry({ close }: { readonly close: () => void }) {
  const context = useAppContext();
  return (
    <>
      <p class="note">{opensFolders() ? words.openHint : words.zipHint}</p>
      <button
        type="button"
        class="plain"
        onClick={() => {
          close();
          void openFolder(context);
        }}
      >
        <LaterIcon name="folder" size={14} /> {openWords()}
      </button>
    </>
  );
}
