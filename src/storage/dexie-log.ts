import type { Table } from 'dexie';
import type { WorldFile } from '../engine/definition.ts';
import type { WorldJson } from '../engine/world-json.ts';
import { Connection, type ConnectionOptions } from './connection.ts';
import type { Database } from './database.ts';
import { outline, stepsAfter } from './copy-rows.ts';
import type { RowLog } from './journal/row-log.ts';
import type { Fence, NewWorkspace, ReadOptions } from './log.ts';
import { all, readLog } from './read-log.ts';
import { eventDamage, isReadableInput } from './readable.ts';
import {
  newRow,
  snapshotFormat,
  type InputRow,
  type StepRows,
  type StoredClock,
  type WorkspaceRow,
} from './rows.ts';
import { StorageError } from './storage-error.ts';

type TableName = 'worlds' | 'inputs' | 'events' | 'snapshots' | 'drafts' | 'quarantine';

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

  workspaces(): Promise<WorkspaceRow[]> {
    return this.#connection.read((database) => database.workspaces.orderBy('openedAt').reverse().toArray());
  }

  /** Only the journals know what a browser has lost. */
  recover() {
    return Promise.resolve(null);
  }

  create(workspace: NewWorkspace, world: WorldFile, steps: readonly StepRows[]): Promise<WorkspaceRow> {
    return this.put(newRow(workspace), world, steps);
  }

  put(row: WorkspaceRow, world: WorldFile, steps: readonly StepRows[]): Promise<WorkspaceRow> {
    return this.#write(['worlds', 'inputs', 'events'], async (database) => {
      const found = await database.workspaces.get(row.id);
      if (found) return found;
      await database.workspaces.add(row);
      await database.worlds.add({ workspace: row.id, world });
      await addSteps(database, row.id, steps);
      return row;
    });
  }

  copy(workspace: string, upToStep: number, as: NewWorkspace): Promise<WorkspaceRow> {
    return this.#write(['worlds', 'inputs', 'events'], async (database) => {
      const found = await database.workspaces.get(as.id);
      if (found) return found;
      await existing(database, workspace);
      const start = await database.worlds.get(workspace);
      if (!start) throw new StorageError('gone', 'The starting world of this workspace is gone.');
      const steps = await stepsAfter(database, workspace, 0, upToStep);
      const row = newRow(as);
      await database.workspaces.add(row);
      await database.worlds.add({ workspace: row.id, world: start.world });
      await addSteps(
        database,
        row.id,
        steps.map(({ input, events }) => ({ input: { ...input, workspace: row.id }, events })),
      );
      return row;
    });
  }

  async touch(workspace: string, now: number): Promise<void> {
    await this.#write([], (database) => database.workspaces.update(workspace, { openedAt: now }));
  }

  claim(workspace: string): Promise<Fence> {
    return this.#write([], async (database) => {
      const row = await existing(database, workspace);
      const epoch = row.epoch + 1;
      await database.workspaces.update(workspace, { epoch });
      return { workspace, epoch };
    });
  }

  read(workspace: string, how: ReadOptions = {}) {
    return this.#connection.read((database) =>
      database.transaction(
        'r',
        [database.workspaces, database.worlds, database.inputs, database.events, database.snapshots],
        () => readLog(database, workspace, how),
      ),
    );
  }

  release(): void {
    // The next claim is enough.
  }

  outline(workspace: string, step: number) {
    return this.#connection.read((database) =>
      database.transaction('r', [database.workspaces, database.worlds, database.inputs], () =>
        outline(database, workspace, step),
      ),
    );
  }

  steps(workspace: string, after: number, count: number) {
    return this.#connection.read((database) =>
      database.transaction('r', [database.inputs, database.events], () =>
        stepsAfter(database, workspace, after, count),
      ),
    );
  }

  async append(fence: Fence, steps: readonly StepRows[]): Promise<void> {
    await this.#writeFenced(fence, ['inputs', 'events'], (database) =>
      addSteps(database, fence.workspace, steps),
    );
  }

  async cut(fence: Fence, last: { seq: number; step: number }, reason: string): Promise<void> {
    const { workspace } = fence;
    const tables: TableName[] = ['inputs', 'events', 'snapshots', 'quarantine'];
    await this.#writeFenced(fence, tables, async (database, { generation }) => {
      const events = database.events.where('[workspace+seq]').between(...all(workspace, last.seq + 1));
      const inputs = database.inputs.where('[workspace+step]').between(...all(workspace, last.step + 1));
      const kept = { workspace, generation, reason };
      await database.quarantine.bulkAdd([
        ...(await inputs.toArray()).map((row) => ({ ...kept, table: 'inputs' as const, row })),
        ...(await events.toArray()).map((row) => ({ ...kept, table: 'events' as const, row })),
      ]);
      await inputs.delete();
      await events.delete();
      await database.snapshots
        .where('[workspace+seq]')
        .between(...all(workspace, last.seq + 1))
        .delete();
      await database.workspaces.update(workspace, { generation: generation + 1 });
    });
  }

  events(workspace: string, from: number, to: number) {
    return this.#connection.read(async (database) => {
      const rows = await database.events
        .where('[workspace+seq]')
        .between([workspace, from], [workspace, to], true, true)
        .toArray();
      return rows.filter((row) => eventDamage(row, row.seq) === null).map((row) => row.event);
    });
  }

  applied(workspace: string, commands: readonly string[]): Promise<ReadonlyMap<string, InputRow>> {
    return this.#connection.read(async (database) => {
      const keys = commands.map((command) => [workspace, command]);
      const rows = await database.inputs.where('[workspace+command]').anyOf(keys).toArray();
      return new Map(rows.filter(isReadableInput).map((row) => [row.command, row]));
    });
  }

  async saveSnapshot(fence: Fence, seq: number, world: WorldJson): Promise<void> {
    const { workspace } = fence;
    const row = { workspace, seq, format: snapshotFormat, world: JSON.stringify(world) };
    await this.#writeFenced(fence, ['snapshots'], async (database) => {
      const older = database.snapshots.where('[workspace+seq]').between(...all(workspace));
      const keys = await older.primaryKeys();
      await database.snapshots.bulkDelete(keys.slice(0, -1));
      await database.snapshots.put(row);
    });
  }

  async setClock(fence: Fence, clock: StoredClock): Promise<void> {
    await this.#writeFenced(fence, [], (database) => database.workspaces.update(fence.workspace, { clock }));
  }

  drafts(workspace: string) {
    return this.#connection.read(async (database) => {
      const rows = await database.drafts
        .where('[workspace+key]')
        .between(...all(workspace))
        .toArray();
      return Object.fromEntries(rows.map(({ key, text }) => [key, text]));
    });
  }

  async saveDraft(workspace: string, key: string, text: string): Promise<void> {
    await this.#write(['drafts'], async (database) => {
      if (text === '') await database.drafts.delete([workspace, key]);
      else await database.drafts.put({ workspace, key, text });
    });
  }

  close(): void {
    this.#connection.close();
  }

  #write<T>(tables: readonly TableName[], work: (database: Database) => PromiseLike<T>): Promise<T> {
    return this.#connection.use((database) => {
      const scope: Table[] = [database.meta, database.workspaces, ...tables.map((name) => database[name])];
      return database.transaction('rw', scope, async () => {
        await this.#connection.check(database);
        return work(database);
      });
    });
  }

  #writeFenced<T>(
    fence: Fence,
    tables: readonly TableName[],
    work: (database: Database, row: WorkspaceRow) => PromiseLike<T>,
  ): Promise<T> {
    return this.#write(tables, async (database) => {
      const row = await existing(database, fence.workspace);
      if (row.epoch !== fence.epoch)
        throw new StorageError('fenced', 'Another tab writes to this workspace now.');
      return work(database, row);
    });
  }
}

async function existing(database: Database, workspace: string): Promise<WorkspaceRow> {
  const row = await database.workspaces.get(workspace);
  if (!row) throw new StorageError('gone', 'This workspace was deleted.');
  return row;
}

async function addSteps(database: Database, workspace: string, steps: readonly StepRows[]): Promise<void> {
  if (steps.length === 0) return;
  const events = steps.flatMap((step) => step.events);
  await database.inputs.bulkAdd(steps.map((step) => step.input));
  await database.events.bulkAdd(events.map((event) => ({ workspace, seq: event.seq, event })));
}
