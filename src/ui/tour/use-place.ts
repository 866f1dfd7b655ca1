import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useNarrow } from '../controls/use-narrow.ts';

export type Rectangle = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;

/** Where a card stands, and what it speaks of; both null where that is not on the screen, or the screen has no room beside it. */
export type Placed = {
  /** On a phone, what it speaks of is in the lower half: the card stands at the top. */
  readonly isHigh: boolean;
  readonly card: { readonly left: number; readonly top: number } | null;
  readonly anchor: Rectangle | null;
};

const gap = 12;
const barHeight = 64;
/** The window moves by itself, too: so often it is looked where things are, in milliseconds. */
const lookEvery = 300;

/** Beside the anchor where there is room: at its right, its left, above it, below it; below what is at the top of the window. */
export function besideOf(
  anchor: Rectangle,
  card: { readonly width: number; readonly height: number },
  room: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } | null {
  const { left, top, width, height } = anchor;
  const inRange = (value: number, size: number, whole: number) =>
    Math.max(gap, Math.min(value, whole - size - gap));
  const along = inRange(top + height - card.height, card.height, room.height);
  const across = inRange(left, card.width, room.width);
  const right = { left: left + width + gap, top: along };
  const before = { left: left - gap - card.width, top: along };
  const above = { left: across, top: top - gap - card.height };
  const below = { left: across, top: top + height + gap };
  const fits = (at: typeof right) =>
    at.left >= 0 && at.top >= 0 && at.left + card.width <= room.width && at.top + card.height <= room.height;
  // Beside a bar at the top is the bar.
  return (top < barHeight ? [below] : [right, before, above, below]).find(fits) ?? null;
}

const visible = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0;
};

/** The first of the anchors that is on the screen. */
export const anchorOf = (anchors: readonly string[]): Element | undefined =>
  anchors.flatMap((one) => [...document.querySelectorAll(one)]).find(visible);

/** Keeps a card beside what it speaks of; on a phone it stands at the bottom. */
export function usePlace(anchors: readonly string[], card: { readonly current: HTMLElement | null }): Placed {
  const narrow = useNarrow();
  const placed = useSignal<Placed>({ isHigh: false, card: null, anchor: null });
  useEffect(() => {
    const look = () => {
      const anchor = anchorOf(anchors)?.getBoundingClientRect() ?? null;
      const own = card.current?.getBoundingClientRect();
      const room = { width: innerWidth, height: innerHeight };
      const beside = anchor === null || own === undefined || narrow ? null : besideOf(anchor, own, room);
      const isHigh = narrow && anchor !== null && anchor.top + anchor.height / 2 > innerHeight / 2;
      const next = { isHigh, card: beside, anchor };
      if (JSON.stringify(next) !== JSON.stringify(placed.peek())) placed.value = next;
    };
    look();
    const timer = setInterval(look, lookEvery);
    addEventListener('resize', look);
    return () => {
      clearInterval(timer);
      removeEventListener('resize', look);
    };
  }, [anchors, card, narrow, placed]);
  return placed.value;
}
