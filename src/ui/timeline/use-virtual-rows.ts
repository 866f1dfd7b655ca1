import { useSignal } from '@preact/signals';
import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

type VirtualRows = { readonly items: readonly VirtualItem[]; readonly height: number };

type Layout = {
  readonly horizontal?: boolean;
  readonly overscan?: number;
  /** Pixels between the top of what scrolls and the first row; a row's start counts from there, too. */
  readonly before?: number;
};

/**
 * Which of `count` rows are in sight of a scrolling element. `key` names a row for good, so that
 * rows put in front do not change the others. Rows of different heights tell theirs by their place.
 */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number | ((index: number) => number),
  key: (index: number) => number,
  { horizontal = false, overscan = 12, before = 0 }: Layout = {},
): VirtualRows {
  const drawn = useSignal(0);
  const holder = useRef<Virtualizer<HTMLElement, HTMLElement> | null>(null);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: typeof rowHeight === 'number' ? () => rowHeight : rowHeight,
    getItemKey: key,
    overscan,
    horizontal,
    scrollMargin: before,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => {
      drawn.value += 1;
    },
  };
  holder.current ??= new Virtualizer<HTMLElement, HTMLElement>(options);
  const virtualizer = holder.current;
  virtualizer.setOptions(options);
  useEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight]);
  useLayoutEffect(() => {
    virtualizer._willUpdate();
  });
  // Reading the signal draws the component again when the rows in sight change.
  return drawn.value < 0
    ? { items: [], height: 0 }
    : { items: virtualizer.getVirtualItems(), height: virtualizer.getTotalSize() };
}
