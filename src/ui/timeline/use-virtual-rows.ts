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

/**
 * Which of `count` rows of equal height are in sight of a scrolling element. `key` names a row for good, so that
 * rows put in front do not change the others.
 */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  key: (index: number) => number,
): VirtualRows {
  const drawn = useSignal(0);
  const holder = useRef<Virtualizer<HTMLElement, HTMLElement> | null>(null);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: key,
    overscan: 12,
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
