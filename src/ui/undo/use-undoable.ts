import { useSurroundings, type Sending } from '../context.ts';
import { requireWorld } from '../store/store.ts';
import { undoInput, type Undoable } from './undoing.ts';

/** Sends an input that takes something away, and offers to take it back; `text` says what was done. */
export function useUndoable(sending: Sending): (input: Undoable, text: string) => Promise<boolean> {
  const { store, undo } = useSurroundings();
  return async (input, text) => {
    const before = requireWorld(store);
    const workspace = store.workspace.value?.id ?? '';
    if (!(await sending.send(input))) return false;
    const after = requireWorld(store);
    undo.offer(workspace, { text, act: () => undoInput(store, before, after, input) });
    return true;
  };
}
