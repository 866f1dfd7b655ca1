import { loneLocks } from './lone-locks.ts';
import type { HeldLock, Ports } from '../ports.ts';

/**
 * The writer not heard of in so many beats, its tab is frozen or hangs: another one takes its place, within five
 * seconds (reliability C07). Beats are counted and not time, which goes on while the whole machine sleeps.
 */
const patience = 4;

/**
 * The lock of one workspace: waits for it while another tab has it, and takes it away from a tab that has
 * fallen silent. That is safe, because the fence in the database keeps the former holder from writing.
 */
export class Leadership {
  readonly #name: string;
  readonly #locks;
  readonly #lead: (held: HeldLock) => Promise<void>;
  #waiting = new AbortController();
  #leading: Promise<void> | null = null;
  #closed = false;
  #missed = 0;

  /** `lead` takes over; when it fails, it has told so, and the next try comes after a while. */
  constructor(ports: Ports, workspace: string, lead: (held: HeldLock) => Promise<void>) {
    this.#name = `rehearsal writes ${workspace}`;
    this.#locks = ports.locks ?? loneLocks;
    this.#lead = lead;
  }

  tryToTake(): Promise<HeldLock | null> {
    return this.#locks.tryToTake(this.#name);
  }

  /** Waits for the lock. */
  follow(): void {
    this.heard();
    if (this.#closed) return;
    this.#waiting.abort();
    this.#waiting = new AbortController();
    void this.#locks.wait(this.#name, this.#waiting.signal).then((held) => this.take(held));
  }

  /** The tab that writes gave a sign of life. */
  heard(): void {
    this.#missed = 0;
  }

  /** Another beat without one; whether that is one too many. */
  misses(): boolean {
    this.#missed += 1;
    return this.#missed >= patience;
  }

  /** Takes the lock away from whoever has it, unless that is this tab. */
  takeOver(): void {
    this.heard();
    if (this.#leading !== null) return;
    this.#waiting.abort();
    void this.#locks.steal(this.#name).then((held) => this.take(held));
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#waiting.abort();
    await this.#leading;
  }

  /** Leads with the lock. Resolves when it does, or could not and has let go of it. */
  async take(held: HeldLock): Promise<void> {
    if (this.#closed || this.#leading !== null) {
      held.release();
      return;
    }
    this.#leading = this.#lead(held)
      .catch(() => {
        held.release();
      })
      .finally(() => {
        this.#leading = null;
      });
    await this.#leading;
  }
}
