import { signal } from '@preact/signals';
import type { AppContextValue } from '../context.ts';

/** The last session that there was when puppets were let in: those after it are theirs. */
export const before = signal(0);

export function letCrowdCome({ files }: Pick<AppContextValue, 'files'>): void {
  files.shows.value = 'crowd';
}
