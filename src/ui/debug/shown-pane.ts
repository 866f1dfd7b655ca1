import { signal } from '@preact/signals';

export type DebugPaneName = 'source' | 'calls' | 'variables' | 'console';

/** The one that a narrow window shows. */
export const shownPane = signal<DebugPaneName>('source');
