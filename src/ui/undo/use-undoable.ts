import { useAppContext, type AppContextValue, type Sending } from '../context.ts';
import { requireWorld } from '../store/store.ts';
import { undoInput, type Undoable } from './undoing.ts';

/**
 * Sends what takes something away or changes it, one input after the other until one is refused, and offers to take back
 * what was done; `text` says what that was.
 */
export function useUndoable(
  sending: Sending,
): (inputs: Undoable | readonly Undoable[], text: string) => Promise<boolean> {
  const { store, undo } = useAppContext();
  return undoableOf({ store, undo }, sending.send);
}

/** The same outside of a component: `send` says whether an input was committed. */
export const undoableOf =
  <Input extends Undoable>(
    { store, undo }: Pick<AppContextValue, 'store' | 'undo'>,
    send: (input: Input) => Promise<boolean>,
  ) =>
  async (inputs: Input | readonly Input[], text: string): Promise<boolean> => {
    const workspace = store.workspace.value?.id ?? '';
    const backs: (() => Promise<string>)[] = [];
    let isDone = true;
    for (const input of isList(inputs) ? inputs : [inputs]) {
      const before = requireWorld(store);
      isDone = await send(input);
      if (!isDone) break;
      const after = requireWorld(store);
      backs.unshift(() => undoInput(store, before, after, input));
    }
    if (backs.length > 0) undo.offer(workspace, { text, act: () => inTurn(backs) });
    return isDone;
  };

/** One after the other, until one says why not. Those that are done are not done again. */
async function inTurn(backs: (() => Promise<string>)[]): Promise<string> {
  for (;;) {
    const why = (await backs[0]?.()) ?? '';
    if (why !== '' || backs.length === 0) return why;
    backs.shift();
  }
}

const isList = <Input extends Undoable>(inputs: Input | readonly Input[]): inputs is readonly Input[] =>
  Array.isArray(inputs);
