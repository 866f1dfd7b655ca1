import type { ServiceError } from '../../protocol/engine-api.ts';
import { coded } from '../codes.ts';

/** How the page's worker fares. */
export type ConnectionState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'running' }
  /** It has not answered for a while; if it goes on like that, another one takes its place. */
  | { readonly kind: 'busy' }
  /** It hung or broke; another one is on its way, and nothing is lost. */
  | { readonly kind: 'restarting' }
  /** It breaks again and again. `retry` of the client starts over. */
  | { readonly kind: 'failed'; readonly problem: ServiceError };

/** A worker that was started. */
export type StartedWorker<Endpoint> = {
  readonly endpoint: Endpoint;
  /** Calls `failed` when the worker throws outside of any call. */
  readonly onFailure: (failed: () => void) => void;
  readonly terminate: () => void;
};

export type SupervisorOptions<Endpoint> = {
  readonly startWorker: () => Promise<StartedWorker<Endpoint>>;
  /** Makes the worker ready for calls. */
  readonly greet: (endpoint: Endpoint, isRestart: boolean) => Promise<void>;
  readonly ping: () => Promise<void>;
  /**
   * The worker is gone: what it was asked will not be answered. Returns whether it is known what stopped it, so
   * that the next one will not stop there again.
   */
  readonly lost: () => boolean;
  readonly changed: (state: ConnectionState) => void;
  readonly after: (milliseconds: number, run: () => void) => () => void;
  readonly monotonic: () => number;
};

const pingEvery = 2000;
const missesAllowed = 3;
const restartsAllowed = 3;
const restartsWithin = 60_000;
/** How long a new worker may take until it can be used: it may have to wait for the database. */
const greetingTimeout = 20_000;

/** Keeps one worker alive: starts it, pings it, and puts another in its place when it hangs or breaks. */
export class Supervisor<Endpoint> {
  readonly #options: SupervisorOptions<Endpoint>;
  #worker: StartedWorker<Endpoint> | null = null;
  #restarts: number[] = [];
  #misses = 0;
  #attempt = 0;
  #stopTimer: () => void = () => undefined;
  #stopped = false;

  constructor(options: SupervisorOptions<Endpoint>) {
    this.#options = options;
  }

  start(isRestart = false): void {
    this.#options.changed({ kind: isRestart ? 'restarting' : 'starting' });
    void this.#start(++this.#attempt, isRestart);
  }

  /** Starts over after `failed`. */
  retry(): void {
    this.#restarts = [];
    this.start(true);
  }

  stop(): void {
    this.#stopped = true;
    this.#end();
  }

  async #start(attempt: number, isRestart: boolean): Promise<void> {
    const isCurrent = () => attempt === this.#attempt && !this.#stopped;
    this.#stopTimer = this.#options.after(greetingTimeout, () => {
      this.#replace(attempt);
    });
    try {
      const worker = await this.#options.startWorker();
      if (!isCurrent()) {
        worker.terminate();
        return;
      }
      this.#worker = worker;
      worker.onFailure(() => {
        this.#replace(attempt);
      });
      await this.#options.greet(worker.endpoint, isRestart);
      if (!isCurrent()) return;
      this.#stopTimer();
      this.#misses = 0;
      this.#options.changed({ kind: 'running' });
      this.#beat(attempt);
    } catch {
      this.#replace(attempt);
    }
  }

  #beat(attempt: number): void {
    let answered = false;
    this.#options.ping().then(
      () => {
        answered = true;
        if (attempt !== this.#attempt) return;
        if (this.#misses > 0) this.#options.changed({ kind: 'running' });
        this.#misses = 0;
      },
      () => undefined,
    );
    this.#stopTimer = this.#options.after(pingEvery, () => {
      if (attempt !== this.#attempt) return;
      if (!answered) this.#misses++;
      if (this.#misses >= missesAllowed) {
        this.#replace(attempt);
        return;
      }
      if (this.#misses === 1) this.#options.changed({ kind: 'busy' });
      this.#beat(attempt);
    });
  }

  /** Another worker in place of that of `attempt`, unless that has happened already. */
  #replace(attempt: number): void {
    if (attempt !== this.#attempt || this.#stopped) return;
    const isKnown = this.#end();
    const now = this.#options.monotonic();
    this.#restarts = this.#restarts.filter((at) => at > now - restartsWithin);
    if (this.#restarts.length >= restartsAllowed) {
      this.#attempt++;
      this.#options.changed({ kind: 'failed', problem });
      return;
    }
    if (!isKnown) this.#restarts.push(now);
    this.start(true);
  }

  #end(): boolean {
    this.#stopTimer();
    this.#worker?.terminate();
    this.#worker = null;
    return this.#options.lost();
  }
}

const problem: ServiceError = { code: 'E-ENGINE', reason: coded('worker-stops', {}) };
