/** Work that has to be done before what is asked for from then on. */
export class BeforeAll {
  #work: Promise<unknown> | null = null;

  readonly first = <T>(work: Promise<T>): Promise<T> => {
    const before = this.#work;
    const all = Promise.allSettled([before, work]).then(() => {
      if (this.#work === all) this.#work = null;
    });
    this.#work = all;
    return work;
  };

  /** Null when nobody has to wait. */
  get done(): Promise<unknown> | null {
    return this.#work;
  }
}
