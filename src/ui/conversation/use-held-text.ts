import { effect, useSignal } from '@preact/signals';
import { useCallback, useRef } from 'preact/hooks';
import { useStore } from '../context.ts';

/** A message that is saved as fast as usual is there before so many milliseconds have passed. */
const briefly = 25;

export type HeldText = {
  /** What the line shows in place of what is kept for it; null for nothing. */
  readonly text: string | null;
  /** The line goes on showing what was sent, until it is seen elsewhere or takes longer than usual. */
  readonly hold: (sent: string) => void;
  /** Somebody goes on writing: the line is empty, as it is kept. */
  readonly letGo: () => void;
};

/**
 * A line that is emptied and a message that appears are one change to the eye: drawn in two frames, the first would keep
 * the second, which people wait for, from being painted as soon as it is there. It is only about what is drawn: what is
 * kept of the line is empty from the moment that it is sent.
 */
export function useHeldText(): HeldText {
  const { world } = useStore();
  const text = useSignal<string | null>(null);
  const stop = useRef(() => {});
  const letGo = useCallback(() => {
    stop.current();
    stop.current = () => {};
    text.value = null;
  }, [text]);
  const hold = (sent: string) => {
    letGo();
    text.value = sent;
    const before = world.peek();
    const timer = setTimeout(letGo, briefly);
    const unsubscribe = effect(() => {
      if (world.value !== before) letGo();
    });
    stop.current = () => {
      clearTimeout(timer);
      unsubscribe();
    };
  };
  return { text: text.value, hold, letGo };
}
