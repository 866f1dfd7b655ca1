import type { RecordedEvent } from '../../engine/events.ts';
import type { CodedText } from '../../engine/codes.ts';
import { worldFromJson } from '../../engine/world-json.ts';
import type { World } from '../../engine/world.ts';
import { coded } from '../../storage/codes.ts';
import type { Log, ReadOptions } from '../../storage/log.ts';
import { recentEvents, type StoredLog, type WorkspaceRow } from '../../storage/rows.ts';
import type { Engine } from '../ports.ts';

/** A workspace as it is on disk: the world after the last usable event, and the newest events. */
export type Loaded = {
  readonly workspace: WorkspaceRow;
  readonly world: World;
  readonly seq: number;
  readonly step: number;
  /** The last event that a snapshot of its own knows of: one that it shares may be gone tomorrow. */
  readonly snapshotSeq: number;
  readonly events: readonly RecordedEvent[];
  readonly damage: CodedText | null;
};

/** How it is read, and what was read so already. */
export type LoadOptions = ReadOptions & { readonly stored?: ReturnType<Log['read']> | undefined };

/**
 * Folds a workspace from the newest snapshot and the events after it. An event that cannot be folded is as
 * unreadable as a damaged row: the log then ends before it. A snapshot is blamed before an event is.
 */
export async function loadWorld(
  engine: Engine,
  log: Log,
  id: string,
  { stored: reading, ...first }: LoadOptions = {},
): Promise<Loaded | undefined> {
  let how: ReadOptions = first;
  let damage: CodedText | null = null;
  for (let read = reading ?? log.read(id, how); ; read = log.read(id, how)) {
    const stored = await read;
    if (stored === undefined) return undefined;
    damage ??= stored.damage;
    const { snapshot, seq, step, workspace } = stored;
    const folded = foldStored(engine, stored);
    if (folded.failedAt === null) {
      const events = stored.events.slice(-recentEvents);
      const snapshotSeq = snapshot === null || snapshot.isShared ? 0 : snapshot.seq;
      return { workspace, world: folded.world, seq, step, snapshotSeq, events, damage };
    }
    if (snapshot !== null) {
      how = { ...how, withoutSnapshots: true };
    } else {
      how = { ...how, below: folded.failedAt };
      damage = coded('event-misfits', { seq: folded.failedAt });
    }
  }
}

function foldStored(engine: Engine, { snapshot, world, events }: StoredLog) {
  if (snapshot === null) return foldAll(engine, engine.createWorld(world), events);
  try {
    return foldAll(engine, worldFromJson(snapshot.world), events);
  } catch {
    return { world: engine.createWorld(world), failedAt: snapshot.seq };
  }
}

function foldAll(
  engine: Engine,
  start: World,
  events: readonly RecordedEvent[],
): { world: World; failedAt: number | null } {
  let world = start;
  for (const event of events) {
    if (event.seq <= world.seq) continue;
    try {
      world = engine.fold(world, event);
    } catch {
      return { world, failedAt: event.seq };
    }
  }
  return { world, failedAt: null };
}
