import type { Table, UpdateSpec } from 'dexie';
import type { WorldFile } from '../engine/definition.ts';
import type { WorldJson } from '../engine/world-json.ts';
import type { Bookmark, WorkspaceCounts, Test } from '../protocol/engine-api.ts';
import { Connection, type ConnectionOptions } from './connection.ts';
import type { CourseStore, CourseTable } from './course-store.ts';
import type { Database } from './database.ts';
import { outline, stepsIn } from './copy-rows.ts';
import { withBookmark } from './bookmarks.ts';
import type { RowLog } from './journal/row-log.ts';
import type { Fence, ReadOptions } from './log.ts';
import { appliedOf, draftsOf, eventsBetween, readLog, type LateRows } from './read-log.ts';
import { rowOf } from './readable.ts';
import { addRows, addWorkspace, existing, fenced, ownRow } from './row-work.ts';
import { commandsOf, lastRow, rowsBetween } from './shared-rows.ts';
import {
  newRow,
  type KeptRow,
  snapshotFormat,
  type Snapshot,
  type StepRow,
  type StoredClock,
  type StoredStep,
  type Reborn,
  type WorkspaceRow,
  type NewWorkspace,
} from './rows.ts';
import type { CodedText } from '../engine/codes.ts';
import type { LogPosition } from './stretches.ts';

const noneApplied: ReadonlyMap<string, StoredStep> = new Map();

type TableName = 'worlds' | 'steps' | 'snapshots' | 'drafts' | 'tests' | 'quarantine' | CourseTable;

/**
 * The log in IndexedDB. Nothing but Dexie calls is awaited inside a transaction: anything else would let the
 * first half be committed without the second (reliability L6).
 */
export class DexieLog implements RowLog {
  readonly kind = 'indexedDB';
  readonly #connection: Connection;

  constructor(options: ConnectionOptions, connection = new Connection(options)) {
    this.#connection = connection;
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

  /**
   * Writes rows of a workspace that come after a place and before all that are there, and a snapshot; false when there is nothing to write
   * them to any more.
   */
  protected async addLate(
    row: Reborn,
    after: LogPosition,
    rows: readonly StepRow[],
    snapshot: Snapshot | null,
  ): Promise<boolean> {
    const { putLate } = await import('./seldom-work.ts');
    return this.#write(['steps', 'snapshots'], (database) => putLate(database, row, after, rows, snapshot));
  }

  /** Only the journals know what a browser has lost. */
  readonly recover = () => Promise.resolve(null);

  create(
    workspace: NewWorkspace,
    world: WorldFile,
    steps: readonly StoredStep[],
    tests: readonly Test[] = [],
  ): Promise<WorkspaceRow> {
    return this.put(newRow(workspace), world, steps, null, tests);
  }

  async put(
    row: WorkspaceRow,
    world: WorldFile,
    steps: readonly StoredStep[],
    snapshot: Snapshot | null = null,
    tests: readonly Test[] = [],
  ): Promise<WorkspaceRow> {
    const { id } = row;
    const left = await this.#connection.read((database) => ownRow(database, id));
    if (left !== undefined) {
      const { leaveRows } = await import('./seldom-work.ts');
      await this.#write(['steps'], (database) => leaveRows(database, id));
    }
    return this.#write(['worlds', 'steps', 'snapshots', 'tests'], async (database) => {
      const found = await database.workspaces.get(id);
      return found ?? addWorkspace(database, row, world, { steps, snapshot, tests });
    });
  }

  async copy(...[workspace, upToStep, as, snapshot]: Parameters<RowLog['copy']>): Promise<WorkspaceRow> {
    const { copyWorkspace } = await import('./seldom-work.ts');
    return this.#write(['worlds', 'steps', 'snapshots', 'tests'], (database) =>
      copyWorkspace(database, workspace, upToStep, as, snapshot),
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

  async tests(workspace: string): Promise<readonly Test[]> {
    const { testsOf } = await import('./test-rows.ts');
    return this.#connection.read((database) => testsOf(database, workspace));
  }

  async saveTests(workspace: string, tests: readonly Test[]): Promise<void> {
    const { putTests } = await import('./test-rows.ts');
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
    const { deleteRows } = await import('./seldom-work.ts');
    await this.#write(tables, (database) => deleteRows(database, workspace));
  }

  async census(workspace: string): Promise<WorkspaceCounts> {
    const { countRows } = await import('./count-rows.ts');
    const { generation, counted } = await this.#connection.read((database) => existing(database, workspace));
    const known = counted?.generation === generation ? counted : undefined;
    const census = await countRows(known, (from, to) => this.#rowsBetween(workspace, from, to));
    if (known?.steps !== census.steps) await this.#update(workspace, { counted: { ...census, generation } });
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
      // Another one may have been opened between that and now.
      const openedAt = Math.max(row.openedAt, now ?? 0);
      await database.workspaces.update(workspace, { epoch, openedAt });
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

  read(workspace: string, how: ReadOptions = {}, late?: LateRows) {
    return this.#connection.read((database) =>
      database.transaction(
        'r',
        [database.workspaces, database.worlds, database.steps, database.snapshots],
        () => readLog(database, workspace, how, late),
      ),
    );
  }

  /** The next claim is enough. */
  readonly release = () => Promise.resolve();
  /** Nothing is written but here. */
  readonly settle = () => Promise.resolve();
  readonly mend = () => Promise.resolve(false);

  outline(workspace: string, step: number) {
    return this.#connection.read((database) =>
      database.transaction('r', [database.workspaces, database.worlds, database.steps], () =>
        outline(database, workspace, step),
      ),
    );
  }

  async steps(workspace: string, from: number, to: number) {
    return stepsIn(await this.#rowsBetween(workspace, from, to), from);
  }

  #rowsBetween(workspace: string, from: number, to: number): Promise<readonly StepRow[]> {
    return this.#steps<readonly StepRow[]>(
      workspace,
      (database, row) => rowsBetween(database, row, from, to),
      [],
    );
  }

  lastStep(workspace: string): Promise<number> {
    return this.#steps(workspace, async (database, row) => (await lastRow(database, row))?.step ?? 0, 0);
  }

  /** What the steps of a workspace say; `otherwise` where there is no such workspace. */
  #steps<T>(
    workspace: string,
    work: (database: Database, row: WorkspaceRow) => PromiseLike<T>,
    otherwise: T,
  ): Promise<T> {
    return this.#connection.read((database) =>
      database.transaction('r', [database.workspaces, database.steps], async () => {
        const row = await database.workspaces.get(workspace);
        return row === undefined ? otherwise : work(database, row);
      }),
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
  appendRows(fence: Fence, rows: readonly StepRow[]): Promise<void> {
    return this.#write(['steps'], (database) => addRows(database, fence, rows));
  }

  async cut(fence: Fence, last: { readonly step: number }, reason: CodedText): Promise<void> {
    const { cutOff } = await import('./seldom-work.ts');
    await this.#writeFenced(fence, ['steps', 'snapshots', 'quarantine'], (database, row) =>
      cutOff(database, row, last.step, reason),
    );
  }

  async replace(
    fence: Fence,
    last: { readonly step: number },
    steps: readonly StoredStep[],
    reason: CodedText,
  ): Promise<void> {
    const { takeInstead } = await import('./seldom-work.ts');
    await this.#writeFenced(fence, ['steps', 'quarantine'], (database, row) =>
      takeInstead(database, row, last.step, steps, reason),
    );
  }

  async setAside(row: Reborn, steps: readonly StoredStep[], reason: CodedText): Promise<void> {
    const { setRowsAside } = await import('./seldom-work.ts');
    const rows = steps.map((step) => rowOf(row.id, step));
    await this.#write(['steps', 'quarantine'], (database) => setRowsAside(database, row, rows, reason));
  }

  async disown(fence: Fence, steps: readonly StoredStep[], reason: CodedText): Promise<void> {
    const { workspace } = fence;
    const applied = await this.applied(
      workspace,
      steps.map(({ command }) => command),
    );
    const unknown = steps.filter(({ command }) => !applied.has(command));
    const rows = unknown.map((step) => rowOf(workspace, step));
    const { disownRows } = await import('./seldom-work.ts');
    await this.#writeFenced(fence, ['quarantine'], (database, row) =>
      disownRows(database, row, rows, reason),
    );
  }

  commands(workspace: string): Promise<readonly string[]> {
    return this.#steps<readonly string[]>(workspace, commandsOf, []);
  }

  events(workspace: string, from: number, to: number) {
    return this.#steps(workspace, (database, row) => eventsBetween(database, row, from, to), []);
  }

  applied(workspace: string, commands: readonly string[]): Promise<ReadonlyMap<string, StoredStep>> {
    return this.#steps(workspace, (database, row) => appliedOf(database, row, commands), noneApplied);
  }

  async saveSnapshot(fence: Fence, seq: number, world: WorldJson): Promise<void> {
    const { workspace } = fence;
    const row = { workspace, seq, format: snapshotFormat, world: JSON.stringify(world) };
    const { putSnapshot } = await import('./seldom-work.ts');
    await this.#writeFenced(fence, ['steps', 'snapshots'], (database, found) =>
      putSnapshot(database, found, row),
    );
  }

  async lastSnapshot(workspace: string): Promise<number> {
    const { lastSnapshotOf } = await import('./seldom-work.ts');
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

  async courses(): Promise<CourseStore> {
    const { DexieCourses } = await import('./dexie-courses.ts');
    return new DexieCourses(this.#connection, (table, work) => this.#write([table], work));
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
