import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

/** Whether the window has shown something already. */
let isShown = false;

/** What stands beside the first thing that the window shows, which is on the screen a frame sooner without it. */
export function AfterFirstFrame({ children }: { readonly children: ComponentChildren }) {
  const isDrawn = useSignal(isShown);
  useEffect(() => {
    // An effect runs when the frame is painted.
    isShown = true;
    isDrawn.value = true;
  }, [isDrawn]);
  return isDrawn.value ? <>{children}</> : null;
}
