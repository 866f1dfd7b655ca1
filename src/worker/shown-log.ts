import type { RecordedEvent } from '../engine/events.ts';
import type { World } from '../engine/world.ts';
import { recentEvents } from '../storage/rows.ts';
import type { Loaded } from './load-world.ts';
import type { Engine } from './ports.ts';

/** The log of a workspace as far as it is known to be on disk, which is what the page may see. */
export class ShownLog {
  readonly #engine: Engine;
  world: World;
  seq: number;
  generation: number;
  events: readonly RecordedEvent[];

  constructor(engine: Engine, loaded: Loaded) {
    this.#engine = engine;
    this.world = loaded.world;
    this.seq = loaded.seq;
    this.generation = loaded.workspace.generation;
    this.events = loaded.events;
  }

  /** Takes over what was read; returns the events that are new, or null when it is not the same log going on. */
  replace(loaded: Loaded): readonly RecordedEvent[] | null {
    const added = loaded.events.filter((event) => event.seq > this.seq);
    const goesOn =
      loaded.workspace.generation === this.generation &&
      loaded.seq >= this.seq &&
      added.length === loaded.seq - this.seq;
    this.world = loaded.world;
    this.seq = loaded.seq;
    this.generation = loaded.workspace.generation;
    this.events = loaded.events;
    return goesOn ? added : null;
  }

  /** Adds a batch; returns its events that are new, or null when some before it are missing. */
  extend(batch: readonly RecordedEvent[], world?: World): readonly RecordedEvent[] | null {
    const added = batch.filter((event) => event.seq > this.seq);
    const first = added[0];
    if (first === undefined) return [];
    if (first.seq !== this.seq + 1) return null;
    this.world = world ?? added.reduce(this.#engine.fold, this.world);
    this.seq = added.at(-1)?.seq ?? this.seq;
    this.events = [...this.events, ...added].slice(-recentEvents);
    return added;
  }
}
