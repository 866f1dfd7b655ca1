import type { RecordedEvent } from '../../engine/events.ts';
import { fold } from '../../engine/fold.ts';
import { worldFromJson } from '../../engine/world-json.ts';
import type { MomentJson } from '../../protocol/engine-api.ts';
import { held, type Moment } from '../store/shown-log.ts';

/** Worlds are asked for at every so many events; the moments between are folded from there. */
const every = 250;
/** Moments between are kept at least so many events apart. */
const apart = 32;
/** So many worlds are kept, those that were wanted last. */
const most = 24;

type MomentsPorts = {
  /** The world after an event, as it was; null where it cannot be read. */
  readonly ask: (seq: number) => Promise<MomentJson | null>;
  readonly read: (from: number, to: number) => Promise<readonly RecordedEvent[]>;
};

/** The moments of one log: each is the world folded up to an event, as it was shown when that was the newest (rulings 9). */
export class Moments {
  readonly #ports: MomentsPorts;
  /** By event, the one that was wanted last at the end. */
  readonly #known = new Map<number, Moment>();

  constructor(ports: MomentsPorts) {
    this.#ports = ports;
  }

  /** The moment after event `seq`, 0 for the start; where the log cannot be read so far, the last before it. */
  async at(seq: number): Promise<Moment | null> {
    const base = this.#below(seq) ?? (await this.#asked(seq - (seq % every)));
    if (base === null || base.world.seq >= seq) return base;
    const events = await this.#ports.read(base.world.seq + 1, seq);
    const moment = {
      world: events.reduce(fold, base.world),
      events: [...base.events, ...events].slice(-held),
    };
    if (events.length >= apart) this.#keep(moment.world.seq, moment);
    return moment;
  }

  #below(seq: number): Moment | null {
    let best: Moment | null = null;
    for (const [at, moment] of this.#known)
      if (at <= seq && seq - at < every && at >= (best?.world.seq ?? 0)) best = moment;
    if (best !== null) this.#keep(best.world.seq, best);
    return best;
  }

  async #asked(seq: number): Promise<Moment | null> {
    const found = await this.#ports.ask(seq);
    if (found === null) return null;
    const moment = { world: worldFromJson(found.world), events: found.events };
    this.#keep(moment.world.seq, moment);
    return moment;
  }

  #keep(seq: number, moment: Moment): void {
    this.#known.delete(seq);
    this.#known.set(seq, moment);
    const [oldest] = this.#known.keys();
    if (this.#known.size > most && oldest !== undefined) this.#known.delete(oldest);
  }
}
