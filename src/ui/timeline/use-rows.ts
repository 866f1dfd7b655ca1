import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { RecordedEvent } from '../../engine/events.ts';
import { useAppContext, useWorld } from '../context.ts';
import { sentenceOf } from '../sentences/sentence-of.ts';
import { textOf } from '../sentences/sentence.ts';
import { laneOf, type LanedEvent } from './lanes.ts';
import { isNarrow, passesFilter, type TimelineFilter } from './timeline-filter.ts';
import { foundRows, moments, rowsOf, telling, type TimelineRow } from './steps.ts';

/** The held events with their lanes. Lanes already known are not looked for again. */
function useLanedEvents(): readonly LanedEvent[] {
  const { store } = useAppContext();
  const events = store.events.value;
  const triggers = useWorld((world) => world.triggers);
  const known = useMemo(() => ({ triggers, lanes: new WeakMap<RecordedEvent, LanedEvent>() }), [triggers]);
  return useMemo(() => {
    const world = store.world.peek();
    if (world === null) return [];
    const first = events[0]?.seq ?? 1;
    const lookUp = (seq: number) => events[seq - first];
    return events.map((event) => {
      const before = known.lanes.get(event);
      if (before !== undefined) return before;
      const made = { event, lane: laneOf(event, world, lookUp) };
      known.lanes.set(event, made);
      return made;
    });
  }, [events, known, store.world]);
}

/** The lines that the timeline shows: moments folded and unfolded, or what a sieve lets through. */
export function useRows(sieve: TimelineFilter, toggled: ReadonlySet<string>): readonly TimelineRow[] {
  const { store, windowState } = useAppContext();
  const { allEvents, unfolds } = windowState.view.value;
  const laned = useLanedEvents();
  const { text, session, script, lane } = sieve;
  const shown = useMemo(() => telling(laned, allEvents), [laned, allEvents]);
  const rows = useMemo(() => {
    const narrow = { text, session, script, lane };
    // Found anew, too, when the sentences about scripts have come.
    return computed(() => {
      const world = store.world.peek();
      if (world === null) return [];
      if (!isNarrow(narrow)) return rowsOf(moments(shown), (key) => toggled.has(key) !== unfolds);
      const first = laned[0]?.event.seq ?? 1;
      const told = { world, lookUp: (seq: number) => laned[seq - first]?.event };
      return foundRows(
        shown.filter((one) => passesFilter(one, narrow, (event) => textOf(sentenceOf(event, told)))),
      );
    });
  }, [shown, laned, text, session, script, lane, toggled, unfolds, store.world]);
  return rows.value;
}
