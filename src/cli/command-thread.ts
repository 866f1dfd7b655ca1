import { parentPort } from 'node:worker_threads';
import { runCommandLine } from './commands.ts';
import { progressInto } from './hung.ts';
import type { FromThread, ThreadData } from './in-thread.ts';
import { languagesFor } from './languages.ts';
import { loadJavaScript } from './load-javascript.ts';

/** Does in this thread what a command says whose scripts are in JavaScript. */
export async function runCommand({ args, folder, hung, shared }: ThreadData): Promise<void> {
  const send = (message: FromThread): void => {
    parentPort?.postMessage(message);
  };
  const javascript = await loadJavaScript();
  const terminal = {
    out: (out: string) => {
      send({ out });
    },
    err: (err: string) => {
      send({ err });
    },
    folder,
  };
  const languages = await languagesFor(args, () => javascript, progressInto(shared, hung));
  send({ code: runCommandLine(args, terminal, languages) });
}
