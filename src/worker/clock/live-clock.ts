import type { ClockState } from '../../protocol/engine-api.ts';

/** Not looked at for longer than this, the clock stood still: the machine slept or the tab was frozen. */
const longestGap = 90_000;

/**
 * The virtual clock between two inputs: the last moment plus monotonic time elapsed times speed, while it
 * runs (rulings 15). It must be looked at now and then, or the time counts as slept through.
 */
export class LiveClock {
  readonly #monotonic: () => number;
  #looked: number;
  #moment: number;
  #state: ClockState;
  #isHeld = false;

  constructor(monotonic: () => number, moment: number, state: ClockState) {
    this.#monotonic = monotonic;
    this.#looked = monotonic();
    this.#moment = moment;
    this.#state = state;
  }

  get state(): ClockState {
    return this.#state;
  }

  /** The moment, in whole milliseconds since 1970. */
  now(): number {
    const looked = this.#monotonic();
    const elapsed = looked - this.#looked;
    this.#looked = looked;
    if (!this.#standsStill && elapsed > 0 && elapsed <= longestGap)
      this.#moment += elapsed * this.#state.speed;
    return Math.floor(this.#moment);
  }

  set(moment: number): void {
    this.now();
    this.#moment = moment;
  }

  /** Moves on to `moment` unless it is there already. */
  notBefore(moment: number): void {
    if (this.now() < moment) this.#moment = moment;
  }

  /** Stands still while a step waits, whatever it is set to (rulings 7). */
  hold(isHeld: boolean): void {
    this.now();
    this.#isHeld = isHeld;
  }

  get #standsStill(): boolean {
    return this.#state.paused || this.#isHeld;
  }

  change(state: ClockState): void {
    this.now();
    this.#state = state;
  }

  /** Milliseconds until `moment` by the clock on the wall; null while the clock stands still. */
  until(moment: number): number | null {
    const now = this.now();
    return this.#standsStill ? null : Math.max(0, Math.ceil((moment - now) / this.#state.speed));
  }
}

/** A speed that a clock can run at; what is out of range is brought into it. */
export function clampClock(clock: ClockState): ClockState {
  const speed = Number.isFinite(clock.speed) ? Math.min(1000, Math.max(0.1, clock.speed)) : 1;
  return { speed, paused: clock.paused || clock.speed === 0 };
}
