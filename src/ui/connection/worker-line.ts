import { releaseProxy, wrap, type Endpoint, type Remote } from 'comlink';
import type { StartedWorker } from './supervisor.ts';

type Open<Api> = {
  readonly worker: StartedWorker<Endpoint>;
  readonly api: Remote<Api>;
  /** It was greeted. */
  readonly ready: Promise<unknown>;
  readonly ended: Promise<never>;
  readonly end: (why: Error) => void;
};

/**
 * The wire to a worker that works for a while and is gone then: it starts when it is first asked something, and what waits for it
 * is rejected when it ends or breaks. Whatever is asked next starts another one.
 */
export class WorkerLine<Api> {
  readonly #startWorker: () => StartedWorker<Endpoint>;
  readonly #greet: (api: Remote<Api>) => Promise<unknown>;
  #open: Open<Api> | null = null;

  /** `greet` is what a worker is told before anything is asked of it. */
  constructor(startWorker: () => StartedWorker<Endpoint>, greet: (api: Remote<Api>) => Promise<unknown>) {
    this.#startWorker = startWorker;
    this.#greet = greet;
  }

  /** The worker that is there, to tell it from one that came after it; null where none is. */
  get current(): object | null {
    return this.#open?.worker ?? null;
  }

  /** Asks the worker; another greeting than the usual one is for a question that stands by itself. @throws what it throws, or that it ended */
  async call<T>(ask: (api: Remote<Api>) => Promise<T>, greet = this.#greet): Promise<T> {
    const { api, ready, ended } = this.#open ?? this.#start(greet);
    return Promise.race([ready.then(() => ask(api)), ended]);
  }

  /** Ends the worker. */
  stop(): void {
    const open = this.#open;
    if (open === null) return;
    this.#open = null;
    open.end(new Error('The worker was ended.'));
    open.api[releaseProxy]();
    open.worker.terminate();
  }

  #start(greet: (api: Remote<Api>) => Promise<unknown>): Open<Api> {
    const worker = this.#startWorker();
    const api = wrap<Api>(worker.endpoint);
    const { promise: ended, reject: end } = withRejection();
    const ready = greet(api);
    // Nobody may be waiting when it ends.
    ended.catch(() => undefined);
    ready.catch(() => undefined);
    const open = { worker, api, ready, ended, end };
    worker.onFailure(() => {
      if (this.#open === open) this.stop();
    });
    this.#open = open;
    return open;
  }
}

function withRejection(): { readonly promise: Promise<never>; readonly reject: (why: Error) => void } {
  let reject: (why: Error) => void = () => undefined;
  const promise = new Promise<never>((_, failed) => {
    reject = failed;
  });
  return { promise, reject };
}
