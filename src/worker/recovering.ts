import type { Restored } from '../protocol/engine-api.ts';
import type { Log, Recovery } from '../storage/log.ts';

/** The log, while it gets back what the browser has lost of it: which may take longer than anybody waits for one workspace. */
export class Recovering {
  readonly #ready: () => Promise<Log>;
  readonly #told: (restored: Restored) => void;
  #beginning: Promise<Recovery | null> | null = null;
  #finishing: Promise<void> | null = null;

  /** `told` hears what came back, once all of it was read. */
  constructor(ready: () => Promise<Log>, told: (restored: Restored) => void) {
    this.#ready = ready;
    this.#told = told;
  }

  /** The log, in which the workspace that was used last can be opened. @throws StorageError */
  async begun(): Promise<Log> {
    const log = await this.#ready();
    if ((await this.#begin(log))?.isRead === true) await this.finish();
    return log;
  }

  /** The log with every workspace. @throws StorageError */
  async whole(): Promise<Log> {
    const log = await this.#ready();
    await (await this.#begin(log))?.all();
    return log;
  }

  /** Reads what was not read to open a workspace, once nobody waits for that any more. Resolves when all of it was. */
  finish(): Promise<void> {
    return (this.#finishing ??= this.#finish().catch(() => {
      this.#finishing = null;
    }));
  }

  #begin(log: Log): Promise<Recovery | null> {
    return (this.#beginning ??= log.recover().catch((error: unknown) => {
      this.#beginning = null;
      throw error;
    }));
  }

  async #finish(): Promise<void> {
    const restored = await (await this.#begin(await this.#ready()))?.restored();
    if (restored) this.#told(restored);
  }
}
