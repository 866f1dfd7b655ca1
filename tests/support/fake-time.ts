import type { Timers } from '../../src/worker/ports.ts';

type Timer = { readonly due: number; readonly run: () => void };

/** Lets everything that can happen without time passing happen. */
export async function settle(turns = 60): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Waits for something that is on its way, without any time passing. */
export async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 20_000; turn++) {
    if (holds()) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('What was waited for did not happen.');
}

/** Time that passes only when it is told to. */
export class FakeTime implements Timers {
  now = 0;
  #timers: Timer[] = [];

  readonly after = (milliseconds: number, run: () => void): (() => void) => {
    const timer = { due: this.now + milliseconds, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };

  get delays(): number[] {
    return this.#timers.map(({ due }) => due - this.now).sort((a, b) => a - b);
  }

  /** Lets so many milliseconds pass, timer by timer. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds;
    for (;;) {
      const next = this.#timers.reduce<Timer | null>(
        (first, timer) => (timer.due <= end && (first === null || timer.due < first.due) ? timer : first),
        null,
      );
      if (next === null) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.now = Math.max(this.now, next.due);
      next.run();
      await settle();
    }
    this.now = end;
    await settle();
  }

  /** What the work gives, while time passes as long as it takes. */
  async during<T>(work: Promise<T>): Promise<T> {
    const state = { isDone: false };
    const done = () => {
      state.isDone = true;
    };
    work.then(done, done);
    for (let round = 0; round < 2000; round++) {
      await settle(20);
      if (state.isDone) return work;
      await this.pass(50);
      // A part that is loaded meanwhile comes from the disk, where no time that is told to pass helps.
      if (round > 200) await new Promise((resolve) => setTimeout(resolve, 1));
    }
    throw new Error('It never came to an end.');
  }

  /** Takes away all timers, as of a tab that is frozen, until they are given back. */
  suspend(): readonly Timer[] {
    const frozen = this.#timers;
    this.#timers = [];
    return frozen;
  }

  resume(frozen: readonly Timer[]): void {
    this.#timers.push(...frozen);
  }

  /** Whoever waited is gone. */
  forget(): void {
    this.#timers = [];
  }

  /** Time passes, but nothing runs: the machine sleeps. */
  sleep(milliseconds: number): void {
    this.now += milliseconds;
  }
}
