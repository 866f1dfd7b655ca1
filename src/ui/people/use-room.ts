import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** How people are shown: each as a tile, or as a list with tiles beside it, or as a row of faces above one tile. */
export type Room = { readonly shape: 'tiles' | 'list' | 'faces'; readonly tiles: number };

/* Pixels, as the styles have them. */
const [edges, gap] = [24, 8];
const list = 168;
/** A tile beside the list may be narrower than one that has no list to tell the rest. */
const besideList = 190;
/** Below this a list would take half of it, as on a phone. */
const forList = 396;

/** What a pane of this width has room for. `least` is how wide a tile is at least where there is no list. */
export function roomOf(width: number, count: number, least: number): Room {
  const inside = width - edges + gap;
  const tiles = Math.max(1, Math.floor(inside / (least + gap)));
  if (count <= tiles) return { shape: 'tiles', tiles };
  const beside = Math.floor((inside - list - gap) / (besideList + gap));
  return beside < 1 || width < forList ? { shape: 'faces', tiles: 1 } : { shape: 'list', tiles: beside };
}

/** The room of an element as it is now; null until it has been seen. A hidden one keeps what it had. */
export function useRoom(box: RefObject<HTMLElement | null>, count: number, least: number): Room | null {
  const width = useSignal(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = () => {
      if (element.clientWidth > 0) width.value = element.clientWidth;
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => {
      watch.disconnect();
    };
  }, [box, width]);
  return width.value === 0 ? null : roomOf(width.value, count, least);
}
