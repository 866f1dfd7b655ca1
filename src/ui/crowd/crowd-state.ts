import type { AppContextValue } from '../context.ts';

export function letCrowdCome({ files }: Pick<AppContextValue, 'files'>): void {
  files.shows.value = 'crowd';
}
