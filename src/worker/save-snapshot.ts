import { worldToJson } from '../engine/world-json.ts';
import type { World } from '../engine/world.ts';
import type { Fence, Log } from '../storage/log.ts';
import { snapshotEvery } from '../storage/rows.ts';

/** While steps wait to be written, a snapshot may be so many times overdue before they wait for it. */
const patience = 8;

/**
 * Saves a snapshot of a durable world when enough events came after the last one, and returns up to where
 * there are snapshots now. A snapshot only saves time: that it cannot be saved is no one's problem.
 */
export async function saveSnapshotWhenDue(
  log: Log,
  fence: Fence,
  world: World,
  lastSeq: number,
  isBusy: boolean,
): Promise<number> {
  const distance = isBusy ? snapshotEvery * patience : snapshotEvery;
  if (world.seq < lastSeq + distance) return lastSeq;
  try {
    await log.saveSnapshot(fence, world.seq, worldToJson(world));
    return world.seq;
  } catch {
    return lastSeq;
  }
}
