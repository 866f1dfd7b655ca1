import type { AppContextValue } from '../context.ts';

/**
 * Offers the way back to the workspace that was left for the one that is open now: nothing in it was changed. It takes the
 * place of the other in every tab, or is opened in this one alone.
 */
export function offerWayBack(
  { store, undo }: Pick<AppContextValue, 'store' | 'undo'>,
  left: string,
  text: string,
  way: 'goOnWith' | 'open' = 'goOnWith',
): void {
  undo.offer(store.workspace.peek()?.id ?? '', {
    text,
    act: async () => {
      await store[way](left);
      return '';
    },
  });
}
