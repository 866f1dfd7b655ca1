import { worldToJson } from '../engine/world-json.ts';
import type { MomentJson } from '../protocol/engine-api.ts';
import type { Log } from '../storage/log.ts';
import { recentEvents } from '../storage/rows.ts';
import { loadWorld } from './load-world.ts';
import type { Engine } from './ports.ts';

/**
 * The world as it was after event `seq`: the newest snapshot before it, and what was folded from there (rulings 9). Where
 * the log cannot be read so far, as it was after the last event that can. Null where there is no such workspace.
 * @throws StorageError
 */
export async function momentAt(
  engine: Engine,
  log: Log,
  workspace: string,
  seq: number,
): Promise<MomentJson | null> {
  // Whole steps come from there; of the step that goes on beyond the event, the events up to it.
  const loaded = await loadWorld(engine, log, workspace, { below: seq + 1 });
  if (loaded === undefined) return null;
  const rest = loaded.seq < seq ? await log.events(workspace, loaded.seq + 1, seq) : [];
  const world = rest.reduce(engine.fold, loaded.world);
  return { world: worldToJson(world), events: [...loaded.events, ...rest].slice(-recentEvents) };
}
