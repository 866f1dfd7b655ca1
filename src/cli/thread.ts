import { workerData } from 'node:worker_threads';
import type { SessionData } from './dap/session-thread.ts';
import type { ThreadData } from './in-thread.ts';

/* The threads in which scripts run that may hang: of a command, or of a debug session. */

const data = workerData as ThreadData | SessionData;
if ('args' in data) await (await import('./command-thread.ts')).runCommand(data);
else await (await import('./dap/session-thread.ts')).runSession(data);
