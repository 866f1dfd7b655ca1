import type { Table, UpdateSpec } from 'dexie';
import type { WorldFile } from '../engine/definition.ts';
import type { WorldJson } from '../engine/world-json.ts';
import type { Bookmark, Census, Test } from '../protocol/engine-api.ts';
import { Connection, type ConnectionOptions } from './connection.ts';
import type { Database } from './database.ts';
import { outline, rowsBetween, stepsIn } from './copy-rows.ts';
import { emptyCensus, withRows } from './count-rows.ts';
import { withBookmark } from './bookmarks.ts';
import type { RowLog } from './journal/row-log.ts';
import type { Fence, ReadOptions } from './log.ts';
import {
  all,
  appliedOf,
  commandsOf,
  draftsOf,
  eventsBetween,
  lastRow,
  lastSnapshotOf,
  readLog,
} from './read-log.ts';
import { rowOf } from './readable.ts';
import { addSteps, copyWorkspace, deleteRows, existing, fenced, portion, putAside } from './row-work.ts';
import { putTests, testsOf } from './test-rows.ts';
import {
  newRow,
  type KeptRow,
  snapshotFormat,
  type SnapshotRow,
  type StepRow,
  type StoredClock,
  type StoredStep,
  type WorkspaceRow,
  type NewWorkspace,
} from './rows.ts';
import type { Said } from '../engine/said.ts';

type TableName = 'worlds' | 'steps' | 'snapshots' | 'drafts' | 'tests' | 'quarantine';

/**
 * The log in IndexedDB. Nothing but Dexie calls is awaited inside a transaction: anything else would let the
 * first half be committed without the second (reliability L6).
 */
export class DexieLog implements RowLog {
  readonly kind = 'indexedDB';
  readonly #connection: Connection;

  constructor(options: ConnectionOptions) {
    this.#connection = new Connection(options);
  }

  async workspaces(): Promise<WorkspaceRow[]> {
    return (await this.#rows()).filter(({ deletedAt }) => deletedAt === undefined);
  }

  async deleted(): Promise<WorkspaceRow[]> {
    return (await this.#rows()).filter(({ deletedAt }) => deletedAt !== undefined);
  }

  #rows(): Promise<WorkspaceRow[]> {
    return this.#connection.read((database) => database.workspaces.orderBy('openedAt').reverse().toArray());
  }

  /** Only the journals know what a browser has lost. */
  recover() {
    return Promise.resolve(null);
  }

  create(
    workspace: NewWorkspace,
    world: WorldFile,
    steps: readonly StoredStep[],
    tests: readonly Test[] = [],
  ): Promise<WorkspaceRow> {
    return this.put(newRow(workspace), world, steps, null, tests);
  }

  put(
    row: WorkspaceRow,
    world: WorldFile,
    steps: readonly StoredStep[],
    snapshot: Omit<SnapshotRow, 'workspace'> | null = null,
    tests: readonly Test[] = [],
  ): Promise<WorkspaceRow> {
    return this.#write(['worlds', 'steps', 'snapshots', 'tests'], async (database) => {
      const found = await database.workspaces.get(row.id);
      if (found) return found;
      await database.workspaces.add(row);
      await database.worlds.add({ workspace: row.id, world });
      await addSteps(database, row.id, steps);
      await putTests(database, row.id, tests);
      if (snapshot !== null) await database.snapshots.put({ workspace: row.id, ...snapshot });
      return row;
    });
  }

  copy(workspace: string, upToStep: number, as: NewWorkspace): Promise<WorkspaceRow> {
    return this.#write(['worlds', 'steps', 'tests'], (database) =>
      copyWorkspace(database, workspace, upToStep, as),
    );
  }

  async touch(workspace: string, now: number): Promise<void> {
    await this.#write([], (database) => database.workspaces.update(workspace, { openedAt: now }));
  }

  rename(workspace: string, name: string): Promise<void> {
    return this.#update(workspace, { name, isRenamed: true });
  }

  bookmark(workspace: string, bookmark: Bookmark, isKept: boolean): Promise<readonly Bookmark[]> {
    return this.#write([], async (database) => {
      const row = await existing(database, workspace);
      const { about, bookmarks } = withBookmark(row.about, bookmark, isKept);
      await database.workspaces.update(workspace, { about });
      return bookmarks;
    });
  }

  tests(workspace: string): Promise<readonly Test[]> {
    return this.#connection.read((database) => testsOf(database, workspace));
  }

  async saveTests(workspace: string, tests: readonly Test[]): Promise<void> {
    await this.#write(['tests'], async (database) => {
      await existing(database, workspace);
      await putTests(database, workspace, tests);
    });
  }

  async deleteTests(workspace: string, ids: readonly string[]): Promise<void> {
    await this.#write(['tests'], (database) => database.tests.bulkDelete(ids.map((id) => [workspace, id])));
  }

  setDeleted(workspace: string, at: number | null): Promise<void> {
    return this.#update(workspace, { deletedAt: at ?? undefined });
  }

  async purge(workspace: string): Promise<void> {
    const tables: TableName[] = ['worlds', 'steps', 'snapshots', 'drafts', 'tests', 'quarantine'];
    await this.#write(tables, (database) => deleteRows(database, workspace));
  }

  async census(workspace: string): Promise<Census> {
    const row = await this.#connection.read((database) => existing(database, workspace));
    const { generation, counted } = row;
    let census: Census = counted?.generation === generation ? counted : emptyCensus;
    for (let isMore = true; isMore;) {
      const from = census.steps + 1;
      const rows = await this.#connection.read(async (database) =>
        rowsBetween(database, workspace, from, from + portion - 1),
      );
      census = withRows(census, rows);
      isMore = rows.length === portion;
    }
    if (counted?.steps !== census.steps || counted.generation !== generation)
      await this.#update(workspace, { counted: { ...census, generation } });
    return census;
  }

  async #update(workspace: string, changes: UpdateSpec<WorkspaceRow>): Promise<void> {
    await this.#write([], async (database) => {
      await existing(database, workspace);
      await database.workspaces.update(workspace, changes);
    });
  }

  claim(workspace: string, now?: number, above = 0): Promise<Fence> {
    return this.#write([], async (database) => {
      const row = await existing(database, workspace);
      const epoch = Math.max(row.epoch, above) + 1;
      await database.workspaces.update(workspace, now === undefined ? { epoch } : { epoch, openedAt: now });
      return { workspace, epoch };
    });
  }

  verify(fence: Fence): Promise<void> {
    return this.#connection.read((database) =>
      database.transaction('r', [database.meta, database.workspaces], async () => {
        await this.#connection.check(database);
        await fenced(database, fence);
      }),
    );
  }

  read(workspace: string, how: ReadOptions = {}) {
    return this.#connection.read((database) =>
      database.transaction(
        'r',
        [database.workspaces, database.worlds, database.steps, database.snapshots],
        () => readLog(database, workspace, how),
      ),
    );
  }

  release(): Promise<void> {
    return Promise.resolve(); // the next claim is enough
  }

  settle(): Promise<void> {
    return Promise.resolve(); // nothing is written but here
  }

  mend(): Promise<boolean> {
    return Promise.resolve(false);
  }

  outline(workspace: string, step: number) {
    return this.#connection.read((database) =>
      database.transaction('r', [database.workspaces, database.worlds, database.steps], () =>
        outline(database, workspace, step),
      ),
    );
  }

  steps(workspace: string, from: number, to: number) {
    return this.#connection.read(async (database) =>
      stepsIn(await rowsBetween(database, workspace, from, to), from),
    );
  }

  async append(fence: Fence, steps: readonly StoredStep[]): Promise<void> {
    await this.appendRows(
      fence,
      steps.map((step) => rowOf(fence.workspace, step)),
    );
  }

  /**
   * All is asked for at once, and what was added is taken back when the fence forbids it: a tab that is frozen while its
   * transaction is open keeps every other one waiting until the browser ends it, after a minute.
   */
  async appendRows(fence: Fence, rows: readonly StepRow[]): Promise<void> {
    await this.#write(['steps'], (database) =>
      Promise.all([fenced(database, fence), database.steps.bulkAdd(rows)]),
    );
  }

  async cut(fence: Fence, last: { readonly step: number }, reason: Said): Promise<void> {
    const { workspace } = fence;
    const tables: TableName[] = ['steps', 'snapshots', 'quarantine'];
    await this.#writeFenced(fence, tables, async (database, row) => {
      const seq = await putAside(database, row, last.step, reason);
      await database.snapshots
        .where('[workspace+seq]')
        .between(...all(workspace, seq + 1))
        .delete();
      await database.workspaces.update(workspace, { generation: row.generation + 1 });
    });
  }

  async replace(
    fence: Fence,
    last: { readonly step: number },
    steps: readonly StoredStep[],
    reason: Said,
  ): Promise<void> {
    await this.#writeFenced(fence, ['steps', 'quarantine'], async (database, row) => {
      // What it has after them is nowhere else, and follows on them.
      await putAside(database, row, last.step, reason, steps.at(-1)?.step);
      await addSteps(database, row.id, steps);
    });
  }

  async disown(fence: Fence, steps: readonly StoredStep[], reason: Said): Promise<void> {
    const { workspace } = fence;
    const applied = await this.applied(
      workspace,
      steps.map(({ command }) => command),
    );
    const unknown = steps.filter(({ command }) => !applied.has(command));
    await this.#writeFenced(fence, ['quarantine'], async (database, { generation }) => {
      const kept = { workspace, generation, reason, table: 'steps' as const };
      await database.quarantine.bulkAdd(unknown.map((step) => ({ ...kept, row: rowOf(workspace, step) })));
      await database.workspaces.update(workspace, { generation: generation + 1 });
    });
  }

  commands(workspace: string): Promise<readonly string[]> {
    return this.#connection.read((database) => commandsOf(database, workspace));
  }

  events(workspace: string, from: number, to: number) {
    return this.#connection.read((database) => eventsBetween(database, workspace, from, to));
  }

  applied(workspace: string, commands: readonly string[]): Promise<ReadonlyMap<string, StoredStep>> {
    return this.#connection.read((database) => appliedOf(database, workspace, commands));
  }

  async saveSnapshot(fence: Fence, seq: number, world: WorldJson): Promise<void> {
    const { workspace } = fence;
    const row = { workspace, seq, format: snapshotFormat, world: JSON.stringify(world) };
    await this.#writeFenced(fence, ['steps', 'snapshots'], async (database) => {
      // The log was cut off meanwhile: what comes in place of that is another world.
      if (((await lastRow(database, workspace))?.seq ?? 0) < seq) return;
      const older = database.snapshots.where('[workspace+seq]').between(...all(workspace));
      const keys = await older.primaryKeys();
      await database.snapshots.bulkDelete(keys.slice(0, -1));
      await database.snapshots.put(row);
    });
  }

  lastSnapshot(workspace: string): Promise<number> {
    return this.#connection.read((database) => lastSnapshotOf(database, workspace));
  }

  async setClock(fence: Fence, clock: StoredClock): Promise<void> {
    await this.#writeFenced(fence, [], (database) => database.workspaces.update(fence.workspace, { clock }));
  }

  drafts(workspace: string) {
    return this.#connection.read((database) => draftsOf(database, workspace));
  }

  async saveDraft(workspace: string, key: string, text: string): Promise<void> {
    await this.#write(['drafts'], async (database) => {
      if (text === '') await database.drafts.delete([workspace, key]);
      else await database.drafts.put({ workspace, key, text });
    });
  }

  kept(name: string): Promise<unknown> {
    return this.#connection.read(async (database) => (await keptIn(database).get(`kept ${name}`))?.value);
  }

  async keep(name: string, value: unknown): Promise<void> {
    await this.#write([], (database) => keptIn(database).put({ key: `kept ${name}`, value }));
  }

  close(forGood = false): Promise<void> {
    this.#connection.close(forGood);
    return Promise.resolve();
  }

  #write<T>(tables: readonly TableName[], work: (database: Database) => PromiseLike<T>): Promise<T> {
    return this.#connection.use((database) => {
      const scope: Table[] = [database.meta, database.workspaces, ...tables.map((name) => database[name])];
      return database.transaction('rw', scope, async () => {
        const [, done] = await Promise.all([this.#connection.check(database), work(database)]);
        return done;
      });
    });
  }

  #writeFenced<T>(
    fence: Fence,
    tables: readonly TableName[],
    work: (database: Database, row: WorkspaceRow) => PromiseLike<T>,
  ): Promise<T> {
    return this.#write(tables, async (database) => work(database, await fenced(database, fence)));
  }
}

const keptIn = (database: Database) => database.meta as unknown as Table<KeptRow, string>;
