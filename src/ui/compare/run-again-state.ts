import { signal } from '@preact/signals';

/** The workspace that the open one is compared with; null for itself, run again with the settings as they are now. */
export const comparedWith = signal<{ readonly id: string; readonly name: string } | null>(null);
