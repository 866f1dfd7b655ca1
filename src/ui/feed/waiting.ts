type One = { readonly workspace: string; readonly seq: number; readonly resolve: () => void };

/** Answers that wait until the events which they speak of are shown. Each is let go of once. */
export class Waiting {
  #all: readonly One[] = [];

  /** The furthest event that somebody waits for; 0 when nobody does. */
  get furthest(): number {
    return this.#all.reduce((furthest, { seq }) => Math.max(furthest, seq), 0);
  }

  until(workspace: string, seq: number): Promise<void> {
    return new Promise((resolve) => {
      this.#all = [...this.#all, { workspace, seq, resolve }];
    });
  }

  /** All up to event `seq` are shown. */
  reached(seq: number): void {
    this.#letGo((one) => one.seq <= seq);
  }

  /** `workspace` is shown from now on, and no other. */
  stay(workspace: string): void {
    this.#letGo((one) => one.workspace !== workspace);
  }

  #letGo(fits: (one: One) => boolean): void {
    const going = this.#all.filter(fits);
    if (going.length === 0) return;
    this.#all = this.#all.filter((one) => !fits(one));
    for (const { resolve } of going) resolve();
  }
}
