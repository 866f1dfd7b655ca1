import { signal } from '@preact/signals';

/** How many tests of the open workspace fail, as far as they have run; all that the window knows of them before anybody looks. */
export const failing = signal(0);
