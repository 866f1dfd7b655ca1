import type { WorldFile } from '../engine/definition.ts';
import type { Test } from '../protocol/engine-api.ts';
import type { Database } from './database.ts';
import type { Fence } from './log.ts';
import { rowOf } from './readable.ts';
import type { Snapshot, StepRow, StoredStep, WorkspaceRow } from './rows.ts';
import { all, placeAt, rowsOfCommands } from './shared-rows.ts';
import { StorageError } from './storage-error.ts';
import { orNone, sharedUpTo } from './stretches.ts';

/* What is done with the rows of a workspace inside a transaction, which awaits nothing but Dexie. */

type Content = {
  readonly steps?: readonly StoredStep[];
  readonly snapshot: Snapshot | null;
  readonly tests: readonly Test[];
};

/** Makes a workspace. */
export async function addWorkspace(
  database: Database,
  row: WorkspaceRow,
  world: WorldFile,
  { steps = [], snapshot, tests }: Content,
): Promise<WorkspaceRow> {
  const { id } = row;
  await database.workspaces.add(row);
  await database.worlds.add({ workspace: id, world });
  await addSteps(database, id, steps);
  if (tests.length > 0) await database.tests.bulkPut(tests.map((test) => ({ ...test, workspace: id })));
  if (snapshot !== null) await database.snapshots.put({ workspace: id, ...snapshot });
  return row;
}

/** A row under the id of a workspace. */
export const ownRow = async (database: Database, workspace: string): Promise<StepRow | undefined> =>
  database.steps
    .where('[workspace+step]')
    .between(...all(workspace))
    .first();

/** @throws StorageError `fenced` when another writer has claimed the workspace since */
export async function fenced(database: Database, { workspace, epoch }: Fence): Promise<WorkspaceRow> {
  const row = await existing(database, workspace);
  if (row.epoch !== epoch) throw new StorageError('fenced', 'Another tab writes to this workspace now.');
  return row;
}

/** Adds rows behind all that there are. @throws StorageError `fenced`, or `duplicate` where one is of a command that was applied */
export async function addRows(database: Database, fence: Fence, rows: readonly StepRow[]): Promise<void> {
  const [row] = await Promise.all([fenced(database, fence), database.steps.bulkAdd(rows)]);
  const { shared } = row;
  const [first] = rows;
  if (shared === undefined || first === undefined) return;
  const commands = rows.map(({ command }) => command);
  const applied = await rowsOfCommands(database, row, commands);
  if (applied.some(({ workspace }) => workspace !== row.id))
    throw new StorageError('duplicate', 'This command was applied already.');
  // What it shared up to its end was gone.
  if (first.step <= (shared.at(-1)?.step ?? 0)) {
    const place = await placeAt(database, row, first.step - 1);
    await database.workspaces.update(row.id, { shared: orNone(row.id, sharedUpTo(row, place)) });
  }
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
