import type { HeldLock, Ports } from '../ports.ts';
import type { TabStatus, TabMessage } from './tab-messages.ts';

/** How often a tab says that it is there. */
export const beatEvery = 1000;
/** Not heard of for this long, a tab is gone. */
const forgottenAfter = 7000;

export type TabsOptions = {
  readonly ports: Ports;
  readonly tab: string;
  readonly standing: () => TabStatus | null;
  readonly receive: (message: TabMessage) => void;
  /** The number of tabs changed. */
  readonly changed: () => void;
};

const lockOf = (tab: string): string => `rehearsal tab ${tab}`;

/** Another tab: when it was last heard of, what ends the wait for its lock, and where it stands. */
type Other = { at: number; watch: AbortController | null; standing: TabStatus | null };

/**
 * The other tabs, as far as they can be heard: counts them and passes on what they say. A tab that is closed cannot be
 * relied upon to say so. Its lock tells at once where there are locks, and elsewhere that it is silent.
 */
export class Tabs {
  readonly #options: TabsOptions;
  readonly #heard = new Map<string, Other>();
  #own: HeldLock | null = null;
  #asking: string | null = null;
  #closed = false;
  readonly #channel;

  constructor(options: TabsOptions) {
    this.#options = options;
    const receive = (message: unknown) => {
      this.#receive(message as TabMessage);
    };
    this.#channel = options.ports.openChannel?.(receive) ?? null;
    this.sayHere(true);
    void options.ports.locks?.tryToTake(lockOf(options.tab)).then((held) => {
      if (this.#closed) held?.release();
      else {
        this.#own = held;
        this.sayHere();
      }
    });
  }

  /** This one included. */
  get count(): number {
    return this.#heard.size + 1;
  }

  /** This tab's page asks real services for a workspace from now on, or no more. */
  asks(workspace: string, asks: boolean): void {
    if (asks || this.#asking === workspace) this.#asking = asks ? workspace : null;
    this.sayHere();
  }

  /** Whether this tab's page asks real services for a workspace, or that of any. */
  asksServices(workspace: string, whose: 'own' | 'any'): boolean {
    if (this.#asking === workspace || whose === 'own') return this.#asking === workspace;
    const others = [...this.#heard.values()];
    return others.some(({ standing }) => standing?.workspace === workspace && standing.asksServices === true);
  }

  get canSend(): boolean {
    return this.#channel !== null;
  }

  send(message: TabMessage): void {
    this.#channel?.send(message);
  }

  sayHere(asks = false): void {
    const { tab, standing } = this.#options;
    this.send({ type: 'here', tab, standing: standing(), asks, locked: this.#own !== null });
  }

  /** To be called every `beatEvery` milliseconds. */
  beat(): void {
    this.sayHere();
    const oldest = this.#options.ports.monotonic() - forgottenAfter;
    for (const [tab, { at }] of this.#heard) if (at < oldest) this.#forget(tab);
  }

  close(): void {
    this.#closed = true;
    this.send({ type: 'left', tab: this.#options.tab });
    this.#channel?.close();
    this.#own?.release();
    for (const { watch } of this.#heard.values()) watch?.abort();
  }

  #receive(message: TabMessage): void {
    if (message.type === 'left') this.#forget(message.tab);
    if (message.type === 'here') {
      this.#hear(message.tab, message.locked === true, message.standing);
      if (message.asks) this.sayHere();
    }
    this.#options.receive(message);
  }

  #hear(tab: string, isLocked: boolean, standing: TabStatus | null): void {
    const { monotonic } = this.#options.ports;
    const known = this.#heard.get(tab);
    const other = known ?? { at: 0, watch: null, standing };
    other.at = monotonic();
    other.standing = standing;
    this.#heard.set(tab, other);
    if (isLocked && other.watch === null) this.#watch(tab, (other.watch = new AbortController()));
    if (known === undefined) this.#options.changed();
  }

  #watch(tab: string, { signal }: AbortController): void {
    void this.#options.ports.locks?.wait(lockOf(tab), signal).then((held) => {
      held.release();
      if (!signal.aborted) this.#forget(tab);
    });
  }

  #forget(tab: string): void {
    const other = this.#heard.get(tab);
    if (other === undefined) return;
    this.#heard.delete(tab);
    other.watch?.abort();
    this.#options.changed();
  }
}
