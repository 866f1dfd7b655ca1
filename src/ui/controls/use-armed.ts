import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { useStore } from '../context.ts';

/** So long, in milliseconds, a question waits for its answer. */
const patience = 5000;

export type Armed = {
  readonly armed: boolean;
  /** To be called for each click: the first asks, the next one does it. The second half of a double click does nothing. */
  readonly press: (event: MouseEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
};

/**
 * Asks once before something is taken away, in its own place. The question goes with Escape, when the focus goes
 * elsewhere, when another workspace is opened, and by itself after a few seconds.
 */
export function useArmed(act: () => void): Armed {
  const { workspace } = useStore();
  const armed = useSignal(false);
  const asked = armed.value;
  const open = workspace.value?.id;
  const disarm = () => {
    armed.value = false;
  };
  // Before anybody can press: a question that was just asked is not taken back.
  useLayoutEffect(() => {
    armed.value = false;
  }, [open, armed]);
  useEffect(() => {
    if (!asked) return undefined;
    const timer = setTimeout(() => {
      armed.value = false;
    }, patience);
    return () => {
      clearTimeout(timer);
    };
  }, [asked, armed]);
  return {
    armed: asked,
    press: ({ detail }) => {
      if (!armed.peek()) armed.value = true;
      else if (detail <= 1) {
        armed.value = false;
        act();
      }
    },
    onKeyDown: (event) => {
      // A held key presses again and again.
      if (event.repeat) event.preventDefault();
      if (event.key !== 'Escape' || !armed.peek()) return;
      // It takes back the question, and does not close what this stands in.
      event.stopPropagation();
      event.preventDefault();
      disarm();
    },
    onBlur: disarm,
  };
}
