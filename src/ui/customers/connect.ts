import { words } from '../words/words.ts';
import type { Customer, Input } from '../../engine/inputs.ts';
import { isOver } from '../../engine/views.ts';
import type { Session, World } from '../../engine/world.ts';
import type { Answer } from '../../protocol/engine-api.ts';
import { focusCustomer } from '../controls/focus-next.ts';
import { sessionOf } from '../store/session-of.ts';
import { requireWorld, type Store } from '../store/store.ts';
import type { WindowState } from '../window-state.ts';
import { freeName } from './tiles.ts';

type Who = { readonly [K in keyof Customer]?: Customer[K] };

/** Lets somebody open the chat on a channel, and selects the new session. */
export async function connect(
  store: Store,
  windowState: WindowState,
  channel: number,
  customer: Who,
): Promise<Answer> {
  const input: Input = { type: 'customer.connects', channel, customer };
  const answer = await store.dispatch(input);
  if (answer.kind === 'committed') {
    const session = sessionOf(store, input, answer);
    windowState.change({ session, event: 0 });
    focusCustomer(session);
  }
  return answer;
}

/** Who opens the chat next when no name was given. */
export const nextCustomer = (world: World, name: string): Who => {
  const alias = freeName(world, name.trim() === '' ? words.numbered(world.sessions.length + 1) : name.trim());
  return name.trim() === '' ? { alias } : { alias, name: name.trim() };
};

/** Restart conversation: the customer leaves, and the same or a new one connects on the same channel. */
export async function restartConversation(
  store: Store,
  windowState: WindowState,
  session: Session,
  who: 'same' | 'new',
): Promise<Answer> {
  if (!isOver(session)) {
    const left = await store.dispatch({ type: 'customer.leaves', session: session.id });
    if (left.kind === 'failed') return left;
  }
  const world = requireWorld(store);
  const customer = who === 'same' ? session.customer : nextCustomer(world, '');
  const answer = await connect(store, windowState, session.channel, customer);
  if (answer.kind === 'committed') {
    windowState.change({ hidden: [...windowState.view.value.hidden, session.id] });
  }
  return answer;
}
