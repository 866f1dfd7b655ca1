import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RecordedEvent } from '../engine/events.ts';
import type { SessionStatus } from '../engine/numbers.ts';
import { useAppContext, type AppContextValue } from './context.ts';
import { isOfNote } from './timeline/steps.ts';
import type { View, WindowState } from './window-state.ts';

/** Selects an event, and the session that it belongs to, in every pane that shows it. */
export function selectEvent(windowState: WindowState, event: RecordedEvent, part: Partial<View> = {}): void {
  const session = 'session' in event ? { session: event.session } : {};
  windowState.change({ ...part, event: event.seq, ...session });
}

type Here = Pick<AppContextValue, 'store' | 'windowState'>;

/** In the past one goes from moment to moment: what is chosen there is shown as it was when it happened. */
export function goThereInPast({ store }: Pick<Here, 'store'>, seq: number): void {
  if (store.moment.peek() === null) return;
  void import('./past/past.ts').then(({ pastOf }) => pastOf(store).goTo(seq));
}

/** Chooses an event where it is told of: a row, a line, a cause, a message. It is selected, and in the past its moment is shown. */
export function chooseEvent(here: Here, event: RecordedEvent, part: Partial<View> = {}): void {
  selectEvent(here.windowState, event, part);
  goThereInPast(here, event.seq);
}

const isOfNoteIn = (session: number) => (event: RecordedEvent) =>
  'session' in event && event.session === session && isOfNote(event);

/**
 * Ways to select an event by what is seen of it. The newest that fits is selected, also when it is not held any more:
 * then it is read from disk, and whoever has chosen something else meanwhile is left there.
 */
export function useSelectEvent() {
  const { store, windowState } = useAppContext();
  type Way = (event: RecordedEvent, part: Partial<View>) => void;
  const selected: Way = (event, part) => {
    selectEvent(windowState, event, part);
  };
  const chosen: Way = (event, part) => {
    chooseEvent({ store, windowState }, event, part);
  };
  const select = (way: Way, fits: (event: RecordedEvent) => boolean, part: Partial<View> = {}) => {
    const held = store.events.peek().findLast(fits);
    if (held !== undefined) {
      way(held, part);
      return;
    }
    windowState.change(part);
    const asked = windowState.view.peek();
    store.findBack(fits).then(
      (found) => {
        const { session, event } = windowState.view.peek();
        const isLeft = session !== asked.session || event !== asked.event;
        if (found !== undefined && !isLeft) way(found, part);
      },
      () => undefined,
    );
  };
  return {
    /** A session, and what was said or done in it last, until something else is. */
    newest: (session: number) => {
      select(selected, isOfNoteIn(session), { session, event: 0, newest: true });
    },
    /** An agent, and what they did or were given last among the newest events. */
    agent: (agent: number) => {
      const last = store.events
        .peek()
        .findLast((event) => 'agent' in event && event.agent === agent && isOfNote(event));
      if (last === undefined) windowState.change({ agent });
      else selectEvent(windowState, last, { agent });
    },
    /** That a message was saved. */
    message: (id: number) => {
      select(chosen, (event) => event.type === 'message.saved' && event.message === id);
    },
    /** That a session came to a status, from the status `from` if that is given. */
    status: (session: number, to: SessionStatus, from?: SessionStatus) => {
      select(chosen, (event) =>
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

/** Lets go of what was chosen as the newest of its session once something newer happens there: Why? goes on with that. */
export function useLetGoOfNewest(): void {
  const { store, windowState } = useAppContext();
  useEffect(
    () =>
      store.events.subscribe((events) => {
        const { newest, event, session } = windowState.view.peek();
        const last = newest && event > 0 ? events.findLast(isOfNoteIn(session)) : undefined;
        if (last !== undefined && last.seq > event) windowState.change({ event: 0 });
      }),
    [store, windowState],
  );
}

/** The held event that is selected; undefined when none is, or an older one. */
function useHeldSelection<T>(part: (event: RecordedEvent) => T, otherwise: T): T {
  const { store, windowState } = useAppContext();
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
