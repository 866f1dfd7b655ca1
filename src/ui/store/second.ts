import { effect, signal, untracked, type ReadonlySignal } from '@preact/signals';
import { shownTime } from './shown-time.ts';
import type { Store } from './store.ts';

/** How often the shown clock is looked at, in milliseconds: its seconds come at most that late. */
const often = 250;

/** One for all who show the clock: it ticks as long as anybody does. */
function ticking({ anchor, clock }: Store): ReadonlySignal<number> {
  const read = () => Math.floor(shownTime(anchor.peek(), clock.peek(), performance.now()) / 1000) * 1000;
  let stop = (): void => undefined;
  const second = signal(read(), {
    watched() {
      const show = () => {
        second.value = read();
      };
      const leave = effect(() => {
        // Where the clock stands, and whether it runs: both move it at once.
        if (anchor.value.at >= 0 || clock.value.paused) untracked(show);
      });
      const timer = setInterval(show, often);
      stop = () => {
        leave();
        clearInterval(timer);
      };
    },
    unwatched() {
      stop();
    },
  });
  return second;
}

const known = new WeakMap<Store, ReadonlySignal<number>>();

/** The shown clock of a store, in milliseconds, to the second. */
export function secondOf(store: Store): ReadonlySignal<number> {
  const one = known.get(store) ?? ticking(store);
  known.set(store, one);
  return one;
}
