import { Dexie } from 'dexie';
import type { Said } from '../engine/said.ts';
import { rowsBetween } from './copy-rows.ts';
import type { Database } from './database.ts';
import type { Fence } from './log.ts';
import { all } from './read-log.ts';
import { rowOf } from './readable.ts';
import { newRow, type NewWorkspace, type StoredStep, type WorkspaceRow } from './rows.ts';
import { StorageError } from './storage-error.ts';
import { putTests, testsOf } from './test-rows.ts';

/* What is done with the rows of a workspace inside a transaction, which awaits nothing but Dexie. */

/** So many rows are read at a time. */
export const portion = 1000;

/** Makes a workspace with the world, the tests and the first steps of another one, unless there is one of its id. */
export async function copyWorkspace(
  database: Database,
  from: string,
  upToStep: number,
  as: NewWorkspace,
): Promise<WorkspaceRow> {
  const found = await database.workspaces.get(as.id);
  if (found) return found;
  await existing(database, from);
  const start = await database.worlds.get(from);
  if (!start) throw new StorageError('gone', 'The starting world of this workspace is gone.');
  const row = newRow(as);
  await database.workspaces.add(row);
  await database.worlds.add({ workspace: row.id, world: start.world });
  await copySteps(database, from, upToStep, row.id);
  await putTests(database, row.id, await testsOf(database, from));
  return row;
}

/** Copies the steps of a workspace up to one of them into another one. */
async function copySteps(database: Database, from: string, upToStep: number, to: string): Promise<void> {
  for (let first = 1; first <= upToStep; first += portion) {
    const rows = await rowsBetween(database, from, first, Math.min(upToStep, first + portion - 1));
    await database.steps.bulkAdd(rows.map((step) => ({ ...step, workspace: to })));
  }
}

/** Throws away all that there is of a workspace, unless it was put back. */
export async function deleteRows(database: Database, workspace: string): Promise<void> {
  const { workspaces, worlds, steps, snapshots, drafts, tests, quarantine } = database;
  if ((await workspaces.get(workspace))?.deletedAt === undefined) return;
  await workspaces.delete(workspace);
  await worlds.delete(workspace);
  await steps
    .where('[workspace+step]')
    .between(...all(workspace))
    .delete();
  await snapshots
    .where('[workspace+seq]')
    .between(...all(workspace))
    .delete();
  await drafts
    .where('[workspace+key]')
    .between(...all(workspace))
    .delete();
  await tests
    .where('[workspace+id]')
    .between(...all(workspace))
    .delete();
  await quarantine.where('workspace').equals(workspace).delete();
}

/** @throws StorageError `fenced` when another writer has claimed the workspace since */
export async function fenced(database: Database, { workspace, epoch }: Fence): Promise<WorkspaceRow> {
  const row = await existing(database, workspace);
  if (row.epoch !== epoch) throw new StorageError('fenced', 'Another tab writes to this workspace now.');
  return row;
}

/** Moves what comes after a step, up to another one, to the quarantine; returns the last event before it. */
export async function putAside(
  database: Database,
  { id, generation }: WorkspaceRow,
  step: number,
  reason: Said,
  upTo: unknown = Dexie.maxKey,
): Promise<number> {
  const steps = database.steps.where('[workspace+step]').between([id, step + 1], [id, upTo], true, true);
  const kept = { workspace: id, generation, reason, table: 'steps' as const };
  await database.quarantine.bulkAdd((await steps.toArray()).map((row) => ({ ...kept, row })));
  await steps.delete();
  return (await database.steps.get([id, step]))?.seq ?? 0;
}

export async function existing(database: Database, workspace: string): Promise<WorkspaceRow> {
  const row = await database.workspaces.get(workspace);
  if (!row) throw new StorageError('gone', 'This workspace was deleted.');
  return row;
}

export async function addSteps(
  database: Database,
  workspace: string,
  steps: readonly StoredStep[],
): Promise<void> {
  if (steps.length > 0) await database.steps.bulkAdd(steps.map((step) => rowOf(workspace, step)));
}
