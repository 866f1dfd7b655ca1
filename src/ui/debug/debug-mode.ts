import { signal } from '@preact/signals';

/** Whether the workbench shows the debugger: known before the debugger is loaded. */
export const debugMode = signal(false);
