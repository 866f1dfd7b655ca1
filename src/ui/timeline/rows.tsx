import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { RecordedEvent } from '../../engine/events.ts';
import { useSurroundings, useWorld } from '../context.ts';
import { words } from '../words.ts';
import { laneOf, tells, type LanedEvent } from './lanes.ts';
import { Row, rowHeight } from './row.tsx';
import { useVirtualRows } from './use-virtual-rows.ts';

/** As whom the timeline keeps older events. */
export const holder = 'timeline';

/** The held events with their lanes, those of the chosen lane only. Lanes already known are not looked for again. */
function useLanedEvents(): readonly LanedEvent[] {
  const { store, windowState } = useSurroundings();
  const { lane: chosen } = windowState.view.value;
  const events = store.events.value;
  const triggers = useWorld((world) => world.triggers);
  const known = useMemo(() => ({ triggers, lanes: new WeakMap<RecordedEvent, LanedEvent>() }), [triggers]);
  return useMemo(() => {
    const world = store.world.peek();
    if (world === null) return [];
    const first = events[0]?.seq ?? 1;
    const lookUp = (seq: number) => events[seq - first];
    const laned = events.map((event) => {
      const before = known.lanes.get(event);
      if (before !== undefined) return before;
      const made = { event, lane: laneOf(event, world, lookUp) };
      known.lanes.set(event, made);
      return made;
    });
    if (chosen !== 'all') return laned.filter(({ lane }) => lane === chosen);
    return laned.filter(({ event }, index) => tells(event, events[index - 1], events[index + 1]));
  }, [events, chosen, known, store.world]);
}

/** The rows in sight. They stay at the end unless somebody scrolls up, and then nothing moves under the eye. */
export function Rows() {
  const { store, windowState } = useSurroundings();
  const { event: selected, lane } = windowState.view.value;
  const rows = useLanedEvents();
  const scroller = useRef<HTMLDivElement>(null);
  const following = useSignal(true);
  const { items, height } = useVirtualRows(
    scroller,
    rows.length,
    rowHeight,
    (index) => rows[index]?.event.seq ?? index,
  );
  const isEmpty = rows.length === 0;
  const position = useRef(0);
  const front = useRef(rows[0]?.event.seq ?? 1);
  const toEnd = useCallback(() => {
    if (scroller.current !== null) scroller.current.scrollTop = scroller.current.scrollHeight;
  }, []);
  useLayoutEffect(() => {
    const element = scroller.current;
    const first = rows[0]?.event.seq ?? 1;
    if (element !== null && first < front.current && !following.value) {
      const added = rows.findIndex(({ event }) => event.seq >= front.current);
      element.scrollTop += Math.max(0, added) * rowHeight;
    }
    front.current = first;
    if (following.value) toEnd();
  }, [rows, following, toEnd]);
  useEffect(() => {
    following.value = true;
    toEnd();
  }, [lane, following, toEnd]);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    // On a phone the pane is drawn hidden, where nothing scrolls, and loses its place whenever another is shown.
    const watch = new ResizeObserver(() => {
      if (element.clientHeight === 0) return;
      if (following.value) toEnd();
      else element.scrollTop = position.current;
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
    };
  }, [isEmpty, following, toEnd]);
  const at = rows.findIndex(({ event }) => event.seq === selected);
  const chosen = useRef(at);
  chosen.current = at;
  useEffect(() => {
    // The details have taken their room by then.
    if (selected !== 0)
      requestAnimationFrame(() => {
        keepInSight(scroller.current, chosen.current);
      });
  }, [selected]);
  const scrolled = ({ currentTarget: box }: { readonly currentTarget: HTMLElement }) => {
    if (box.clientHeight === 0) return;
    // That more rows came is no scrolling up; that the rows went down is.
    if (box.scrollHeight - box.scrollTop - box.clientHeight < rowHeight * 1.5) following.value = true;
    else if (box.scrollTop < position.current) following.value = false;
    position.current = box.scrollTop;
    if (following.value && lane === 'all') store.letGo(holder);
    else store.keepAll(holder);
    if (!following.value && box.scrollTop < rowHeight * 10) void store.loadOlder(holder);
  };
  const step = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = at < 0 ? rows.length - 1 : Math.max(0, Math.min(rows.length - 1, at + by));
    const row = rows[next];
    if (row === undefined) return;
    windowState.change({ event: row.event.seq });
  };
  if (isEmpty) {
    return (
      <div class="empty">
        <p>{lane === 'all' ? words.timelineEmpty : words.timelineNothing}</p>
      </div>
    );
  }
  return (
    <div class="timeline-body">
      <div
        ref={scroller}
        class="timeline-rows"
        role="listbox"
        aria-label={words.timeline}
        tabIndex={0}
        {...(selected === 0 ? {} : { 'aria-activedescendant': `event-${String(selected)}` })}
        onScroll={scrolled}
        onKeyDown={step}
      >
        <div class="timeline-all" role="presentation" style={{ height: `${String(height)}px` }}>
          {items.map(({ index, start, key }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <Row key={String(key)} row={row} top={start} selected={row.event.seq === selected} />
            );
          })}
        </div>
      </div>
      {following.value ? null : (
        <button type="button" class="to-end" onClick={toEnd}>
          {words.toEnd}
        </button>
      )}
    </div>
  );
}

function keepInSight(box: HTMLElement | null, index: number): void {
  if (box === null || index < 0) return;
  const top = index * rowHeight;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + rowHeight > box.scrollTop + box.clientHeight)
    box.scrollTop = top + rowHeight - box.clientHeight;
}
