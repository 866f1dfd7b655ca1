type Pending<Engine> = { readonly send: (engine: Engine) => void };

/**
 * The calls that wait for an answer. A worker that is terminated never answers, and its promises never settle:
 * so each call is kept until it is answered, and sent again, in the same order, to the worker that comes next.
 */
export class PendingCalls<Engine> {
  readonly #pending = new Set<Pending<Engine>>();
  #engine: Engine | null = null;

  /** Calls the worker, this one or the next. `failed` answers when the call fails or no worker is to be had. */
  call<T>(run: (engine: Engine) => Promise<T>, failed: (error: unknown) => T): Promise<T> {
    return new Promise((resolve) => {
      const pending: Pending<Engine> = {
        send: (engine) => {
          run(engine).then(
            (value) => {
              this.#settle(pending, engine, () => {
                resolve(value);
              });
            },
            (error: unknown) => {
              this.#settle(pending, engine, () => {
                resolve(failed(error));
              });
            },
          );
        },
      };
      this.#failures.set(pending, (error) => {
        resolve(failed(error));
      });
      this.#pending.add(pending);
      if (this.#engine !== null) pending.send(this.#engine);
    });
  }

  /** The worker that answers from now on; null while there is none. */
  use(engine: Engine | null): void {
    this.#engine = engine;
    if (engine !== null) for (const pending of [...this.#pending]) pending.send(engine);
  }

  /** Answers all that wait: no worker will. */
  fail(error: Error): void {
    for (const pending of [...this.#pending]) {
      this.#pending.delete(pending);
      this.#failures.get(pending)?.(error);
    }
  }

  readonly #failures = new WeakMap<Pending<Engine>, (error: Error) => void>();

  #settle(pending: Pending<Engine>, engine: Engine, settle: () => void): void {
    if (this.#engine !== engine || !this.#pending.delete(pending)) return;
    settle();
  }
}
