import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { afterDraw } from '../controls/after-draw.ts';

/** Closer than this to the end is at the end. */
const near = 24;

/**
 * Keeps a scrolling box at its end as it grows, until somebody scrolls up. That what is new made the end move
 * away is no scrolling up: only a box whose own position went back is let go of.
 *
 * @returns what the box calls when it scrolls.
 */
export function useStayAtEnd(box: RefObject<HTMLElement | null>): () => void {
  const atEnd = useRef(true);
  const top = useRef(0);
  const { current: toEnd } = useRef(() => {
    if (!atEnd.current || box.current === null) return;
    box.current.scrollTop = box.current.scrollHeight;
    top.current = box.current.scrollTop;
  });
  useLayoutEffect(() => {
    afterDraw(toEnd);
  });
  useLayoutEffect(() => {
    if (box.current === null) return undefined;
    const watch = new ResizeObserver(toEnd);
    watch.observe(box.current);
    return () => {
      watch.disconnect();
    };
  }, [box, toEnd]);
  return () => {
    const element = box.current;
    if (element === null || element.clientHeight === 0) return;
    const { scrollTop, scrollHeight, clientHeight } = element;
    if (scrollHeight - scrollTop - clientHeight < near) atEnd.current = true;
    else if (scrollTop < top.current) atEnd.current = false;
    top.current = scrollTop;
  };
}
