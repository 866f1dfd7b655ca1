import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { minuteAt, type Range } from './range.ts';
import { drawn, moved, snapped, withEdge, type Span } from './span.ts';

type DrawingOptions = {
  readonly track: RefObject<HTMLElement | null>;
  readonly range: Range;
  /** The hours as they stand; null while the day is closed. */
  readonly stored: Span | null;
  readonly onDrawn: (span: Span) => void;
};

/** What the pointer holds: an edge, the whole bar, or the line itself, on which something new is drawn. */
type Held = { readonly what: 'start' | 'stop' | 'bar' | 'line'; readonly from: number };

/** So far, in pixels, the pointer has to go before something is drawn: a click draws nothing. */
const leastWay = 4;

/** Drawing on the line of a day by a pointer. What is drawn is taken when it is let go; Escape takes nothing. */
export function useDrawing({ track, range, stored, onDrawn }: DrawingOptions) {
  const span = useSignal<Span | null>(null);
  const held = useRef<(Held & { readonly x: number; readonly pointer: number }) | null>(null);
  const minute = (event: PointerEvent): number => {
    const box = track.current?.getBoundingClientRect();
    return box === undefined ? 0 : minuteAt(range, event.clientX - box.left, box.width);
  };
  const letGo = () => {
    held.current = null;
    span.value = null;
  };
  const isDrawing = span.value !== null;
  useEffect(() => {
    if (!isDrawing) return undefined;
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      held.current = null;
      span.value = null;
    };
    addEventListener('keydown', key, true);
    return () => {
      removeEventListener('keydown', key, true);
    };
  }, [isDrawing, span]);
  return {
    /** What is being drawn; null while nothing is. */
    span: span.value,
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        if (event.button !== 0 || !(event.target instanceof Element)) return;
        const edge = event.target.closest<HTMLElement>('[data-edge]')?.dataset['edge'];
        const what = stored !== null && isHeldAs(edge) ? edge : 'line';
        held.current = { what, from: minute(event), x: event.clientX, pointer: event.pointerId };
      },
      onPointerMove: (event: PointerEvent) => {
        const now = held.current;
        if (now?.pointer !== event.pointerId) return;
        if (span.peek() === null && Math.abs(event.clientX - now.x) < leastWay) return;
        if (span.peek() === null) track.current?.setPointerCapture(event.pointerId);
        event.preventDefault();
        span.value = drawnAs(now, minute(event), stored);
      },
      onPointerUp: () => {
        const made = span.peek();
        letGo();
        if (made !== null) onDrawn(made);
      },
      onPointerCancel: letGo,
    },
  };
}

const isHeldAs = (edge: string | undefined): edge is 'start' | 'stop' | 'bar' =>
  edge === 'start' || edge === 'stop' || edge === 'bar';

/** What the pointer makes of the hours, in steps. */
export function drawnAs({ what, from }: Held, to: number, stored: Span | null): Span {
  if (stored === null || what === 'line') return drawn(from, to);
  if (what === 'bar') return moved(stored, snapped(stored[0] + to - from) - stored[0]);
  return withEdge(stored, what, snapped(stored[what === 'start' ? 0 : 1] + to - from));
}
