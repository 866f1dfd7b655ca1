import type { RecordedEvent } from '../../engine/events.ts';
import type { Listener } from '../../protocol/engine-api.ts';

export type EventReader = (workspace: string, from: number, to: number) => Promise<readonly RecordedEvent[]>;

/**
 * Passes on the events of the open workspace in order: none twice, none left out, none before the workspace
 * is shown. Those that were missed are fetched.
 */
export class InOrder {
  readonly #listener: Listener;
  readonly #read: EventReader;
  #workspace: string | null = null;
  #seq = 0;
  #held: RecordedEvent[] = [];
  #heldOf = '';
  #fetching = false;
  #waiting: { readonly seq: number; readonly reached: () => void }[] = [];

  constructor(listener: Listener, read: EventReader) {
    this.#listener = listener;
    this.#read = read;
  }

  /** What is shown now is the workspace up to event `seq`. */
  opened(workspace: string, seq: number): void {
    this.#holdOnly(workspace);
    this.#workspace = workspace;
    this.#seq = seq;
    this.#deliver();
  }

  /** Resolves when event `seq` has been passed on, or never will be because what is shown is out of date. */
  reach(workspace: string, seq: number): Promise<void> {
    if (workspace !== this.#workspace || seq <= this.#seq) return Promise.resolve();
    return new Promise((reached) => {
      this.#waiting.push({ seq, reached });
    });
  }

  /** Fetches what is still missing up to event `seq`. */
  fetch(workspace: string, seq: number): void {
    if (workspace === this.#workspace && seq > this.#seq && !this.#fetching) void this.#fetch(workspace, seq);
  }

  /** What is shown is out of date until it is opened again. */
  closed(): void {
    this.#workspace = null;
    this.#held = [];
    this.#release(Infinity);
  }

  receive(workspace: string, events: readonly RecordedEvent[]): void {
    if (this.#workspace !== null && workspace !== this.#workspace) return;
    this.#holdOnly(workspace);
    this.#held.push(...events);
    if (this.#workspace !== null) this.#deliver();
  }

  #holdOnly(workspace: string): void {
    if (workspace !== this.#heldOf) this.#held = [];
    this.#heldOf = workspace;
  }

  #deliver(): void {
    const workspace = this.#workspace;
    if (workspace === null || this.#fetching) return;
    const ready: RecordedEvent[] = [];
    this.#held.sort((a, b) => a.seq - b.seq);
    for (const event of this.#held) {
      if (event.seq === this.#seq + 1) {
        ready.push(event);
        this.#seq++;
      }
    }
    this.#held = this.#held.filter((event) => event.seq > this.#seq);
    if (ready.length > 0) this.#listener({ type: 'events', workspace, events: ready });
    const next = this.#held[0];
    this.#release(this.#seq);
    if (next !== undefined) void this.#fetch(workspace, next.seq - 1);
  }

  #release(seq: number): void {
    for (const waiting of this.#waiting) if (waiting.seq <= seq) waiting.reached();
    this.#waiting = this.#waiting.filter((waiting) => waiting.seq > seq);
  }

  async #fetch(workspace: string, to: number): Promise<void> {
    this.#fetching = true;
    const from = this.#seq + 1;
    const events = await this.#read(workspace, from, to);
    this.#fetching = false;
    if (workspace !== this.#workspace) return;
    this.#held.push(...events);
    const known = new Set(this.#held.map(({ seq }) => seq));
    let seq = this.#seq;
    while (known.has(seq + 1)) seq++;
    const isWhole = seq >= to;
    if (isWhole) this.#deliver();
    else {
      this.closed();
      this.#listener({ type: 'reopen', workspace });
    }
  }
}
