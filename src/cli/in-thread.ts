import { Worker } from 'node:worker_threads';
import { isSameHang, mostHung, newProgress, patience, watch, type Hung } from './hung.ts';
import { threadCode } from './own-files.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** What the thread is given. */
export type ThreadData = {
  readonly args: readonly string[];
  readonly folder: string;
  readonly hung: readonly Hung[];
  readonly shared: SharedArrayBuffer;
};

/** What it sends. */
export type FromThread = { readonly out: string } | { readonly err: string } | { readonly code: ExitCode };

/**
 * Does in a thread what the arguments say. Where a script hangs, the thread is ended, and the next one does the same again
 * without that script from that step on: what is written a second time is what was written before, and is left out.
 */
export async function runInThread(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const hung: Hung[] = [];
  const written = { out: new Written(terminal.out), err: new Written(terminal.err) };
  for (;;) {
    const end = await oneThread({ args, folder: terminal.folder, hung, shared: newProgress() }, written);
    if (typeof end === 'number') return end;
    const isKnown = hung.some((one) => isSameHang(one, end));
    if (args[0] !== 'replay' || isKnown || hung.length >= mostHung) {
      terminal.err(
        `Script ${String(end.script)} did not come to an end within ${String(patience / 1000)} s and was ended.\n`,
      );
      return 1;
    }
    terminal.err(
      `Step ${String(end.step)}: script ${String(end.script)} did not come to an end within ${String(patience / 1000)} s. ` +
        'The file is played again without it from there on.\n',
    );
    hung.push(end);
  }
}

function oneThread(data: ThreadData, written: { out: Written; err: Written }): Promise<ExitCode | Hung> {
  written.out.again();
  written.err.again();
  const worker = new Worker(threadCode(), { eval: true, workerData: data });
  return new Promise((resolve, reject) => {
    const unwatch = watch(data.shared, (hung) => {
      finish(() => {
        resolve(hung);
      });
    });
    const finish = (then: () => void) => {
      unwatch();
      void worker.terminate().then(then, reject);
    };
    worker.on('message', (message: FromThread) => {
      if ('out' in message) written.out.write(message.out);
      else if ('err' in message) written.err.write(message.err);
      else
        finish(() => {
          resolve(message.code);
        });
    });
    worker.on('error', (error) => {
      finish(() => {
        reject(error);
      });
    });
  });
}

/** A stream that is written from its beginning again, and passes on what is new. */
class Written {
  readonly #write: (text: string) => void;
  #passed = 0;
  #at = 0;

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  again(): void {
    this.#at = 0;
  }

  write(text: string): void {
    const known = Math.max(0, Math.min(text.length, this.#passed - this.#at));
    this.#at += text.length;
    if (known === text.length) return;
    this.#passed = this.#at;
    this.#write(text.slice(known));
  }
}
