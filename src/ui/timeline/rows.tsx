import { useCallback, useEffect, useRef } from 'preact/hooks';
import { useAppContext } from '../context.ts';
import { ranScript } from '../open-run/ran-script.ts';
import { pastOf } from '../past/past.ts';
import { chooseEvent, goThereInPast, selectEvent } from '../select-event.ts';
import { words } from '../words/words.ts';
import { timelineWords } from '../words/timeline-words.ts';
import { checkMarks, marksOn, stepMarks } from './check-marks.ts';
import { hintMarks } from './hint-marks.ts';
import { useRowHeight } from './row-height.ts';
import { Row } from './row.tsx';
import { isNarrow, type TimelineFilter } from './timeline-filter.ts';
import { momentOf, type TimelineRow } from './steps.ts';
import { useFolding } from './use-folding.ts';
import { keepInSight, usePlace } from './use-place.ts';
import { useRows } from './use-rows.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

/** The rows in sight, as a tree: arrows walk it, fold and unfold. */
export function Rows({ sieve }: { readonly sieve: TimelineFilter }) {
  const context = useAppContext();
  const { store, windowState } = context;
  const { event: selected, unfolds } = windowState.view.value;
  const { toggled, toggle, reveal } = useFolding(unfolds);
  const rows = useRows(sieve, toggled);
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight(26);
  const narrow = isNarrow(sieve);
  const { following, toEnd, scrolled } = usePlace(scroller, rows, narrow, JSON.stringify(sieve), rowHeight);
  const { items, height } = useVirtualRows(scroller, rows.length, rowHeight);
  const choose = useCallback(
    ({ event }: TimelineRow['laned']) => {
      if (event.seq !== windowState.view.peek().event) chooseEvent({ store, windowState }, event);
      else {
        windowState.change({ event: 0 });
        goThereInPast({ store }, event.seq);
      }
    },
    [windowState, store],
  );
  const marks = hintMarks.value;
  const passed = checkMarks.value;
  const marked = marksOn(stepMarks.value, rows);
  const at = rows.findIndex(({ laned }) => laned.event.seq === selected);
  const shown = useRef(0);
  useEffect(() => {
    if (selected === 0 || shown.current === selected) {
      shown.current = selected;
      return;
    }
    if (at < 0) {
      // Chosen elsewhere, and folded away here.
      const held = store.events.peek();
      const event = held[selected - (held[0]?.seq ?? 1)];
      if (event === undefined || narrow || toggled.has(momentOf(event)) !== unfolds) return;
      reveal(momentOf(event));
      return;
    }
    shown.current = selected;
    // The details have taken their room by then.
    requestAnimationFrame(() => {
      keepInSight(scroller.current, at, rowHeight);
    });
  }, [selected, at, narrow, unfolds, store, toggled, reveal, rowHeight]);
  /** Opens the run of an event in the debugger, where a script ran in its step. */
  const debug = (seq: number) => {
    const held = store.events.peek();
    const event = held[seq - (held[0]?.seq ?? 1)];
    if (event === undefined || !ranScript(held, event)) return;
    import('../open-run/open-run.ts').then(
      ({ openRunOf }) => openRunOf(context, event),
      () => undefined,
    );
  };
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && selected > 0) {
      event.preventDefault();
      if (event.shiftKey) debug(selected);
      else void pastOf(store).goTo(selected);
      return;
    }
    const to = step(event.key, rows, at);
    if (to === undefined) return;
    event.preventDefault();
    const row = rows[to === 'fold' ? at : to];
    if (row === undefined) return;
    if (to === 'fold') toggle(row.moment);
    else selectEvent(windowState, row.laned.event);
  };
  if (rows.length === 0) {
    return (
      <div class="empty">
        <p>{narrow ? timelineWords.timelineNothing : timelineWords.timelineEmpty}</p>
      </div>
    );
  }
  return (
    <div class="timeline-body">
      <div
        ref={scroller}
        class="timeline-rows"
        role="tree"
        aria-label={words.timeline}
        tabIndex={0}
        {...(at < 0 ? {} : { 'aria-activedescendant': `event-${String(selected)}` })}
        onScroll={scrolled}
        onKeyDown={walk}
      >
        {/* What is not drawn above them is room: a row that moves up with all others stays as it is. */}
        <div
          class="timeline-all"
          role="presentation"
          style={{ height: `${String(height)}px`, paddingTop: `${String(items[0]?.start ?? 0)}px` }}
        >
          {items.map(({ index }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <Row
                key={row.laned.event.seq}
                {...row}
                selected={index === at}
                hinted={
                  row.count > 0 && !row.unfolded
                    ? marks.moments.has(row.moment)
                    : marks.seqs.has(row.laned.event.seq)
                }
                passed={
                  row.count > 0 && !row.unfolded
                    ? passed.moments.get(row.moment)
                    : passed.seqs.get(row.laned.event.seq)
                }
                mark={marked.get(index)}
                onChoose={choose}
                onFold={toggle}
              />
            );
          })}
        </div>
      </div>
      {following.value ? null : (
        <button type="button" class="to-end" onClick={toEnd}>
          {timelineWords.toEnd}
        </button>
      )}
    </div>
  );
}

/** Where a key leads from row `at` (-1 is none): to another row, to folding this one, or nowhere. */
function step(key: string, rows: readonly TimelineRow[], at: number): number | 'fold' | undefined {
  const last = rows.length - 1;
  const row = rows[at];
  switch (key) {
    case 'ArrowUp':
      return at < 0 ? last : Math.max(0, at - 1);
    case 'ArrowDown':
      return at < 0 ? last : Math.min(last, at + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'ArrowRight':
      if (row === undefined || row.count === 0) return undefined;
      return row.unfolded ? Math.min(last, at + 1) : 'fold';
    case 'ArrowLeft':
      if (row?.unfolded === true) return 'fold';
      return row === undefined || row.level === 0
        ? undefined
        : rows.findIndex(({ moment, level }) => moment === row.moment && level === 0);
    default:
      return undefined;
  }
}
