import { worldToJson } from '../engine/world-json.ts';
import type { World } from '../engine/world.ts';
import type { Fence, Log } from '../storage/log.ts';
import { snapshotEvery } from '../storage/rows.ts';

/**
 * Saves a snapshot of a durable world when enough events came after the last one, and returns up to where
 * there are snapshots now. A snapshot only saves time: that it cannot be saved is no one's problem.
 */
export async function saveSnapshotWhenDue(
  log: Log,
  fence: Fence,
  world: World,
  lastSeq: number,
): Promise<number> {
  if (world.seq < lastSeq + snapshotEvery) return lastSeq;
  try {
    await log.saveSnapshot(fence, world.seq, worldToJson(world));
    return world.seq;
  } catch {
    return lastSeq;
  }
}
