import type { RecordedEvent } from '../../engine/events.ts';
import { fold } from '../../engine/fold.ts';
import { worldFromJson } from '../../engine/world-json.ts';
import type { MomentJson } from '../../protocol/engine-api.ts';
import { held, type Moment } from '../store/shown-log.ts';

/** A world is kept at every so many events; the moments between are folded from there. */
const every = 250;
/** From a kept world so many events before, one folds on; from further away the world is asked for. */
const near = 1000;
/** So many worlds are kept, those that were wanted last: they share what did not change between them. */
const most = 40;
/** A log of so many events is folded from its start, before anybody goes there. */
const short = 6000;

type MomentsPorts = {
  /** The world after an event, as it was; null where it cannot be read. */
  readonly ask: (seq: number) => Promise<MomentJson | null>;
  readonly read: (from: number, to: number) => Promise<readonly RecordedEvent[]>;
  /** Resolves when the page has nothing else to do. */
  readonly idle: () => Promise<unknown>;
};

/** The moments of one log: each is the world folded up to an event, as it was shown when that was the newest (rulings 9). */
export class Moments {
  readonly #ports: MomentsPorts;
  /** By event, the one that was wanted last at the end. */
  readonly #known = new Map<number, Moment>();
  /** The events behind a kept world up to the next one, by the event before them. */
  readonly #stretches = new Map<number, readonly RecordedEvent[]>();
  #isWarm = false;

  constructor(ports: MomentsPorts) {
    this.#ports = ports;
  }

  /** The moment after event `seq`, 0 for the start; where the log cannot be read so far, the last before it. */
  async at(seq: number): Promise<Moment | null> {
    const start = seq - (seq % every);
    const [base, events] = await Promise.all([this.#base(start), seq === start ? [] : this.#stretch(start)]);
    return base === null || base.world.seq < start ? base : folded(base, events, seq);
  }

  /** Folds a short log up to event `to` from its start when nothing else is to be done: then no moment of it is waited for. */
  async warm(to: number): Promise<void> {
    if (this.#isWarm || to > short) return;
    this.#isWarm = true;
    for (let start = 0; start <= to; start += every) {
      await this.#ports.idle();
      const base = await this.#base(start).catch(() => null);
      if (base === null || base.world.seq < start) return;
    }
  }

  /** The kept world after event `start`, or the last before it where the log cannot be read so far. */
  async #base(start: number): Promise<Moment | null> {
    let from = start;
    while (from >= 0 && start - from <= near && !this.#known.has(from)) from -= every;
    let base = this.#known.get(from) ?? (await this.#asked(start));
    while (base !== null && base.world.seq < start) {
      const before = base.world.seq;
      if (before % every !== 0) return base;
      base = folded(base, await this.#stretch(before), before + every);
      if (base.world.seq < before + every) return base;
      this.#keep(base.world.seq, base);
    }
    if (base !== null) this.#keep(base.world.seq, base);
    return base;
  }

  async #asked(seq: number): Promise<Moment | null> {
    const found = await this.#ports.ask(seq);
    return found === null ? null : { world: worldFromJson(found.world), events: found.events };
  }

  /** The events from behind `start` up to the next kept world, or to the end of the log. */
  async #stretch(start: number): Promise<readonly RecordedEvent[]> {
    const known = this.#stretches.get(start);
    if (known !== undefined) return known;
    const events = await this.#ports.read(start + 1, start + every);
    // More may come behind the last ones.
    if (events.length === every) this.#stretches.set(start, events);
    return events;
  }

  #keep(seq: number, moment: Moment): void {
    this.#known.delete(seq);
    this.#known.set(seq, moment);
    const [oldest] = this.#known.keys();
    if (this.#known.size <= most || oldest === undefined) return;
    this.#known.delete(oldest);
    this.#stretches.delete(oldest);
  }
}

/** What follows on a damaged row is not folded onto what came before it. */
function folded(base: Moment, events: readonly RecordedEvent[], to: number): Moment {
  let { world } = base;
  for (const event of events) if (event.seq === world.seq + 1 && event.seq <= to) world = fold(world, event);
  const passed = events.filter(({ seq }) => seq > base.world.seq && seq <= world.seq);
  return { world, events: [...base.events, ...passed].slice(-held) };
}
