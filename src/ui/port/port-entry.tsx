import type { Folder } from '../../engine/definition.ts';
import { useAppContext } from '../context.ts';
import { portable, portOf } from './port-state.ts';
import { portWords as words } from '../words/port-words.ts';

export type PortEntryProps = { readonly folder: Folder; readonly script: number; readonly close: () => void };

/** Offers to port a folder, or one script; nothing where there is no CRMScript. */
export function PortEntry({ folder, script, close }: PortEntryProps) {
  const { files } = useAppContext();
  if (portable(folder, script).length === 0) return null;
  return (
    <button
      type="button"
      class="plain"
      onClick={() => {
        close();
        portOf.value = { folder: folder.id, script };
        files.shows.value = 'port';
      }}
    >
      {words.entry}
    </button>
  );
}
