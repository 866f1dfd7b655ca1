import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Whether an element is narrower than so many pixels, as it is laid out; false until it is. */
export function useNarrowerThan(element: RefObject<HTMLElement | null>, pixels: number): boolean {
  const narrow = useSignal(false);
  useLayoutEffect(() => {
    const box = element.current;
    if (box === null) return undefined;
    const look = () => {
      narrow.value = box.clientWidth > 0 && box.clientWidth < pixels;
    };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(box);
    return () => {
      watch.disconnect();
    };
  }, [element, pixels, narrow]);
  return narrow.value;
}
