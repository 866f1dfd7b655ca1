import type { Channel, HeldLock, Locks } from '../../src/worker/ports.ts';

type Holder = { readonly held: HeldLock; readonly rob: () => void };

/** Locks that all tabs of a test share. */
export class FakeLocks implements Locks {
  readonly #holders = new Map<string, Holder>();
  readonly #queue: { readonly name: string; readonly grant: (held: HeldLock) => void }[] = [];

  readonly tryToTake = (name: string): Promise<HeldLock | null> =>
    Promise.resolve(this.#holders.has(name) ? null : this.#give(name));

  readonly wait = (name: string, signal: AbortSignal): Promise<HeldLock> =>
    new Promise((resolve) => {
      const waiting = { name, grant: resolve };
      this.#queue.push(waiting);
      signal.addEventListener('abort', () => {
        this.#queue.splice(this.#queue.indexOf(waiting), this.#queue.includes(waiting) ? 1 : 0);
      });
      if (!this.#holders.has(name)) this.#next(name);
    });

  readonly steal = (name: string): Promise<HeldLock> => {
    this.#holders.get(name)?.rob();
    return Promise.resolve(this.#give(name));
  };

  #give(name: string): HeldLock {
    let rob = () => {};
    const stolen = new Promise<void>((resolve) => {
      rob = resolve;
    });
    const held: HeldLock = {
      stolen,
      release: () => {
        if (this.#holders.get(name)?.held === held) this.#next(name);
      },
    };
    this.#holders.set(name, { held, rob });
    return held;
  }

  #next(name: string): void {
    this.#holders.delete(name);
    const index = this.#queue.findIndex((waiting) => waiting.name === name);
    if (index >= 0) this.#queue.splice(index, 1)[0]?.grant(this.#give(name));
  }
}

/** A line between the tabs of a test. */
export class FakeLine {
  readonly #ends = new Set<(message: unknown) => void>();
  /** Says which messages get lost. */
  loses: (message: unknown) => boolean = () => false;

  readonly open = (receive: (message: unknown) => void): Channel => {
    this.#ends.add(receive);
    return {
      send: (message) => {
        if (this.loses(message)) return;
        const copy: unknown = structuredClone(message);
        setImmediate(() => {
          for (const end of this.#ends) if (end !== receive) end(copy);
        });
      },
      close: () => {
        this.#ends.delete(receive);
      },
    };
  };
}
