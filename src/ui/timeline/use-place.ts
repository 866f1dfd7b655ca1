import { afterDraw } from '../controls/after-draw.ts';
import { useSignal, type Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useStore } from '../context.ts';
import type { TimelineRow } from './steps.ts';

/** As whom the timeline keeps older events. */
export const holder = 'timeline';

type Place = {
  /** Whether it stays at the end as more happens. */
  readonly following: Signal<boolean>;
  readonly toEnd: () => void;
  readonly scrolled: (event: { readonly currentTarget: HTMLElement }) => void;
};

/**
 * Where the timeline is scrolled to. It stays at the end unless somebody scrolls up, and then nothing moves under the
 * eye; `narrow` says that only some events are shown, `whole` changes when others are.
 */
export function usePlace(
  scroller: RefObject<HTMLElement | null>,
  rows: readonly TimelineRow[],
  narrow: boolean,
  whole: string,
  rowHeight: number,
): Place {
  const store = useStore();
  const following = useSignal(true);
  const position = useRef(0);
  const seqOf = (row: TimelineRow | undefined) => row?.laned.event.seq ?? 1;
  const front = useRef(seqOf(rows[0]));
  const isEmpty = rows.length === 0;
  const toEnd = useCallback(() => {
    if (scroller.current !== null) scroller.current.scrollTop = scroller.current.scrollHeight;
  }, [scroller]);
  useLayoutEffect(() => {
    const element = scroller.current;
    const first = seqOf(rows[0]);
    if (element !== null && first < front.current && !following.value) {
      const added = rows.findIndex((row) => seqOf(row) >= front.current);
      element.scrollTop += Math.max(0, added) * rowHeight;
    }
    front.current = first;
    if (following.value) afterDraw(toEnd);
  }, [rows, following, toEnd, scroller, rowHeight]);
  useEffect(() => {
    following.value = true;
    toEnd();
  }, [whole, following, toEnd]);
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
  }, [isEmpty, following, toEnd, scroller]);
  const scrolled = ({ currentTarget: box }: { readonly currentTarget: HTMLElement }) => {
    if (box.clientHeight === 0) return;
    // That more rows came is no scrolling up; that the rows went down is.
    if (box.scrollHeight - box.scrollTop - box.clientHeight < rowHeight * 1.5) following.value = true;
    else if (box.scrollTop < position.current) following.value = false;
    position.current = box.scrollTop;
    if (following.value && !narrow) store.letGo(holder);
    else store.keepAll(holder);
    if (!following.value && box.scrollTop < rowHeight * 10) void store.loadOlder(holder);
  };
  return { following, toEnd, scrolled };
}

/** Scrolls so far that the row is in sight. */
export function keepInSight(box: HTMLElement | null, index: number, rowHeight: number): void {
  if (box === null || index < 0) return;
  const top = index * rowHeight;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + rowHeight > box.scrollTop + box.clientHeight)
    box.scrollTop = top + rowHeight - box.clientHeight;
}
