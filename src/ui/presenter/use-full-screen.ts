import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

/** Full screen, where the browser has it. Esc there is the browser's own: it ends both. */
export function useFullScreen(leave: () => void) {
  const is = useSignal(document.fullscreenElement !== null);
  const asked = useRef(false);
  useEffect(() => {
    const hear = () => {
      const isFull = document.fullscreenElement !== null;
      const wasOurs = is.peek() && !isFull && !asked.current;
      asked.current = false;
      is.value = isFull;
      if (wasOurs) leave();
    };
    document.addEventListener('fullscreenchange', hear);
    return () => {
      document.removeEventListener('fullscreenchange', hear);
      if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
    };
  }, [is, leave]);
  return {
    is: is.value,
    toggle: () => {
      if (document.fullscreenElement === null) {
        void document.documentElement.requestFullscreen().catch(() => undefined);
      } else {
        asked.current = true;
        void document.exitFullscreen().catch(() => undefined);
      }
    },
  };
}
