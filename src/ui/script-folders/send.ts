import type { Folder } from '../../engine/definition.ts';
import { saysTheSame } from '../../engine/replaced-by.ts';
import type { FolderInput } from '../../scenario/script-folder.ts';
import type { AppContextValue } from '../context.ts';
import { refusalText } from '../refusal-text.ts';
import { requireWorld } from '../store/store.ts';
import { undoableOf } from '../undo/use-undoable.ts';
import { scriptFolderWords as words } from '../words/script-folder-words.ts';

/**
 * Sends what was taken of a folder, one input after the other, and offers to take it back; says why one was refused, or
 * nothing when all were committed.
 */
export async function sendUndoable(
  { store, undo }: Pick<AppContextValue, 'store' | 'undo'>,
  inputs: readonly FolderInput[],
  text: string,
): Promise<string> {
  const workspace = store.workspace.peek()?.id;
  const { folders } = requireWorld(store);
  let why = '';
  const send = async (input: FolderInput): Promise<boolean> => {
    // The rest would go into what somebody opened meanwhile.
    if (store.workspace.peek()?.id !== workspace) return false;
    if (!isAsBefore(folders, requireWorld(store).folders, input)) {
      why = words.troubles.changed;
      return false;
    }
    const answer = await store.dispatch(input);
    why = refusalText(answer);
    return answer.kind === 'committed';
  };
  await undoableOf({ store, undo }, send)(inputs, text);
  return why;
}

/** Whether every script that an input saves, deletes or leaves out of its folder is what it was when the inputs were found. */
function isAsBefore(before: readonly Folder[], now: readonly Folder[], input: FolderInput): boolean {
  const old = before.flatMap(({ scripts }) => scripts);
  const isTouched = (id: number, folder: number): boolean =>
    input.type === 'admin.savesFolder'
      ? folder === input.folder.id
      : id === (input.type === 'admin.savesScript' ? input.script.id : input.script);
  return now.every(({ id: folder, scripts }) =>
    scripts.every(
      (script) =>
        !isTouched(script.id, folder) ||
        saysTheSame(
          script,
          old.find(({ id }) => id === script.id),
        ),
    ),
  );
}
