import type { Keeper } from '../window-state.ts';

const kept = 'rehearsal.trainee';

/** So much of a name is taken: it has to stand in a row. */
export const longestName = 100;

/** How somebody at this browser calls themselves; empty as long as nobody was asked. */
export function traineeName(keeper: Keeper | null): string {
  try {
    return (keeper?.getItem(kept) ?? '').slice(0, longestName);
  } catch {
    return '';
  }
}

export function rememberTrainee(keeper: Keeper | null, name: string): void {
  try {
    keeper?.setItem(kept, name);
  } catch {
    // It is asked for again the next time.
  }
}
