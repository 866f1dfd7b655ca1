import { signal } from '@preact/signals';
import type { Test } from '../../protocol/engine-api.ts';
import type { AppContextValue } from '../context.ts';

/** The test whose orders are explored; null for the open conversation. */
export const exploredTest = signal<Test | null>(null);

/** Opens the dialog for a test, or for the open conversation. */
export function exploreOrders({ files }: Pick<AppContextValue, 'files'>, test: Test | null): void {
  exploredTest.value = test;
  files.shows.value = 'explore';
}
