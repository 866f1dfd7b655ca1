import type { Ports } from './ports.ts';
import type { Standing, TabMessage } from './tab-messages.ts';

/** How often a tab says that it is there. */
export const beatEvery = 2000;
/** Not heard of for this long, a tab is gone. */
const forgottenAfter = 7000;

export type TabsOptions = {
  readonly ports: Ports;
  readonly tab: string;
  readonly standing: () => Standing | null;
  readonly receive: (message: TabMessage) => void;
  /** The number of tabs changed. */
  readonly changed: () => void;
};

/** The other tabs, as far as they can be heard: counts them and passes on what they say. */
export class Tabs {
  readonly #options: TabsOptions;
  readonly #heard = new Map<string, number>();
  readonly #channel;

  constructor(options: TabsOptions) {
    this.#options = options;
    const receive = (message: unknown) => {
      this.#receive(message as TabMessage);
    };
    this.#channel = options.ports.openChannel?.(receive) ?? null;
    this.sayHere(true);
  }

  /** This one included. */
  get count(): number {
    return this.#heard.size + 1;
  }

  get canSend(): boolean {
    return this.#channel !== null;
  }

  send(message: TabMessage): void {
    this.#channel?.send(message);
  }

  sayHere(asks = false): void {
    const { tab, standing } = this.#options;
    this.send({ type: 'here', tab, standing: standing(), asks });
  }

  /** To be called every `beatEvery` milliseconds. */
  beat(): void {
    this.sayHere();
    const before = this.#heard.size;
    const oldest = this.#options.ports.monotonic() - forgottenAfter;
    for (const [tab, at] of this.#heard) if (at < oldest) this.#heard.delete(tab);
    if (this.#heard.size !== before) this.#options.changed();
  }

  close(): void {
    this.send({ type: 'left', tab: this.#options.tab });
    this.#channel?.close();
  }

  #receive(message: TabMessage): void {
    const before = this.#heard.size;
    if (message.type === 'left') this.#heard.delete(message.tab);
    if (message.type === 'here') {
      this.#heard.set(message.tab, this.#options.ports.monotonic());
      if (message.asks) this.sayHere();
    }
    if (this.#heard.size !== before) this.#options.changed();
    this.#options.receive(message);
  }
}
