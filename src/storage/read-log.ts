import { Dexie } from 'dexie';
import type { RecordedEvent } from '../engine/events.ts';
import type { Said } from '../engine/said.ts';
import type { Database } from './database.ts';
import type { ReadOptions } from './log.ts';
import { isDamage, snapshotWorld, stepIn } from './readable.ts';
import { recentEvents, type SnapshotRow, type StepRow, type StoredLog, type StoredStep } from './rows.ts';
import { coded } from './said.ts';

/** The arguments of `between` for all rows of a workspace, from `first` on, in a table keyed `[workspace+n]`. */
export function all(
  workspace: string,
  first: unknown = Dexie.minKey,
): [lower: unknown[], upper: unknown[], includeLower: boolean, includeUpper: boolean] {
  return [[workspace, first], [workspace, Dexie.maxKey], true, true];
}

type Last = { readonly seq: number; readonly step: number };
type Stretch = {
  readonly events: readonly RecordedEvent[];
  readonly last: Last;
  readonly damage: Said | null;
};

/**
 * Reads a workspace inside a transaction: the newest snapshot that can be used, the steps after it and the
 * newest ones. Where a row is damaged or missing, the log ends with the step before it; what comes after is told
 * in `damage` and left where it is.
 */
export async function readLog(
  database: Database,
  id: string,
  { below = Infinity, withoutSnapshots = false }: ReadOptions,
): Promise<StoredLog | undefined> {
  const workspace = await database.workspaces.get(id);
  const start = await database.worlds.get(id);
  if (!workspace || !start) return undefined;
  const lastSeq = Math.min((await lastRow(database, id))?.seq ?? 0, below - 1);
  const snapshots = await database.snapshots
    .where('[workspace+seq]')
    .between([id, Dexie.minKey], [id, lastSeq], true, true)
    .reverse()
    .toArray();

  for (const snapshot of [...(withoutSnapshots ? [] : snapshots.map(usable)), null]) {
    if (snapshot === undefined) continue;
    const known = snapshot?.seq ?? 0;
    const from = Math.max(0, Math.min(known, lastSeq - recentEvents + 1));
    const rows = await database.steps
      .where('[workspace+seq]')
      .between([id, from], [id, lastSeq], true, true)
      .toArray();
    const { events, last, damage } = stretchOf(rows, from, snapshot === null ? -1 : known);
    if (snapshot !== null && last.seq < snapshot.seq) continue;
    return { workspace, world: start.world, snapshot, events, ...last, damage };
  }
  return undefined;
}

function usable(row: SnapshotRow) {
  const world = snapshotWorld(row);
  return world === null ? undefined : { seq: row.seq, world };
}

export function lastRow(database: Database, id: string): PromiseLike<StepRow | undefined> {
  return database.steps
    .where('[workspace+step]')
    .between(...all(id))
    .last();
}

/**
 * The events of rows that begin at event `from` or before it, up to the first that cannot be read or does not follow.
 * What is wrong up to event `known`, which a snapshot knows of, only shortens what is shown.
 */
function stretchOf(rows: readonly StepRow[], from: number, known: number): Stretch {
  let events: RecordedEvent[] = [];
  let before: Last | null = from === 0 ? { seq: 0, step: 0 } : null;
  for (const row of rows) {
    const step = stepIn(row);
    const damage = isDamage(step) ? step : misfit(step, before, known);
    if (damage !== null && row.seq > known) return { events, last: before ?? { seq: 0, step: 0 }, damage };
    if (damage !== null) events = [];
    if (isDamage(step)) {
      before = null;
    } else {
      for (const event of step.events) events.push(event);
      before = { seq: step.seq, step: step.step };
    }
  }
  return { events, last: before ?? { seq: 0, step: 0 }, damage: null };
}

/** Why the step does not go on where the one before it, or else the snapshot of event `known`, ends. */
function misfit(step: StoredStep, before: Last | null, known: number): Said | null {
  const begins = step.seq - step.events.length;
  if (before !== null && step.step !== before.step + 1)
    return coded('step-missing', { step: before.step + 1 });
  if (before === null ? begins > Math.max(0, known) : begins !== before.seq) {
    return coded('event-missing', { seq: (before?.seq ?? known) + 1 });
  }
  return null;
}

/** The ids of all commands that were applied. */
export async function commandsOf(database: Database, workspace: string): Promise<readonly string[]> {
  const keys = await database.steps
    .where('[workspace+command]')
    .between(...all(workspace))
    .keys();
  return keys.map((key) => (key as unknown as [string, string])[1]);
}

/** Unsent texts, by the place where they were typed. */
export async function draftsOf(
  database: Database,
  workspace: string,
): Promise<Readonly<Record<string, string>>> {
  const rows = await database.drafts
    .where('[workspace+key]')
    .between(...all(workspace))
    .toArray();
  return Object.fromEntries(rows.map(({ key, text }) => [key, text]));
}

/** The readable ones of the stored events from `from` to `to`, both included. */
export async function eventsBetween(
  database: Database,
  workspace: string,
  from: number,
  to: number,
): Promise<readonly RecordedEvent[]> {
  const bySeq = database.steps.where('[workspace+seq]');
  const end = await bySeq.between(...all(workspace, to)).first();
  const rows = await bySeq
    .between([workspace, from], [workspace, end?.seq ?? Infinity], true, true)
    .toArray();
  return rows
    .map(stepIn)
    .flatMap((step) => (isDamage(step) ? [] : step.events))
    .filter(({ seq }) => seq >= from && seq <= to);
}

/** The readable steps of those of the commands that were applied, by command. */
export async function appliedOf(
  database: Database,
  workspace: string,
  commands: readonly string[],
): Promise<ReadonlyMap<string, StoredStep>> {
  const keys = commands.map((command) => [workspace, command]);
  const rows = await database.steps.where('[workspace+command]').anyOf(keys).toArray();
  const steps = rows.map(stepIn).flatMap((step) => (isDamage(step) ? [] : [step]));
  return new Map(steps.map((step) => [step.command, step]));
}

/** The last event that the newest snapshot knows of; 0 where there is none. */
export async function lastSnapshotOf(database: Database, workspace: string): Promise<number> {
  const keys = await database.snapshots
    .where('[workspace+seq]')
    .between(...all(workspace))
    .primaryKeys();
  return keys.at(-1)?.[1] ?? 0;
}
