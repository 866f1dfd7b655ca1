import type { RecordedEvent } from '../engine/events.ts';
import type { CodedText } from '../engine/codes.ts';
import type { WorldJson } from '../engine/world-json.ts';
import type { Database } from './database.ts';
import type { ReadOptions } from './log.ts';
import { isDamage, snapshotWorld, stepIn } from './readable.ts';
import { recentEvents, type StepRow, type StoredLog, type StoredStep, type WorkspaceRow } from './rows.ts';
import { coded } from './codes.ts';
import { StorageError } from './storage-error.ts';
import { all, lastRow, rowOfEvent, rowsOfCommands, rowsOfEvents, snapshotKeys } from './shared-rows.ts';

type Last = { readonly seq: number; readonly step: number };
type Stretch = {
  readonly events: readonly RecordedEvent[];
  readonly last: Last;
  readonly damage: CodedText | null;
};

/** Rows of steps up to `upTo` that are not all in the database yet: those with event `seq` or a later one. */
export type LateRows = {
  readonly upTo: number;
  readonly from: (seq: number) => readonly StepRow[];
  /** A snapshot that is not there yet, either. */
  readonly snapshot: { readonly seq: number; readonly world: WorldJson } | null;
};

const noRows: LateRows = { upTo: 0, from: () => [], snapshot: null };

/**
 * Reads a workspace inside a transaction: the newest snapshot that can be used, the steps after it and the
 * newest ones. Where a row is damaged or missing, the log ends with the step before it; what comes after is told
 * in `damage` and left where it is.
 */
export async function readLog(
  database: Database,
  id: string,
  { below = Infinity, withoutSnapshots = false }: ReadOptions,
  late: LateRows = noRows,
): Promise<StoredLog | undefined> {
  const workspace = await database.workspaces.get(id);
  const start = await database.worlds.get(id);
  if (!workspace || !start) return undefined;
  // What is only on its way from the journal is not damage.
  if (late.upTo < (workspace.late?.step ?? 0))
    throw new StorageError('write', 'Older steps are still in the journal, which cannot be read now.');
  const lastSeq = Math.min((await lastRow(database, workspace))?.seq ?? 0, below - 1);
  const snapshots = withoutSnapshots ? [] : await snapshotKeys(database, workspace, lastSeq);

  const isUsable = late.snapshot !== null && late.snapshot.seq <= lastSeq && !withoutSnapshots;
  for (const key of [...(isUsable ? [late.snapshot] : []), ...snapshots, null]) {
    const snapshot = await snapshotAt(database, id, key);
    if (snapshot === undefined) continue;
    const known = snapshot?.seq ?? 0;
    const from = Math.max(0, Math.min(known, lastSeq - recentEvents + 1));
    const found = await rowsOfEvents(database, workspace, from, lastSeq);
    const rows = [
      ...late.from(from).filter(({ seq }) => seq <= lastSeq),
      ...found.filter(({ step }) => step > late.upTo),
    ];
    const { events, last, damage } = stretchOf(rows, from, snapshot === null ? -1 : known);
    if (snapshot !== null && last.seq < snapshot.seq) continue;
    return {
      workspace,
      world: start.world,
      snapshot,
      events,
      ...last,
      damage: damage ?? endOf(workspace, last),
    };
  }
  return undefined;
}

/** The world in a snapshot, which may be at hand; undefined where it cannot be used. */
async function snapshotAt(
  database: Database,
  id: string,
  key: readonly [log: string, seq: number] | LateRows['snapshot'],
) {
  if (key === null) return null;
  if ('world' in key) return { ...key, isShared: false };
  const [log, seq] = key;
  const row = await database.snapshots.get([log, seq]);
  const world = row === undefined ? null : snapshotWorld(row);
  return world === null ? undefined : { seq, world, isShared: log !== id };
}

/** What a branch shares may be gone from its end on: then it is not shorter than it was, but damaged. */
function endOf({ shared }: WorkspaceRow, { step }: Last): CodedText | null {
  return step < (shared?.at(-1)?.step ?? 0) ? coded('step-missing', { step: step + 1 }) : null;
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
function misfit(step: StoredStep, before: Last | null, known: number): CodedText | null {
  const begins = step.seq - step.events.length;
  if (before !== null && step.step !== before.step + 1)
    return coded('step-missing', { step: before.step + 1 });
  if (before === null ? begins > Math.max(0, known) : begins !== before.seq) {
    return coded('event-missing', { seq: (before?.seq ?? known) + 1 });
  }
  return null;
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
  workspace: WorkspaceRow,
  from: number,
  to: number,
): Promise<readonly RecordedEvent[]> {
  const end = await rowOfEvent(database, workspace, to);
  const rows = await rowsOfEvents(database, workspace, from, end?.seq ?? Infinity);
  return rows
    .map(stepIn)
    .flatMap((step) => (isDamage(step) ? [] : step.events))
    .filter(({ seq }) => seq >= from && seq <= to);
}

/** The readable steps of those of the commands that were applied, by command. */
export async function appliedOf(
  database: Database,
  workspace: WorkspaceRow,
  commands: readonly string[],
): Promise<ReadonlyMap<string, StoredStep>> {
  const rows = await rowsOfCommands(database, workspace, commands);
  const steps = rows.map(stepIn).flatMap((step) => (isDamage(step) ? [] : [step]));
  return new Map(steps.map((step) => [step.command, step]));
}
