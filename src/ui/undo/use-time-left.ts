import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Undo, Undoable } from './undo.ts';

/** So long, in milliseconds, something that passes can be taken back … */
const time = 10_000;
/** … and so often whoever throws it away is told to wait, as long as somebody looks at it. */
const keepEvery = 4000;

/**
 * How many seconds are left to take back what is shown; null where it does not pass. The time stands while somebody
 * points at the `bar` or has the focus in it, and begins anew when an earlier one is shown again: so several can be taken
 * back one after the other.
 */
export function useTimeLeft(
  shown: Undoable | undefined,
  bar: RefObject<HTMLElement | null>,
  undo: Undo,
): number | null {
  const seconds = useSignal(time / 1000);
  const isPassing = shown?.passing !== undefined;
  useEffect(() => {
    if (!isPassing) return undefined;
    let left = time;
    let at = performance.now();
    let keptAt = at;
    let wasHeld = false;
    seconds.value = time / 1000;
    undo.keep();
    const timer = setInterval(() => {
      const now = performance.now();
      const held = bar.current?.matches(':hover, :focus-within') === true;
      if (held !== wasHeld || (held && now - keptAt >= keepEvery)) {
        keptAt = now;
        undo.keep();
      }
      if (!held) left -= now - at;
      at = now;
      wasHeld = held;
      seconds.value = Math.max(0, Math.ceil(left / 1000));
      if (left <= 0) undo.expire();
    }, 200);
    return () => {
      clearInterval(timer);
    };
  }, [shown, isPassing, bar, seconds, undo]);
  return isPassing ? seconds.value : null;
}
