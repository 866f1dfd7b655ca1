import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** So many pixels stay between a menu and the edges of the window. */
const margin = 8;

/**
 * The panel of a menu, a popover by hand, which opens at this place of the window, or as near as it fits, with the focus on its first item.
 * It is to be closed at the next press outside of it and when the window changes its size; what had the focus before has it then.
 */
export function useMenuAt(x: number, y: number, onClose: () => void): RefObject<HTMLDivElement | null> {
  const panel = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useLayoutEffect(() => {
    const shown = panel.current;
    if (shown === null) return undefined;
    const before = document.activeElement;
    shown.showPopover();
    shown.style.left = `${String(within(x, innerWidth - shown.offsetWidth))}px`;
    shown.style.top = `${String(within(y, innerHeight - shown.offsetHeight))}px`;
    shown.querySelector('button')?.focus();
    // The press that asked for it is not over in every browser: one that closes by itself would go with its end.
    const elsewhere = ({ target }: Event) => {
      if (!(target instanceof Node) || !shown.contains(target)) close.current();
    };
    addEventListener('pointerdown', elsewhere, true);
    addEventListener('resize', elsewhere);
    return () => {
      removeEventListener('pointerdown', elsewhere, true);
      removeEventListener('resize', elsewhere);
      if (shown.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
    };
  }, [x, y]);
  return panel;
}

const within = (at: number, room: number): number => Math.max(margin, Math.min(at, room - margin));
