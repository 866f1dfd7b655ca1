import { signal } from '@preact/signals';

/** Whether codes are being scanned, or their texts pasted. */
export const scanning = signal(false);
