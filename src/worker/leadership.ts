import { loneLocks } from './lone-locks.ts';
import type { Held, Ports } from './ports.ts';

/** The writer not heard of for this long, its tab is frozen: another one takes its place (reliability C07). */
const patience = 10_000;

/**
 * The lock of one workspace: waits for it while another tab has it, and takes it away from a tab that has
 * fallen silent. That is safe, because the fence in the database keeps the former holder from writing.
 */
export class Leadership {
  readonly #name: string;
  readonly #locks;
  readonly #monotonic: () => number;
  readonly #lead: (held: Held) => Promise<void>;
  #waiting = new AbortController();
  #leading: Promise<void> | null = null;
  #closed = false;
  #heard: number;

  /** `lead` takes over; when it fails, it has told so, and the next try comes after a while. */
  constructor(ports: Ports, workspace: string, lead: (held: Held) => Promise<void>) {
    this.#name = `rehearsal writes ${workspace}`;
    this.#locks = ports.locks ?? loneLocks;
    this.#monotonic = ports.monotonic;
    this.#lead = lead;
    this.#heard = ports.monotonic();
  }

  tryToTake(): Promise<Held | null> {
    return this.#locks.tryToTake(this.#name);
  }

  /** Waits for the lock. */
  follow(): void {
    this.heard();
    if (this.#closed) return;
    this.#waiting.abort();
    this.#waiting = new AbortController();
    void this.#locks.wait(this.#name, this.#waiting.signal).then((held) => this.#take(held));
  }

  /** The tab that writes gave a sign of life. */
  heard(): void {
    this.#heard = this.#monotonic();
  }

  get isSilent(): boolean {
    return this.#monotonic() - this.#heard > patience;
  }

  /** Takes the lock away from whoever has it. */
  takeOver(): void {
    this.heard();
    this.#waiting.abort();
    void this.#locks.steal(this.#name).then((held) => this.#take(held));
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#waiting.abort();
    await this.#leading;
  }

  async #take(held: Held): Promise<void> {
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
