import type { ServiceError } from '../../protocol/engine-api.ts';
import type { Timers } from '../ports.ts';

/** While writing fails, the clock tries again this seldom, and so does a small write for its own sake. */
export const retryEvery = 5000;

export type WriteFailureOptions = {
  readonly timers: Timers;
  readonly tell: (problem: ServiceError | null) => void;
  /** Writes something that changes nothing; null where this tab does not write. */
  readonly probe: () => Promise<void> | null;
};

/** What keeps a workspace from being written, until it is over: that is found out though nobody sends anything. */
export class WriteFailure {
  readonly #options: WriteFailureOptions;
  #is = false;
  #cancel: () => void = () => undefined;

  constructor(options: WriteFailureOptions) {
    this.#options = options;
  }

  get is(): boolean {
    return this.#is;
  }

  /** Writing fails, or works (null). */
  report(problem: ServiceError | null): void {
    this.#is = problem !== null;
    this.#options.tell(problem);
    this.stop();
    if (problem?.code === 'E-DB-WRITE' || problem?.code === 'E-DB-QUOTA') this.#tryLater();
  }

  stop(): void {
    this.#cancel();
  }

  #tryLater(): void {
    this.#cancel = this.#options.timers.after(retryEvery, () => {
      this.#options.probe()?.then(
        () => {
          this.report(null);
        },
        () => {
          this.#tryLater();
        },
      );
    });
  }
}
