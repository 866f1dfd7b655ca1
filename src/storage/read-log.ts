import { Dexie } from 'dexie';
import type { RecordedEvent } from '../engine/events.ts';
import type { Database } from './database.ts';
import type { ReadOptions } from './log.ts';
import { eventDamage, isReadableInput, snapshotWorld } from './readable.ts';
import { recentEvents, type EventRow, type InputRow, type SnapshotRow, type StoredLog } from './rows.ts';

/** The arguments of `between` for all rows of a workspace, from `first` on, in a table keyed `[workspace+n]`. */
export function all(
  workspace: string,
  first: unknown = Dexie.minKey,
): [lower: unknown[], upper: unknown[], includeLower: boolean, includeUpper: boolean] {
  return [[workspace, first], [workspace, Dexie.maxKey], true, true];
}

type Stretch = {
  readonly events: readonly RecordedEvent[];
  readonly seq: number;
  readonly damage: string | null;
};
type Last = { readonly seq: number; readonly step: number };

/**
 * Reads a workspace inside a transaction: the newest snapshot that can be used, the events after it and the
 * newest ones. Where a row is damaged or missing, the log ends with the last whole step before it; what
 * comes after is told in `damage` and left where it is.
 */
export async function readLog(
  database: Database,
  id: string,
  { below = Infinity, withoutSnapshots = false }: ReadOptions,
): Promise<StoredLog | undefined> {
  const workspace = await database.workspaces.get(id);
  const start = await database.worlds.get(id);
  if (!workspace || !start) return undefined;
  const { lastSeq, lastStep } = await lastKeys(database, id);
  const snapshots = await database.snapshots
    .where('[workspace+seq]')
    .between([id, Dexie.minKey], [id, Math.min(lastSeq, below - 1)], true, true)
    .reverse()
    .toArray();

  for (const snapshot of [...(withoutSnapshots ? [] : snapshots.map(usable)), null]) {
    if (snapshot === undefined) continue;
    const stretch = await readStretch(database, id, snapshot?.seq ?? 0, lastSeq, below);
    const last = await lastWholeStep(database, id, stretch.seq);
    if (snapshot !== null && last.seq < snapshot.seq) continue;
    const complete = last.seq === lastSeq && last.step === lastStep;
    return {
      workspace,
      world: start.world,
      snapshot,
      events: stretch.events.filter((event) => event.seq <= last.seq),
      ...last,
      damage: complete ? null : (stretch.damage ?? `the input of event ${String(last.seq + 1)} is missing`),
    };
  }
  return undefined;
}

function usable(row: SnapshotRow) {
  const world = snapshotWorld(row);
  return world === null ? undefined : { seq: row.seq, world };
}

async function lastKeys(database: Database, id: string): Promise<{ lastSeq: number; lastStep: number }> {
  const event = await database.events
    .where('[workspace+seq]')
    .between(...all(id))
    .reverse()
    .limit(1)
    .primaryKeys();
  const input = await database.inputs
    .where('[workspace+step]')
    .between(...all(id))
    .reverse()
    .limit(1)
    .primaryKeys();
  return { lastSeq: event[0]?.[1] ?? 0, lastStep: input[0]?.[1] ?? 0 };
}

/** Events without a gap up to the first damage after `snapshot`; damage before it only shortens what is shown. */
async function readStretch(
  database: Database,
  id: string,
  snapshot: number,
  lastSeq: number,
  below: number,
): Promise<Stretch> {
  const from = Math.max(1, Math.min(snapshot + 1, lastSeq - recentEvents + 1));
  const rows = await database.events
    .where('[workspace+seq]')
    .between([id, from], [id, Dexie.maxKey], true, true)
    .toArray();
  const bySeq = new Map<number, EventRow>(rows.map((row) => [row.seq, row]));
  let events: RecordedEvent[] = [];
  for (let seq = from; seq <= lastSeq; seq++) {
    const row = bySeq.get(seq);
    const damage =
      seq >= below ? `event ${String(seq)} does not fit the world before it` : damageOf(row, seq);
    if (damage === null && row !== undefined) events.push(row.event);
    else if (seq <= snapshot) events = [];
    else return { events, seq: seq - 1, damage };
  }
  return { events, seq: lastSeq, damage: null };
}

function damageOf(row: EventRow | undefined, seq: number): string | null {
  return row === undefined ? `event ${String(seq)} is missing` : eventDamage(row, seq);
}

/** The last step of which all events lie at or before `seq`, and the last event that belongs to it. */
async function lastWholeStep(database: Database, id: string, seq: number): Promise<Last> {
  let found: InputRow | undefined;
  await database.inputs
    .where('[workspace+step]')
    .between(...all(id))
    .reverse()
    .until((row) => {
      if (isReadableInput(row) && row.seq <= seq) found = row;
      return found !== undefined;
    })
    .each(() => undefined);
  return found === undefined ? { seq: 0, step: 0 } : { seq: found.seq, step: found.step };
}
