import type { Breakpoint } from '../../protocol/debug-api.ts';
import type { AppContextValue } from '../context.ts';
import { scriptOf } from '../names.ts';
import { requireWorld } from '../store/store.ts';
import { breakpointsOf } from './breakpoints.ts';
import { scriptIdOf, subjectOf } from './breakpoint-text.ts';
import { breakpointWords as words } from '../words/breakpoint-words.ts';

/** Removes breakpoints, and offers to bring them back, where they were in the list. */
export function removeWithUndo(
  { store, undo }: Pick<AppContextValue, 'store' | 'undo'>,
  removed: readonly Breakpoint[],
): void {
  const { list, replace, bringBack } = breakpointsOf(store);
  const [first] = removed;
  if (first === undefined) return;
  replace(list.peek().filter(({ id }) => !removed.some((one) => one.id === id)));
  const name = scriptOf(requireWorld(store), scriptIdOf(first))?.name ?? '';
  undo.offer(store.workspace.peek()?.id ?? '', {
    text: removed.length === 1 ? words.removedOne(subjectOf(first, name)) : words.removedAll(removed.length),
    act: () => {
      bringBack(removed);
      return Promise.resolve('');
    },
  });
}
