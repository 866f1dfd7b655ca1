import type { KeyValueStorage } from './browser-storage.ts';

const key = 'rehearsal.open';

/** Has the next page of this tab open a workspace, whatever another tab has opened by then. */
export function openNext(keeper: KeyValueStorage | null, workspace: string): void {
  keeper?.setItem(key, workspace);
}

/** The workspace that the page before wanted to be opened here; asked once. */
export function wantedNext(keeper: KeyValueStorage | null): string | null {
  const wanted = keeper?.getItem(key) ?? null;
  keeper?.removeItem(key);
  return wanted;
}
