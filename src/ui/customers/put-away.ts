import type { Session } from '../../engine/world.ts';
import type { AppContextValue } from '../context.ts';
import { customerName } from '../names.ts';
import { words } from '../words/words.ts';

/** Takes a customer's tile off the stage; the conversation stays in the log, and Undo shows it again. */
export function putAway(
  { store, windowState, undo }: Pick<AppContextValue, 'store' | 'windowState' | 'undo'>,
  session: Session,
): void {
  const hidden = () => windowState.view.peek().hidden;
  windowState.change({ hidden: [...hidden(), session.id] });
  undo.offer(store.workspace.peek()?.id ?? '', {
    text: words.undo.hiddenTile(customerName(session)),
    act: () => {
      windowState.change({
        hidden: hidden().filter((id) => id !== session.id),
        session: session.id,
        event: 0,
      });
      return Promise.resolve('');
    },
  });
}
