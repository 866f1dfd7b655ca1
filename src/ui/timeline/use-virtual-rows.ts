import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { rowsInSight, rowStarts, type RowRange } from './rows-in-sight.ts';

/** A row that is to be drawn, and where, in pixels. */
type DrawnRow = { readonly index: number; readonly start: number; readonly end: number };

type VirtualRows = { readonly items: readonly DrawnRow[]; readonly height: number };

type Layout = {
  readonly horizontal?: boolean;
  readonly overscan?: number;
  /** Pixels between the top of what scrolls and the first row; a row's start counts from there, too. */
  readonly before?: number;
};

/**
 * Which of `count` rows are in sight of a scrolling element. Rows of different heights tell theirs by their place; the
 * function that tells them is another one only when they changed.
 */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number | ((index: number) => number),
  { horizontal = false, overscan = 12, before = 0 }: Layout = {},
): VirtualRows {
  const draws = useSignal(0);
  const sight = useRef({ from: 0, room: 0 });
  const starts = useMemo(() => rowStarts(count, rowHeight), [count, rowHeight]);
  const around = (more: number) => rowsInSight(starts, sight.current.from - before, sight.current.room, more);
  const range = around(overscan);
  const latest = useRef({ around, range });
  latest.current = { around, range };
  const watched = useRef<{ element: HTMLElement | null; stop: () => void }>(unwatched);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === watched.current.element) return;
    watched.current.stop();
    watched.current = element === null ? unwatched : { element, stop: watch(element, look) };
    if (element !== null) look(element);
  });
  useEffect(
    () => () => {
      watched.current.stop();
      watched.current = unwatched;
    },
    [],
  );
  function look(element: HTMLElement): void {
    sight.current = horizontal
      ? { from: element.scrollLeft, room: element.clientWidth }
      : { from: element.scrollTop, room: element.clientHeight };
    const { range: drawn, around: rowsAround } = latest.current;
    // A list that moves by a row with each message is not drawn twice for each.
    if (!holds(drawn, rowsAround(Math.ceil(overscan / 2)))) draws.value += 1;
  }
  // Reading the signal draws the component again when the rows in sight change.
  const rows = draws.value < 0 || range === null ? 0 : range.last - range.first + 1;
  const items = Array.from({ length: rows }, (_, at) => {
    const index = (range?.first ?? 0) + at;
    return { index, start: before + starts.of(index), end: before + starts.of(index + 1) };
  });
  return { items, height: starts.of(count) };
}

const unwatched = { element: null, stop: () => undefined };

/** Looks whenever it is scrolled or has another size. */
function watch(element: HTMLElement, look: (element: HTMLElement) => void): () => void {
  const looks = () => {
    look(element);
  };
  const sizes = new ResizeObserver(looks);
  sizes.observe(element);
  element.addEventListener('scroll', looks, { passive: true });
  return () => {
    sizes.disconnect();
    element.removeEventListener('scroll', looks);
  };
}

/** Whether what is drawn has all the rows of a range. */
const holds = (drawn: RowRange | null, range: RowRange | null): boolean =>
  range === null || (drawn !== null && drawn.first <= range.first && drawn.last >= range.last);
