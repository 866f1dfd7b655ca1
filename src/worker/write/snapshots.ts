import { worldToJson } from '../../engine/world-json.ts';
import type { World } from '../../engine/world.ts';
import type { Fence, Log } from '../../storage/log.ts';
import { snapshotEvery } from '../../storage/rows.ts';
import type { Timers } from '../ports.ts';

/** The next snapshot is due when the log has grown by this part: all together cost as much as ten of the last one. */
const growth = 0.1;
/** It is made when no message came for so many milliseconds … */
const quiet = 1000;
/** … or when the log has grown by so many times that since it was due, because messages never stop. */
const patience = 7;

/**
 * Saves the world now and then, so that it can be opened without folding the whole log. That takes as long as the
 * world is large, so it waits until nobody writes. A snapshot only saves time: that it cannot be saved is no one's problem.
 */
export class Snapshots {
  readonly #log: Log;
  readonly #fence: Fence;
  readonly #timers: Timers;
  /** The last event of the last snapshot, or of the last that could not be saved. */
  #lastSeq: number;
  #world: World | null = null;
  /** The last event when the next one became due. */
  #dueSince: number | null = null;
  #saving = false;
  #cancel = () => {};

  constructor(log: Log, fence: Fence, timers: Timers, lastSeq: number) {
    this.#log = log;
    this.#fence = fence;
    this.#timers = timers;
    this.#lastSeq = lastSeq;
  }

  /** The log goes on from where the last snapshot is that of event `lastSeq`. */
  begin(lastSeq: number): void {
    this.stop();
    this.#lastSeq = lastSeq;
  }

  /** This world is durable. */
  note(world: World): void {
    const distance = Math.max(snapshotEvery, this.#lastSeq * growth);
    if (world.seq - this.#lastSeq < distance || this.#saving) return;
    this.#world = world;
    this.#dueSince ??= world.seq;
    this.#cancel();
    if (world.seq - this.#dueSince >= distance * patience) void this.#save();
    else this.#cancel = this.#timers.after(quiet, () => void this.#save());
  }

  stop(): void {
    this.#cancel();
    this.#world = null;
    this.#dueSince = null;
  }

  async #save(): Promise<void> {
    const world = this.#world;
    if (world === null) return;
    this.#saving = true;
    this.#dueSince = null;
    this.#lastSeq = world.seq;
    try {
      await this.#log.saveSnapshot(this.#fence, world.seq, worldToJson(world));
    } catch {
      // The next one is made when it is due: trying with each message would cost each as much as the world is large.
    }
    this.#saving = false;
  }
}
