import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RecordedEvent } from '../../engine/events.ts';
import { useStore } from '../context.ts';
import { isStatusChange, lastStatusChange } from './causes.ts';

/** Finds held events by number, and fetches `wanted` when it is not held (0 is nothing). */
export function useLookUp(wanted: (lookUp: (seq: number) => RecordedEvent | undefined) => number) {
  const store = useStore();
  const fetched = useSignal<Readonly<Record<number, RecordedEvent>>>({});
  const events = store.events.value;
  const first = events[0]?.seq ?? 1;
  const lookUp = (seq: number) => events[seq - first] ?? fetched.value[seq];
  const missing = wanted(lookUp);
  useEffect(() => {
    if (missing === 0) return;
    store.eventOf(missing).then(
      (event) => {
        if (event !== undefined) fetched.value = { ...fetched.value, [event.seq]: event };
      },
      () => undefined,
    );
  }, [missing, fetched, store]);
  return { events, lookUp };
}

/** The newest status change of a session, read from disk when it lies before the held events. */
export function useLastStatusChange(session: number): RecordedEvent | undefined {
  const store = useStore();
  const events = store.events.value;
  const older = useSignal<RecordedEvent | undefined>(undefined);
  const held = lastStatusChange(events, session);
  const search = held === undefined && (events[0]?.seq ?? 1) > 1;
  useEffect(() => {
    older.value = undefined;
    if (!search) return undefined;
    let over = false;
    store
      .findBack((event) => isStatusChange(event, session))
      .then(
        (found) => {
          if (!over) older.value = found;
        },
        () => undefined,
      );
    return () => {
      over = true;
    };
  }, [store, older, search, session]);
  return held ?? older.value;
}
