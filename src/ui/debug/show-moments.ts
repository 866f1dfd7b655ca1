import { effect, untracked } from '@preact/signals';
import type { Store } from '../store/store.ts';
import { pastOf } from '../past/past.ts';
import type { Debugging } from './debugging.ts';

/**
 * While a step of the past is looked at, the whole window shows the moment before it: nothing can be typed, the bar says so, and a fork
 * from there is one in which it can happen otherwise. Whoever leaves one of the two leaves both.
 */
export function showMoments(store: Store, debugging: Pick<Debugging, 'view' | 'leave'>): void {
  const past = pastOf(store);
  /** The step whose moment is wanted, and the one that is shown. */
  let wanted = 0;
  let shown = 0;

  async function show(step: number): Promise<void> {
    await past.catchUp();
    if (wanted !== step) return;
    await past.goTo(past.marks.peek().find((mark) => mark.step === step - 1)?.seq ?? 0);
    if (wanted === step && store.moment.peek() !== null) shown = step;
  }

  effect(() => {
    const view = debugging.view.value;
    const step = view?.target === 'past' ? view.step : 0;
    if (step === wanted) return;
    wanted = step;
    untracked(() => {
      if (step > 0) void show(step);
      else if (shown > 0) {
        shown = 0;
        past.back();
      }
    });
  });
  effect(() => {
    if (store.moment.value !== null || shown === 0) return;
    shown = 0;
    untracked(() => void debugging.leave());
  });
}
