import type { AppContextValue } from '../context.ts';
import { sentence } from '../sentence.ts';
import { wallWords as words } from '../words/wall-words.ts';
import type { ShownResult } from './shown-result.ts';
import type { WallState } from './wall-state.ts';

/** Takes results off the wall and offers to put them back. */
export async function takeOff(
  { undo, store }: Pick<AppContextValue, 'undo' | 'store'>,
  wall: WallState,
  results: readonly ShownResult[],
  name: string,
): Promise<void> {
  const putBack = await wall.remove(results);
  if (putBack === null) return;
  undo.offer(store.workspace.peek()?.id ?? '', {
    text: words.removed(name),
    act: async () => {
      const why = await putBack();
      return why === null ? '' : sentence(why.reason);
    },
  });
}
