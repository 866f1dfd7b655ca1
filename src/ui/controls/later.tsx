import type { ComponentType } from 'preact';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { words } from '../words/words.ts';

type LaterProps<P> = P & {
  /** The same function each time: what it once gave is there at once from then on. */
  readonly load: () => Promise<ComponentType<P>>;
};

const loaded = new WeakMap<object, unknown>();

/** A part of the window that is fetched and drawn when what matters more is on the screen; the rest is its own. */
export function Later<P extends object>({ load, ...rest }: LaterProps<P>) {
  const state = useSignal<'waiting' | 'here' | 'failed'>('waiting');
  useEffect(() => {
    let over = false;
    // An effect runs when the frame is painted.
    load().then(
      (part) => {
        loaded.set(load, part);
        if (!over) state.value = 'here';
      },
      () => {
        if (!over) state.value = 'failed';
      },
    );
    return () => {
      over = true;
    };
  }, [load, state]);
  const told = state.value;
  const Part = loaded.get(load) as ComponentType<P> | undefined;
  if (Part !== undefined) return <Part {...(rest as unknown as P)} />;
  return told === 'failed' ? (
    <p class="empty" role="alert">
      {words.placeFailed}
    </p>
  ) : null;
}
