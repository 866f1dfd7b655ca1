type Pending<Engine> = {
  readonly run: (engine: Engine) => void;
  readonly fail: (error: Error) => void;
  /** So many workers may still be lost over it. */
  workersLeft: number;
};

/**
 * The calls that wait for an answer. A worker that is terminated never answers, and its promises never settle:
 * so each call is kept until it is answered, and sent again, in the same order, to the worker that comes next.
 */
export class PendingCalls<Engine> {
  readonly #pending = new Set<Pending<Engine>>();
  #engine: Engine | null = null;

  /**
   * Calls the worker, this one or the next. `failed` answers when the call fails, when no worker is to be had, or
   * when so many `workers` were lost while it waited.
   */
  call<T>(
    run: (engine: Engine) => Promise<T>,
    failed: (error: unknown) => T,
    workers = Infinity,
  ): Promise<T> {
    return new Promise((resolve) => {
      const pending: Pending<Engine> = {
        run: (engine) => {
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
        fail: (error) => {
          resolve(failed(error));
        },
        workersLeft: workers,
      };
      this.#pending.add(pending);
      if (this.#engine !== null) pending.run(this.#engine);
    });
  }

  /** The worker that answers from now on. */
  use(engine: Engine): void {
    this.#engine = engine;
    for (const pending of [...this.#pending]) pending.run(engine);
  }

  /** The worker is gone. What has lost enough of them gets no other one: it may be what stops them. */
  lost(error: Error): void {
    if (this.#engine === null) return;
    this.#engine = null;
    for (const pending of this.#pending) {
      pending.workersLeft -= 1;
      if (pending.workersLeft <= 0) this.#fail(pending, error);
    }
  }

  /** Answers all that wait: no worker will. */
  fail(error: Error): void {
    for (const pending of [...this.#pending]) this.#fail(pending, error);
  }

  #fail(pending: Pending<Engine>, error: Error): void {
    this.#pending.delete(pending);
    pending.fail(error);
  }

  #settle(pending: Pending<Engine>, engine: Engine, settle: () => void): void {
    if (this.#engine !== engine || !this.#pending.delete(pending)) return;
    settle();
  }
}
