import { signal } from '@preact/signals';

/** What the console shows: what was printed, or what breakpoints and log points would have done in all that happened so far. */
export const showsPastRuns = signal(false);
