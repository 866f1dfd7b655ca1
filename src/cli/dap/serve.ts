import { Worker } from 'node:worker_threads';
import { Frames } from '../frames.ts';
import { isSameHang, mostHung, newProgress, patience, watch, type Hung } from '../hung.ts';
import { threadCode } from '../own-files.ts';
import type { ExitCode, Serve, ServerIo } from '../terminal.ts';
import type { Request, Sent } from './adapter.ts';
import type { FromSession, SessionData } from './session-thread.ts';

/** How long a busy session may go on after the editor has asked it to end, in milliseconds. */
const politeness = 500;
/** How long the rest of a message may take to come before that is reported, in milliseconds. */
const mostSilence = 2_000;

/**
 * `dap`: a debug adapter over standard input and output. The session runs in a thread that can be ended, so that an editor is always
 * answered; this end frames messages, keeps their order, cancels what waits, and ends what hangs: the next thread is asked all the same again,
 * without the script that hung, up to where the last one was.
 */
export const serveDebugger: Serve = (io) => new DebugServer(io).ended;

type Thread = { readonly worker: Worker; readonly end: () => Promise<unknown> };

class DebugServer {
  readonly ended: Promise<ExitCode>;
  readonly #io: ServerIo;
  #thread: Thread;
  readonly #now = new Date().toISOString();
  readonly #hung: Hung[] = [];
  #finish: (code: ExitCode) => void = () => undefined;
  #seq = 0;
  readonly #queue: Request[] = [];
  #busy: Request | null = null;
  /** The numbers of requests that were answered: one that still runs may be. */
  readonly #answered = new Set<number>();
  /** All that threads were asked, and how much of it this one was. */
  readonly #asked: Request[] = [];
  #askedHere = 0;
  /** All that threads sent, as texts, and how much of it this one has sent again. */
  readonly #told: string[] = [];
  #toldHere = 0;
  /** The thread is gone: nothing is played any more. */
  #isOver = false;

  constructor(io: ServerIo) {
    this.#io = io;
    this.ended = new Promise((resolve) => {
      this.#finish = resolve;
    });
    this.#thread = this.#startThread();
    this.#listen();
  }

  #startThread(): Thread {
    const shared = newProgress();
    const data: SessionData = { folder: this.#io.folder, shared, now: this.#now, hung: [...this.#hung] };
    const worker = new Worker(threadCode(), { eval: true, workerData: data });
    // No counter stops a script that is inside one of its engine's own functions.
    const unwatch = watch(shared, (hung) => {
      this.#leaveOut(hung);
    });
    const end = () => {
      unwatch();
      return worker.terminate();
    };
    const thread = { worker, end };
    worker.on('message', (message: FromSession) => {
      if (this.#thread === thread) this.#hear(message);
    });
    worker.on('error', (error) => {
      if (this.#thread === thread) this.#stop(`The debug adapter failed: ${error.stack ?? error.message}`);
    });
    return thread;
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
    const fresh = this.#askedHere === this.#asked.length ? this.#queue.shift() : undefined;
    if (fresh !== undefined) this.#asked.push(fresh);
    this.#busy = this.#asked[this.#askedHere] ?? null;
    if (this.#busy === null) return;
    this.#askedHere += 1;
    this.#thread.worker.postMessage(this.#busy);
  }

  #hear(message: FromSession): void {
    // What was on its way when the thread was ended.
    if (this.#isOver) return;
    if ('send' in message) {
      this.#tell(message.send);
      return;
    }
    this.#busy = null;
    this.#next();
  }

  /** Sends what a thread tells, unless the one before it has. */
  #tell(message: Sent): void {
    const text = JSON.stringify(message);
    const before = this.#told[this.#toldHere];
    this.#toldHere += 1;
    if (before === undefined) {
      this.#told.push(text);
      this.#send(message);
    } else if (before !== text) {
      const { step, script } = this.#hung.at(-1) ?? { step: 0, script: 0 };
      this.#stop(
        `Without script ${String(script)}, step ${String(step)} comes to other places than those in which it stood, so the session was ended.`,
      );
    }
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
    void this.#thread.end();
    if (this.#busy !== null && !this.#answered.has(this.#busy.seq)) this.#respond(this.#busy, false, why);
    this.#busy = null;
    this.#cancelAll();
    this.#send({ type: 'event', event: 'output', body: { category, output: `${why}\n` } });
    this.#send({ type: 'event', event: 'exited', body: { exitCode: 1 } });
    this.#send({ type: 'event', event: 'terminated' });
  }

  #end(): void {
    this.#isOver = true;
    void this.#thread.end().then(() => {
      this.#io.input.destroy();
      this.#finish(0);
    });
  }

  /** Goes on in another thread, in which the script is left out of that step and of all after it. */
  #leaveOut(hung: Hung): void {
    const { step, script } = hung;
    const said = `Step ${String(step)}: script ${String(script)} did not come to an end within ${String(patience / 1000)} s`;
    if (this.#hung.length >= mostHung || this.#hung.some((one) => isSameHang(one, hung))) {
      this.#stop(`${said}, so the session was ended.`);
      return;
    }
    this.#complain(`${said}. It is played again without it from there on.`);
    this.#hung.push(hung);
    void this.#thread.end();
    this.#thread = this.#startThread();
    this.#busy = null;
    this.#askedHere = 0;
    this.#toldHere = 0;
    this.#next();
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
    if (message.type === 'response') this.#answered.add(message.request_seq);
    const body = JSON.stringify({ seq: ++this.#seq, ...message });
    this.#io.output.write(`Content-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`);
  }
}
