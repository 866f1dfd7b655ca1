import type { CodedText } from '../engine/codes.ts';
import type { Database } from './database.ts';
import { addSteps, addWorkspace, existing } from './row-work.ts';
import {
  newRow,
  type NewWorkspace,
  type Reborn,
  type Shared,
  type Snapshot,
  type SnapshotRow,
  type StepRow,
  type StoredStep,
  type WorkspaceRow,
} from './rows.ts';
import { lastRow, ofWorkspace, placeAt, rowsBetween, rowsOf, rowsOfCommands } from './shared-rows.ts';
import { StorageError } from './storage-error.ts';
import { orNone, sharedUpTo, stretchesOf, type LogPosition, type Reader } from './stretches.ts';
import { testsOf } from './test-rows.ts';

/*
 * What is seldom done with the rows of a workspace: branches, deleting, damage, snapshots. Inside a transaction, which awaits nothing but
 * Dexie. A part of its own, which no message waits for.
 */

/**
 * Makes a workspace with the world and the tests of another one, which shares its first steps, unless there is one of
 * its id.
 */
export async function copyWorkspace(
  database: Database,
  from: string,
  upToStep: number,
  as: NewWorkspace,
  snapshot?: Snapshot,
): Promise<WorkspaceRow> {
  const found = await database.workspaces.get(as.id);
  if (found) return found;
  const origin = await existing(database, from);
  const start = await database.worlds.get(from);
  if (!start) throw new StorageError('gone', 'The starting world of this workspace is gone.');
  const last = await lastRow(database, origin, upToStep);
  const shared = last === undefined ? undefined : sharedUpTo(origin, last);
  await leaveRows(database, as.id);
  const row = { ...newRow(as), ...(shared === undefined ? {} : { shared }) };
  const isOfIt = snapshot !== undefined && snapshot.seq <= (last?.seq ?? 0);
  const tests = await testsOf(database, from);
  return addWorkspace(database, row, start.world, { tests, snapshot: isOfIt ? snapshot : null });
}

/** Rows that a workspace of this id has left to its branches are theirs from here on: one of its id is to be made anew. */
export async function leaveRows(database: Database, id: string): Promise<void> {
  if ((await database.workspaces.get(id)) !== undefined) return;
  await detach(database, id, 0);
  await rowsOf(database, id, 0, Infinity).delete();
}

/** Throws away all that there is of a workspace, unless it was put back: but for the steps that its branches share. */
export async function deleteRows(database: Database, workspace: string): Promise<void> {
  const { workspaces, worlds, snapshots, drafts, tests, quarantine } = database;
  if ((await workspaces.get(workspace))?.deletedAt === undefined) return;
  await workspaces.delete(workspace);
  await worlds.delete(workspace);
  await deleteUnread(database);
  await ofWorkspace(snapshots, 'seq', workspace).delete();
  await ofWorkspace(drafts, 'key', workspace).delete();
  await ofWorkspace(tests, 'id', workspace).delete();
  await quarantine.where('workspace').equals(workspace).delete();
}

/** Writes rows that come late; false where the workspace is gone, another one, or has them. */
export async function putLate(
  database: Database,
  { id, createdAt, generation }: Reborn,
  after: LogPosition,
  rows: readonly StepRow[],
  snapshot: Snapshot | null,
): Promise<boolean> {
  const row = await database.workspaces.get(id);
  if (row?.createdAt !== createdAt || row.generation !== generation || row.late === undefined) return false;
  // Another tab may write the same.
  await database.steps.bulkPut(rows);
  if (snapshot !== null) await database.snapshots.put({ workspace: id, ...snapshot });
  if (after.step < row.late.step)
    await database.workspaces.update(id, { late: after.step === 0 ? undefined : after });
  return true;
}

/** Moves what comes after a step to the quarantine. */
export async function cutOff(
  database: Database,
  row: WorkspaceRow,
  step: number,
  reason: CodedText,
): Promise<void> {
  await detach(database, row.id, step);
  await putAside(database, row, step, Infinity, reason);
  const place = await placeAt(database, row, step);
  await database.workspaces.update(row.id, {
    generation: row.generation + 1,
    late: row.late !== undefined && row.late.step <= step ? row.late : undefined,
    shared: orNone(row.id, sharedUpTo(row, place)),
  });
  await ofWorkspace(database.snapshots, 'seq', row.id, place.seq + 1).delete();
}

/** Puts rows aside that are neither in the log nor put aside already. */
export async function setRowsAside(
  database: Database,
  { id, generation }: Reborn,
  rows: readonly StepRow[],
  reason: CodedText,
): Promise<void> {
  const row = await database.workspaces.get(id);
  const commands = rows.map(({ command }) => command);
  const applied = row === undefined ? [] : await rowsOfCommands(database, row, commands);
  const aside = await database.quarantine.where('workspace').equals(id).toArray();
  const known = new Set(applied.map(({ command }) => command));
  for (const { row: one } of aside) known.add((one as Partial<StepRow> | null)?.command ?? '');
  const unknown = rows.filter(({ command }) => !known.has(command));
  await database.quarantine.bulkAdd(
    unknown.map((one) => ({ ...quarantined(id, generation, reason), row: one })),
  );
}

/** Puts rows aside that it does not take in, and counts the log as another one. */
export async function disownRows(
  database: Database,
  { id, generation }: WorkspaceRow,
  rows: readonly StepRow[],
  reason: CodedText,
): Promise<void> {
  await database.quarantine.bulkAdd(rows.map((row) => ({ ...quarantined(id, generation, reason), row })));
  await database.workspaces.update(id, { generation: generation + 1 });
}

const quarantined = (workspace: string, generation: number, reason: CodedText) => ({
  workspace,
  generation,
  reason,
  table: 'steps' as const,
});

/** Keeps a snapshot and the one before it, unless the log was cut off meanwhile: what comes in place of that is another world. */
export async function putSnapshot(
  database: Database,
  row: WorkspaceRow,
  snapshot: SnapshotRow,
): Promise<void> {
  if (((await lastRow(database, row))?.seq ?? 0) < snapshot.seq) return;
  const keys = await ofWorkspace(database.snapshots, 'seq', row.id).primaryKeys();
  await database.snapshots.bulkDelete(keys.slice(0, -1));
  await database.snapshots.put(snapshot);
}

/** The last event that the newest snapshot of its own knows of; 0 where there is none. */
export async function lastSnapshotOf(database: Database, workspace: string): Promise<number> {
  const keys = await ofWorkspace(database.snapshots, 'seq', workspace).primaryKeys();
  return keys.at(-1)?.[1] ?? 0;
}

/** Takes steps in place of those after a step, up to the last of them. What comes behind is nowhere else, and follows on them. */
export async function takeInstead(
  database: Database,
  row: WorkspaceRow,
  step: number,
  steps: readonly StoredStep[],
  reason: CodedText,
): Promise<void> {
  const last = steps.at(-1);
  if (last === undefined) return;
  await putAside(database, row, step, last.step, reason);
  const shared = sharedBeside(row, await placeAt(database, row, step), last);
  await addSteps(database, row.id, steps);
  if (row.shared !== undefined) await database.workspaces.update(row.id, { shared: orNone(row.id, shared) });
}

/** Moves rows after a step to the quarantine; what others have is copied there. */
async function putAside(
  database: Database,
  row: WorkspaceRow,
  step: number,
  upTo: number,
  reason: CodedText,
): Promise<void> {
  const { id, generation } = row;
  const rows = await rowsBetween(database, row, step + 1, upTo);
  await database.quarantine.bulkAdd(
    rows.map((one) => ({ ...quarantined(id, generation, reason), row: one })),
  );
  const own = rows.filter(({ workspace }) => workspace === id);
  await database.steps.bulkDelete(own.map((one) => [id, one.step]));
}

/** Gives everybody else who reads the rows of a log after a step rows of their own: that log goes on another way. */
async function detach(database: Database, log: string, step: number): Promise<void> {
  for (const row of await database.workspaces.toArray()) {
    if (row.id === log) continue;
    let reader = row;
    for (const stretch of stretchesOf(row).filter((one) => one.log === log && one.upTo.step > step)) {
      const from = Math.max(stretch.after.step, step);
      const after = from === stretch.after.step ? stretch.after : await placeAt(database, reader, from);
      const rows = await rowsOf(database, log, from + 1, stretch.upTo.step).toArray();
      await database.steps.bulkAdd(rows.map((one) => ({ ...one, workspace: row.id })));
      const shared = sharedBeside(reader, after, stretch.upTo);
      reader = { ...reader, shared: orNone(row.id, shared) };
    }
    if (reader !== row) await database.workspaces.update(row.id, { shared: reader.shared });
  }
}

/** Throws away the rows that nobody reads. */
async function deleteUnread(database: Database): Promise<void> {
  const readers = await database.workspaces.toArray();
  let found = await database.steps.orderBy('[workspace+step]').first();
  while (found !== undefined) {
    const log = found.workspace;
    const upTo = readUpTo(readers, log);
    if (upTo < Infinity) await rowsOf(database, log, upTo + 1, Infinity).delete();
    found = await database.steps.where('[workspace+step]').above([log, Infinity]).first();
  }
}

/** What a workspace shares once it has rows of its own between two places. */
function sharedBeside(reader: Reader, after: LogPosition, upTo: LogPosition): readonly Shared[] {
  const behind = stretchesOf(reader)
    .filter((stretch) => stretch.upTo.step > upTo.step)
    .map((stretch) => ({ log: stretch.log, ...stretch.upTo }));
  return [...sharedUpTo(reader, after), { log: reader.id, ...upTo }, ...behind];
}

/** Up to which step somebody reads the rows of a log. */
function readUpTo(readers: readonly Reader[], log: string): number {
  const stretches = readers.flatMap(stretchesOf).filter((stretch) => stretch.log === log);
  return Math.max(0, ...stretches.map(({ upTo }) => upTo.step));
}
