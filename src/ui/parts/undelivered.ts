import { computed, type ReadonlySignal } from '@preact/signals';
import type { EventOf, RecordedEvent } from '../../engine/events.ts';
import { messageType, specialType } from '../../engine/numbers.ts';
import { useStore } from '../context.ts';
import type { Store } from '../store/store.ts';

type Blocked = EventOf<'message.blocked'>;

const isBlocked = (event: RecordedEvent): event is Blocked => event.type === 'message.blocked';

/** Who reads a conversation: the customer, or the agent with this id. */
export type Reader = 'customer' | number;

/**
 * What this reader wrote in a session and a trigger blocked: shown to them alone, as their own text that was not
 * delivered (chat-domain Q19). It is no message, so it stands in the log and not in the world.
 */
export const undelivered = (
  blocked: readonly Blocked[],
  session: number,
  reader: Reader,
): readonly Blocked[] =>
  blocked.filter((event) => {
    if (event.session !== session || event.text === '') return false;
    if (reader !== 'customer') return event.agent === reader;
    return (
      event.messageType === messageType.toUser ||
      (event.messageType === messageType.special && event.specialType === specialType.clickedOption)
    );
  });

/** The blocked messages among the held events, and those seen since the workspace was opened; the same list while it holds the same. */
function watchBlocked(store: Store): ReadonlySignal<readonly Blocked[]> {
  let workspace = '';
  let kept: readonly Blocked[] = [];
  return computed(() => {
    const open = store.workspace.value?.id ?? '';
    const events = store.events.value;
    const first = events[0]?.seq ?? 1;
    const older = open === workspace ? kept.filter(({ seq }) => seq < first) : [];
    const all = [...older, ...events.filter(isBlocked)];
    workspace = open;
    if (all.length !== kept.length || all.some((event, index) => event !== kept[index])) kept = all;
    return kept;
  });
}

const watched = new WeakMap<Store, ReadonlySignal<readonly Blocked[]>>();

export function useUndelivered(session: number, reader: Reader): readonly Blocked[] {
  const store = useStore();
  const known = watched.get(store) ?? watchBlocked(store);
  watched.set(store, known);
  return undelivered(known.value, session, reader);
}
