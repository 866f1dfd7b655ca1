import { signal } from '@preact/signals';
import type { Keeper } from '../window-state.ts';

const kept = 'rehearsal.parameterNames';

/** Whether editors show the names of parameters before arguments; kept for this browser. Null until somebody asked what is kept. */
const on = signal<boolean | null>(null);

export function showsParameterNames(keeper: Keeper | null): boolean {
  if (on.value === null) {
    try {
      on.value = keeper?.getItem(kept) === 'on';
    } catch {
      on.value = false; // as if nothing had been kept
    }
  }
  return on.value;
}

export function setParameterNames(keeper: Keeper | null, shows: boolean): void {
  on.value = shows;
  try {
    keeper?.setItem(kept, shows ? 'on' : 'off');
  } catch {
    // It holds until the page is closed.
  }
}
