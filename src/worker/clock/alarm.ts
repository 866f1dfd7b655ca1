import type { LiveClock } from './live-clock.ts';
import type { Timers } from '../ports.ts';

/** Browsers keep no longer timeouts than 24.8 days; a day is far enough ahead to look again. */
const furthest = 86_400_000;

/** Rings when the virtual clock reaches the next timer of the world, or as soon after as it can. */
export class Alarm {
  readonly #timers: Timers;
  readonly #clock: LiveClock;
  readonly #next: () => number | null;
  readonly #ring: () => void;
  #cancel: () => void = () => undefined;

  constructor(timers: Timers, clock: LiveClock, next: () => number | null, ring: () => void) {
    this.#timers = timers;
    this.#clock = clock;
    this.#next = next;
    this.#ring = ring;
  }

  /** Sets it anew, not to ring before `earliest` milliseconds have passed. */
  arm(earliest = 0): void {
    this.stop();
    const due = this.#next();
    const delay = due === null ? null : this.#clock.until(due);
    if (delay === null) return;
    this.#cancel = this.#timers.after(Math.min(furthest, Math.max(earliest, delay)), () => {
      if (this.#clock.until(due ?? 0) === 0) this.#ring();
      else this.arm();
    });
  }

  stop(): void {
    this.#cancel();
    this.#cancel = () => undefined;
  }
}
