import type { Serve } from './terminal.ts';

/** The commands that go on until their client ends them: each is loaded by itself, so that no other command waits for it. */
export const servers: ReadonlyMap<string, () => Promise<Serve>> = new Map([
  ['dap', async () => (await import('./dap/serve.ts')).serveDebugger],
  ['lsp', async () => (await import('./lsp/serve.ts')).serveLanguage],
]);
