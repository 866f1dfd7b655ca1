import { words } from '../words.ts';
import type { Customer, Input } from '../../engine/inputs.ts';
import type { Session, World } from '../../engine/world.ts';
import type { Answer } from '../../protocol/engine-api.ts';
import { focusCustomer } from '../parts/focus-next.ts';
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
  const answer = await store.dispatch({ type: 'customer.connects', channel, customer });
  if (answer.kind === 'committed') {
    const newest = requireWorld(store).sessions.length;
    windowState.change({ session: newest, event: 0 });
    focusCustomer(newest);
  }
  return answer;
}

/** Who opens the chat next when no name was given. */
export const nextCustomer = (world: World, name: string): Who => {
  const alias = freeName(world, name.trim() === '' ? words.numbered(world.sessions.length + 1) : name.trim());
  return name.trim() === '' ? { alias } : { alias, name: name.trim() };
};

/** What closes the chat of a session for good, in order; nothing when it is over. */
function leaving({ id, status }: Session): readonly Input[] {
  if (status === 0 || status >= 8) return [];
  if (status === 7) return [{ type: 'customer.dismissesForm', session: id, form: 'postChat' }];
  if (status === 3) return [{ type: 'customer.dismissesForm', session: id, form: 'offline' }];
  return [{ type: 'customer.leaves', session: id }];
}

/** Restart conversation: the customer leaves, and the same or a new one connects on the same channel. */
export async function restartConversation(
  store: Store,
  windowState: WindowState,
  session: Session,
  who: 'same' | 'new',
): Promise<Answer> {
  for (const input of leaving(session)) {
    const left = await store.dispatch(input);
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
