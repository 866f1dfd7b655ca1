import type { ComponentType } from 'preact';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { words } from '../words.ts';

type LaterProps = {
  /** The same function each time: what it once gave is there at once from then on. */
  readonly load: () => Promise<ComponentType>;
};

const loaded = new WeakMap<LaterProps['load'], ComponentType>();

/** A part of the window that is fetched and drawn when what matters more is on the screen. */
export function Later({ load }: LaterProps) {
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
  const Part = loaded.get(load);
  if (Part !== undefined) return <Part />;
  return told === 'failed' ? (
    <p class="empty" role="alert">
      {words.placeFailed}
    </p>
  ) : null;
}
