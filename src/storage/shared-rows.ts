import { Dexie, type PromiseExtended, type Table } from 'dexie';
import type { Database } from './database.ts';
import type { StepRow, WorkspaceRow } from './rows.ts';
import { stretchesOf, type LogPosition, type Stretch } from './stretches.ts';

/* The rows of the steps of a workspace, in whichever logs they lie. Inside a transaction, which awaits nothing but Dexie. */

/** The arguments of `between` for all rows of a workspace, from `first` on, in a table keyed `[workspace+n]`. */
export function all(
  workspace: string,
  first: unknown = Dexie.minKey,
): [lower: unknown[], upper: unknown[], includeLower: boolean, includeUpper: boolean] {
  return [[workspace, first], [workspace, Dexie.maxKey], true, true];
}

/** The rows of steps `from` to `to`, both included. */
export function rowsBetween(
  database: Database,
  row: WorkspaceRow,
  from: number,
  to: number,
): PromiseLike<StepRow[]> {
  return collect(stretchesOf(row), ({ log, after, upTo }) => {
    const [lower, upper] = [Math.max(from, after.step + 1), Math.min(to, upTo.step)];
    return lower > upper ? null : rowsOf(database, log, lower, upper).toArray();
  });
}

/** The rows whose last event, or that before them where they have none, is one from `from` to `to`, both included. */
export function rowsOfEvents(
  database: Database,
  row: WorkspaceRow,
  from: number,
  to: number,
): PromiseLike<StepRow[]> {
  return collect(stretchesOf(row), (stretch) => {
    const { log, after, upTo } = stretch;
    const [lower, upper] = [Math.max(from, after.seq), Math.min(to, upTo.seq)];
    if (lower > upper) return null;
    const rows = database.steps.where('[workspace+seq]').between([log, lower], [log, upper], true, true);
    return rows.toArray().then((found) => found.filter((one) => isIn(stretch, one)));
  });
}

/** The first row that ends with an event or after it. */
export function rowOfEvent(
  database: Database,
  row: WorkspaceRow,
  seq: number,
): PromiseExtended<StepRow | undefined> {
  const stretches = stretchesOf(row).filter(({ upTo }) => upTo.seq >= seq);
  return firstOf(stretches, (stretch) =>
    database.steps
      .where('[workspace+seq]')
      .between(...all(stretch.log, seq))
      .filter((one) => isIn(stretch, one))
      .first(),
  );
}

/** The last row up to a step. */
export function lastRow(
  database: Database,
  row: WorkspaceRow,
  step = Infinity,
): PromiseExtended<StepRow | undefined> {
  const stretches = stretchesOf(row).filter(({ after }) => after.step < step);
  return firstOf(stretches.reverse(), ({ log, after, upTo }) =>
    rowsOf(database, log, after.step + 1, Math.min(step, upTo.step)).last(),
  );
}

export function rowAt(database: Database, row: WorkspaceRow, step: number): PromiseLike<StepRow | undefined> {
  const log = stretchesOf(row).find(({ upTo }) => step <= upTo.step)?.log ?? row.id;
  return database.steps.get([log, step]);
}

/** The rows of those of the commands that were applied. */
export function rowsOfCommands(
  database: Database,
  row: WorkspaceRow,
  commands: readonly string[],
): PromiseLike<StepRow[]> {
  return collect(stretchesOf(row), (stretch) => {
    const keys = commands.map((command) => [stretch.log, command]);
    const rows = database.steps.where('[workspace+command]').anyOf(keys);
    return rows.toArray().then((found) => found.filter((one) => isIn(stretch, one)));
  });
}

/** The ids of all commands that were applied. */
export function commandsOf(database: Database, row: WorkspaceRow): PromiseLike<string[]> {
  return collect(stretchesOf(row), (stretch) => {
    const commands: string[] = [];
    const keys = database.steps.where('[workspace+command]').between(...all(stretch.log));
    return keys
      .eachKey((key, { primaryKey }) => {
        if (isIn(stretch, { step: primaryKey[1] })) commands.push((key as unknown as [string, string])[1]);
      })
      .then(() => commands);
  });
}

/**
 * The snapshots that tell a world of this workspace up to event `upTo`, the newest first, and of two its own. Up to where
 * they are shared, the logs say the same from the start on.
 */
export function snapshotKeys(
  database: Database,
  row: WorkspaceRow,
  upTo: number,
): PromiseLike<readonly [log: string, seq: number][]> {
  const keys = collect(stretchesOf(row), ({ log, upTo: last }) =>
    database.snapshots
      .where('[workspace+seq]')
      .between([log, 0], [log, Math.min(upTo, last.seq)], true, true)
      .primaryKeys(),
  );
  return keys.then((found) => found.reverse().sort(([, a], [, b]) => b - a));
}

/** The place after a step, as far as its row is there. */
export function placeAt(database: Database, row: WorkspaceRow, step: number): PromiseLike<LogPosition> {
  return lastRow(database, row, step).then((last) => ({ step, seq: last?.seq ?? 0 }));
}

/** What a table has of a workspace, from `first` on. */
export const ofWorkspace = <Row, Key>(
  table: Table<Row, Key>,
  key: 'seq' | 'key' | 'id',
  workspace: string,
  first?: number,
) => table.where(`[workspace+${key}]`).between(...all(workspace, first));

/** The rows of one log from one step to another, both included. */
export const rowsOf = (database: Database, log: string, from: number, to: number) =>
  database.steps
    .where('[workspace+step]')
    .between([log, from], [log, to === Infinity ? Dexie.maxKey : to], true, true);

const isIn = ({ after, upTo }: Stretch, { step }: { readonly step: number }): boolean =>
  step > after.step && step <= upTo.step;

/** What is read of each stretch, all of them asked at once; null where that is nothing. */
function collect<T>(
  stretches: readonly Stretch[],
  read: (stretch: Stretch) => PromiseLike<readonly T[]> | null,
): PromiseExtended<T[]> {
  const asked = stretches.map(read).filter((one) => one !== null);
  return Dexie.Promise.all(asked).then((found) => found.flat());
}

/** The first row that is found in one of the stretches. */
function firstOf(
  [stretch, ...others]: readonly Stretch[],
  find: (stretch: Stretch) => PromiseExtended<StepRow | undefined>,
): PromiseExtended<StepRow | undefined> {
  if (stretch === undefined) return Dexie.Promise.resolve(undefined);
  return find(stretch).then((found) => found ?? firstOf(others, find));
}
