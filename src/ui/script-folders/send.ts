import type { FolderInput } from '../../scenario/script-folder.ts';
import type { AppContextValue } from '../context.ts';
import { refusalText } from '../refusal-text.ts';
import { undoableOf } from '../undo/use-undoable.ts';

/**
 * Sends what was taken of a folder, one input after the other, and offers to take it back; says why one was refused, or
 * nothing when all were committed.
 */
export async function sendUndoable(
  { store, undo }: Pick<AppContextValue, 'store' | 'undo'>,
  inputs: readonly FolderInput[],
  text: string,
): Promise<string> {
  let why = '';
  const send = async (input: FolderInput): Promise<boolean> => {
    const answer = await store.dispatch(input);
    why = refusalText(answer);
    return answer.kind === 'committed';
  };
  await undoableOf({ store, undo }, send)(inputs, text);
  return why;
}
