import type { World } from '../../engine/world.ts';
import { worldToJson } from '../../engine/world-json.ts';
import type { MomentJson } from '../../protocol/engine-api.ts';
import type { Log } from '../../storage/log.ts';
import type { WorkspaceRow } from '../../storage/rows.ts';
import { loadWorld } from '../write/load-world.ts';
import type { Engine } from '../ports.ts';

/** Worlds on the way are kept at every so many events: they share what did not change between them. */
const every = 250;
/** So many events are read at a time, and given with a moment; who wants more reads on. */
const portion = 250;
/** From so far away a snapshot is looked for. */
const far = 2000;

const nameOf = (workspace: string, generation: number): string => `${workspace} ${String(generation)}`;

/** The moments of the log that was asked for last: whoever goes to and fro in it folds a short way each time (rulings 9). */
export class Moments {
  readonly #engine: Engine;
  #of = '';
  #worlds = new Map<number, World>();
  /** The one that was asked for last. */
  #last: World | null = null;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** A world shortly before event `seq`, of a log that somebody has just looked back in. */
  kept({ id, generation }: WorkspaceRow, seq: number): World | undefined {
    if (this.#of !== nameOf(id, generation)) return undefined;
    const last = this.#last;
    return last !== null && last.seq <= seq && last.seq > seq - far ? last : this.#below(seq);
  }

  /**
   * The world as it was after event `seq`; where the log cannot be read so far, as it was after the last event that can.
   * Null where there is no such workspace. @throws StorageError
   */
  async at(log: Log, workspace: string, seq: number): Promise<MomentJson | null> {
    const row = (await log.workspaces()).find(({ id }) => id === workspace);
    if (row === undefined) return null;
    const of = nameOf(workspace, row.generation);
    if (this.#of !== of) this.#worlds = new Map();
    this.#of = of;
    let world = this.#below(seq);
    if (world === undefined || seq - world.seq > far) {
      const loaded = await loadWorld(this.#engine, log, workspace, { below: seq + 1 });
      if (loaded === undefined) return null;
      world = loaded.world;
    }
    while (world.seq < seq) {
      const to = Math.min(seq, world.seq + portion - (world.seq % portion));
      const before = world.seq;
      for (const event of await log.events(workspace, before + 1, to))
        // What follows on a damaged row is not folded onto what came before it.
        if (event.seq === world.seq + 1) world = this.#engine.fold(world, event);
      if (world.seq === before) break;
      if (world.seq % every === 0) this.#worlds.set(world.seq, world);
    }
    this.#last = world;
    const events = await log.events(workspace, Math.max(1, world.seq - portion + 1), world.seq);
    return { world: worldToJson(world), events };
  }

  #below(seq: number): World | undefined {
    for (let at = seq - (seq % every); at > Math.max(0, seq - far); at -= every) {
      const world = this.#worlds.get(at);
      if (world !== undefined) return world;
    }
    return undefined;
  }
}
