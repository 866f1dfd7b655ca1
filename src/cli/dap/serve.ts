import { Worker } from 'node:worker_threads';
import { Frames } from '../frames.ts';
import { hungIn, newProgress, runIn } from '../hung.ts';
import { threadCode } from '../own-files.ts';
import type { ExitCode, Serve, ServerIo } from '../terminal.ts';
import type { Request, Sent } from './adapter.ts';
import type { FromSession, SessionData } from './session-thread.ts';

/** How long one run of a script in JavaScript may go on, in milliseconds. Its price ends what counts within a second or two. */
const patience = 10_000;
const lookEvery = 250;

/** How long a busy session may go on after the editor has asked it to end, in milliseconds. */
const politeness = 500;
/** How long the rest of a message may take to come before that is reported, in milliseconds. */
const mostSilence = 2_000;

/**
 * `dap`: a debug adapter over standard input and output. The session runs in a thread that can be ended, so that an editor is always
 * answered; this end frames messages, keeps their order, cancels what waits, and ends what hangs.
 */
export const serveDebugger: Serve = (io) => new DebugServer(io).ended;

class DebugServer {
  readonly ended: Promise<ExitCode>;
  readonly #io: ServerIo;
  readonly #shared = newProgress();
  readonly #worker: Worker;
  readonly #look: NodeJS.Timeout;
  #finish: (code: ExitCode) => void = () => undefined;
  #seq = 0;
  readonly #queue: Request[] = [];
  #busy: Request | null = null;
  /** The thread is gone: nothing is played any more. */
  #isOver = false;

  constructor(io: ServerIo) {
    this.#io = io;
    this.ended = new Promise((resolve) => {
      this.#finish = resolve;
    });
    const data: SessionData = { folder: io.folder, shared: this.#shared };
    this.#worker = new Worker(threadCode(), { eval: true, workerData: data });
    this.#worker.on('message', (message: FromSession) => {
      this.#hear(message);
    });
    this.#worker.on('error', (error) => {
      this.#stop(`The debug adapter failed: ${error.stack ?? error.message}`);
    });
    this.#look = setInterval(this.#watchdog(), lookEvery);
    this.#listen();
  }

  #listen(): void {
    const frames = new Frames({
      take: (message) => {
        this.#receive(message);
      },
      refuse: ({ text }) => {
        this.#complain(text);
      },
    });
    const { input } = this.#io;
    let silence: NodeJS.Timeout | undefined;
    input.on('data', (chunk: Buffer) => {
      clearTimeout(silence);
      frames.push(chunk);
      const { missing } = frames;
      if (missing === undefined) return;
      const lacks = `A message lacks ${String(missing)} bytes of what its Content-Length says; they are waited for.`;
      silence = setTimeout(() => {
        this.#complain(lacks);
      }, mostSilence).unref();
    });
    // An editor that is gone needs nothing any more.
    for (const end of ['end', 'close', 'error'])
      input.on(end, () => {
        this.#end();
      });
  }

  #receive(message: unknown): void {
    const { type, seq, command, ...rest } = (message ?? {}) as Readonly<Record<string, unknown>>;
    if (type === 'response' || type === 'event') return;
    if (type !== 'request' || !Number.isSafeInteger(seq) || typeof command !== 'string') {
      this.#complain(
        'A message is no request: it needs "type": "request", a number as "seq" and a text as "command".',
      );
      return;
    }
    const request: Request = { seq: seq as number, command, arguments: rest['arguments'] };
    if (command === 'cancel') this.#cancel(request);
    else if (command === 'disconnect') this.#disconnect(request);
    else if (this.#isOver) this.#respond(request, false, 'The session is over.');
    else {
      this.#queue.push(request);
      this.#next();
      if (command === 'terminate') this.#terminate(request);
    }
  }

  #next(): void {
    if (this.#busy !== null || this.#isOver) return;
    this.#busy = this.#queue.shift() ?? null;
    if (this.#busy !== null) this.#worker.postMessage(this.#busy);
  }

  #hear(message: FromSession): void {
    if ('send' in message) {
      this.#send(message.send);
      return;
    }
    this.#busy = null;
    this.#next();
  }

  /** What waits is not done; what runs already goes on to its end. */
  #cancel(request: Request): void {
    const { requestId } = (request.arguments ?? {}) as { readonly requestId?: unknown };
    const index = this.#queue.findIndex(({ seq }) => seq === requestId);
    const [cancelled] = index < 0 ? [] : this.#queue.splice(index, 1);
    if (cancelled !== undefined) this.#respond(cancelled, false, 'cancelled');
    this.#respond(request, true);
  }

  #cancelAll(): void {
    for (const request of this.#queue.splice(0)) this.#respond(request, false, 'cancelled');
  }

  /** A session that is busy for longer is ended from here. */
  #terminate(request: Request): void {
    setTimeout(() => {
      const index = this.#queue.indexOf(request);
      if (index < 0) return;
      this.#queue.splice(index, 1);
      this.#respond(request, true);
      this.#stop('The session was terminated while it ran.', 'console');
    }, politeness).unref();
  }

  #disconnect(request: Request): void {
    this.#cancelAll();
    this.#respond(request, true);
    this.#end();
  }

  /** The thread is ended, with whatever it does. */
  #stop(why: string, category: 'stderr' | 'console' = 'stderr'): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearInterval(this.#look);
    void this.#worker.terminate();
    if (this.#busy !== null) this.#respond(this.#busy, false, why);
    this.#busy = null;
    this.#cancelAll();
    this.#send({ type: 'event', event: 'output', body: { category, output: `${why}\n` } });
    this.#send({ type: 'event', event: 'exited', body: { exitCode: 1 } });
    this.#send({ type: 'event', event: 'terminated' });
  }

  #end(): void {
    this.#isOver = true;
    clearInterval(this.#look);
    void this.#worker.terminate().then(() => {
      this.#io.input.destroy();
      this.#finish(0);
    });
  }

  /** No counter stops a script that is inside one of its engine's own functions. */
  #watchdog(): () => void {
    let run = 0;
    let since = performance.now();
    return () => {
      const now = runIn(this.#shared);
      if (now !== run || now === 0) {
        run = now;
        since = performance.now();
      } else if (performance.now() - since > patience) {
        const { step, script } = hungIn(this.#shared);
        this.#stop(
          `Step ${String(step)}: script ${String(script)} did not come to an end within ${String(patience / 1000)} s, so the session was ended. ` +
            `With "leftOut": [${String(script)}] in that step of the scenario it is played without it.`,
        );
      }
    };
  }

  #complain(text: string): void {
    this.#send({ type: 'event', event: 'output', body: { category: 'stderr', output: `${text}\n` } });
  }

  #respond({ seq, command }: Request, success: boolean, message?: string): void {
    this.#send({
      type: 'response',
      request_seq: seq,
      command,
      success,
      ...(message !== undefined && { message }),
    });
  }

  #send(message: Sent): void {
    const body = JSON.stringify({ seq: ++this.#seq, ...message });
    this.#io.output.write(`Content-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`);
  }
}
