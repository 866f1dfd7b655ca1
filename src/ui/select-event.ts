import { useComputed } from '@preact/signals';
import type { RecordedEvent } from '../engine/events.ts';
import type { SessionStatus } from '../engine/numbers.ts';
import { useSurroundings } from './context.ts';
import type { WindowState } from './window-state.ts';

/** Selects an event, and the session that it belongs to, in every pane that shows it. */
export function selectEvent(windowState: WindowState, event: RecordedEvent): void {
  const session = 'session' in event ? { session: event.session } : {};
  windowState.change({ event: event.seq, ...session });
}

/** Ways to select an event by what is seen of it. The newest that fits is selected, also when it is not held any more. */
export function useSelectEvent() {
  const { store, windowState } = useSurroundings();
  const select = (fits: (event: RecordedEvent) => boolean) => {
    const held = store.events.peek().findLast(fits);
    if (held !== undefined) {
      selectEvent(windowState, held);
      return;
    }
    store.findBack(fits).then(
      (found) => {
        if (found !== undefined) selectEvent(windowState, found);
      },
      () => undefined,
    );
  };
  return {
    /** That a message was saved. */
    message: (id: number) => {
      select((event) => event.type === 'message.saved' && event.message === id);
    },
    /** That a session came to a status, from the status `from` if that is given. */
    status: (session: number, to: SessionStatus, from?: SessionStatus) => {
      select((event) =>
        event.type === 'session.statusChanged'
          ? event.session === session && event.to === to && (from === undefined || event.from === from)
          : event.type === 'session.created' &&
            event.session === session &&
            event.status === to &&
            from === undefined,
      );
    },
  };
}

/** The held event that is selected; undefined when none is, or an older one. */
function useHeldSelection<T>(part: (event: RecordedEvent) => T, otherwise: T): T {
  const { store, windowState } = useSurroundings();
  return useComputed(() => {
    const { event: seq } = windowState.view.value;
    if (seq === 0) return otherwise;
    const events = store.events.value;
    const event = events[seq - (events[0]?.seq ?? 1)];
    return event === undefined ? otherwise : part(event);
  }).value;
}

/** The message that the selected event is about; 0 is none. */
export const useSelectedMessage = (): number =>
  useHeldSelection(
    (event) => ('message' in event && typeof event.message === 'number' ? event.message : 0),
    0,
  );

/** The change of status that is selected, as `5 6`, or ` 4` for a session that began there; empty is none. */
export const useSelectedChange = (session: number): string =>
  useHeldSelection((event) => {
    if (!('session' in event) || event.session !== session) return '';
    if (event.type === 'session.statusChanged') return `${String(event.from)} ${String(event.to)}`;
    return event.type === 'session.created' ? ` ${String(event.status)}` : '';
  }, '');
