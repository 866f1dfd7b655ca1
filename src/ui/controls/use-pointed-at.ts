import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

type Pointing<At> = {
  /** What the pointer is at with this element below it; null where that is nothing to speak of. */
  readonly find: (target: Element) => At | null;
  readonly isSame: (one: At, other: At) => boolean;
  /** The button that is shown beside it: there the pointer is still at the same. */
  readonly own: string;
  /** The pointer may be away so long, in milliseconds, to reach the button. */
  readonly away: number;
};

/** What the pointer is at, so that a button can be shown beside it: until the pointer leaves both, something scrolls, or a key is pressed. */
export function usePointedAt<At>(pointing: Pointing<At>): {
  readonly at: At | null;
  readonly leave: () => void;
} {
  const at = useSignal<At | null>(null);
  const latest = useRef(pointing);
  latest.current = pointing;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = () => {
      clearTimeout(timer);
      at.value = null;
    };
    const look = ({ target }: PointerEvent) => {
      const { find, isSame, own, away } = latest.current;
      clearTimeout(timer);
      if (!(target instanceof Element) || target.closest(own) !== null) return;
      const next = find(target);
      const last = at.peek();
      if (next === null) timer = setTimeout(leave, away);
      else if (last === null || !isSame(next, last)) at.value = next;
    };
    document.addEventListener('pointerover', look);
    document.addEventListener('scroll', leave, { capture: true, passive: true });
    document.addEventListener('keydown', leave, { capture: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', look);
      document.removeEventListener('scroll', leave, { capture: true });
      document.removeEventListener('keydown', leave, { capture: true });
    };
  }, [at]);
  return {
    at: at.value,
    leave: () => {
      at.value = null;
    },
  };
}
