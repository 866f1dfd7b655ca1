import type { WorkspaceCounts, RestoringState } from '../protocol/engine-api.ts';
import type { RecordedEvent } from '../engine/events.ts';
import type { Connection, ConnectionOptions } from './connection.ts';
import { DexieLog } from './dexie-log.ts';
import type { Outline, RowLog } from './journal/row-log.ts';
import type { Fence, ReadOptions } from './log.ts';
import { Missing, type ReadFromEnd } from './missing.ts';
import {
  newRow,
  rowOfSnapshot,
  type StepRow,
  type StoredLog,
  type StoredStep,
  type WorkspaceRow,
} from './rows.ts';
import { StorageError, toStorageError } from './storage-error.ts';
import type { LogPosition } from './stretches.ts';

/** How many steps are written at a time. */
export type Portions = {
  /** So many of a lost log are written before it is there; what comes before them follows … */
  readonly first: number;
  /** … in so many at a time, the newest first, … */
  readonly further: number;
  /** … if there are more than so many, as all at once takes longer than anybody waits. */
  readonly longLog: number;
};

const usual: Portions = { first: 200, further: 500, longLog: 2000 };
/** Where the database does not take them, it is tried again after so many milliseconds. */
const retryAfter = 5000;

/**
 * The log in IndexedDB, to which long logs that it has lost come back from their newest steps on: each can be read and
 * written to at once, from its first step to its last, while the older rows are still being written. What is not there yet
 * is read where it is. How far they are stands in the row of the workspace (`late`), so that another start goes on.
 */
export class LateRowsLog extends DexieLog implements RowLog {
  readonly #after: ConnectionOptions['after'];
  readonly #missing = new Map<string, Missing>();
  readonly #filling = new Map<string, Promise<void>>();
  #told: (state: RestoringState | null) => void = () => {};
  readonly #waits = new Set<() => void>();
  readonly #portions: Portions;
  #closed = false;

  constructor(options: ConnectionOptions, connection?: Connection, portions = usual) {
    super(options, connection);
    this.#portions = portions;
    this.#after = options.after;
  }

  /** Tells from now on how many of the steps that come late are there; null when all are. */
  restoring(told: (state: RestoringState | null) => void): void {
    this.#told = told;
    this.#tell();
  }

  /** What is new lies in no journal yet. */
  override create(...[workspace, world, steps, tests]: Parameters<RowLog['create']>): Promise<WorkspaceRow> {
    return super.put(newRow(workspace), world, steps, null, tests);
  }

  async putEnd(
    ...[row, world, read, tests]: Parameters<NonNullable<RowLog['putEnd']>>
  ): Promise<WorkspaceRow> {
    const { steps, snapshot } = read;
    const { first: most, longLog } = this.#portions;
    const isShort = steps.length <= Math.max(most, longLog) && placeBefore(steps).step === 0;
    const first = steps.slice(-most);
    if (isShort) return super.put(row, world, steps, rowOfSnapshot(snapshot), tests);
    const made = await super.put({ ...row, late: placeBefore(first) }, world, first, null, tests);
    // Another tab may have begun it, and be further.
    if (made.createdAt === row.createdAt && made.generation === row.generation) this.goOn(made, read);
    return made;
  }

  /** Goes on with what an earlier start began to write, out of what was read of the log. */
  goOn(row: WorkspaceRow, read: ReadFromEnd): void {
    const { id, late } = row;
    if (late === undefined || this.#missing.has(id)) return;
    const first = read.steps[0]?.step ?? Infinity;
    if (first <= late.step && read.steps[late.step - first]?.seq !== late.seq) return;
    this.#missing.set(id, new Missing(row, late, read));
    this.#tell();
  }

  /** Writes what comes late of a workspace, once nobody is kept waiting by that. */
  fill(workspace: string): Promise<void> {
    const missing = this.#missing.get(workspace);
    if (missing !== undefined && !this.#filling.has(workspace)) this.#fill(missing);
    return this.#filling.get(workspace) ?? Promise.resolve();
  }

  override async steps(workspace: string, from: number, to: number): Promise<readonly StoredStep[]> {
    const missing = this.#missing.get(workspace);
    // Taken first: what is written meanwhile is read once.
    const late = (await missing?.steps(from, to)) ?? [];
    const next = Math.max(from, (missing?.last.step ?? 0) + 1);
    if (from + late.length < Math.min(next, to + 1)) return late;
    return [...late, ...(await super.steps(workspace, from + late.length, to))];
  }

  override async events(workspace: string, from: number, to: number): Promise<readonly RecordedEvent[]> {
    const late = (await this.#missing.get(workspace)?.events(from, to)) ?? [];
    const next = Math.max(from, (late.at(-1)?.seq ?? from - 1) + 1);
    return [...late, ...(await super.events(workspace, next, to))];
  }

  override async applied(workspace: string, commands: readonly string[]) {
    const late = (await this.#missing.get(workspace)?.applied(commands)) ?? [];
    const found = await super.applied(workspace, commands);
    return late.length === 0 ? found : new Map([...late, ...found]);
  }

  override async commands(workspace: string): Promise<readonly string[]> {
    const late = (await this.#missing.get(workspace)?.commands()) ?? [];
    return [...late, ...(await super.commands(workspace))];
  }

  override async appendRows(fence: Fence, rows: readonly StepRow[]): Promise<void> {
    const commands = rows.map(({ command }) => command);
    const late = (await this.#missing.get(fence.workspace)?.applied(commands)) ?? [];
    if (late.length > 0) throw new StorageError('duplicate', 'This command was applied already.');
    await super.appendRows(fence, rows);
  }

  override async outline(workspace: string, step: number): Promise<Outline | undefined> {
    const [late] = (await this.#missing.get(workspace)?.steps(step, step)) ?? [];
    const found = await super.outline(workspace, step);
    return found && { ...found, commandThere: late?.command ?? found.commandThere };
  }

  override async read(workspace: string, how?: ReadOptions): Promise<StoredLog | undefined> {
    const missing = this.#missing.get(workspace);
    if (missing === undefined) return super.read(workspace, how);
    const unread: number[] = [];
    const late = missing.rows();
    const from = (event: number) => {
      const rows = late.from(event);
      if (rows === null) unread.push(event);
      return rows ?? [];
    };
    const found = await super.read(workspace, how, { ...late, from });
    if (unread.length === 0) return found;
    await missing.whole();
    return this.read(workspace, how);
  }

  // What follows is seldom asked, and waits until all is there.

  override async copy(...given: Parameters<RowLog['copy']>): Promise<WorkspaceRow> {
    await this.fill(given[0]);
    return super.copy(...given);
  }

  override async census(workspace: string): Promise<WorkspaceCounts> {
    await this.fill(workspace);
    return super.census(workspace);
  }

  override async cut(...given: Parameters<DexieLog['cut']>): Promise<void> {
    await this.fill(given[0].workspace);
    return super.cut(...given);
  }

  override async replace(...given: Parameters<DexieLog['replace']>): Promise<void> {
    await this.fill(given[0].workspace);
    return super.replace(...given);
  }

  override async disown(fence: Fence, ...given: DisownArguments): Promise<void> {
    await this.fill(fence.workspace);
    return super.disown(fence, ...given);
  }

  override async close(forGood = false): Promise<void> {
    this.#closed = true;
    for (const cancel of this.#waits) cancel();
    await super.close(forGood);
  }

  #fill(missing: Missing): void {
    const { id } = missing.row;
    const filling = this.#write(missing).then(
      () => {
        this.#missing.delete(id);
        this.#filling.delete(id);
        this.#tell();
      },
      (error: unknown) => {
        const { fault } = toStorageError(error);
        if (fault !== 'gone' && fault !== 'newer' && !this.#closed) this.#later(missing);
        throw error;
      },
    );
    this.#filling.set(id, filling);
    // Whoever waits for all hears of it.
    filling.catch(() => undefined);
  }

  /** Ends when all is there, or nobody needs it any more: the workspace is gone, or this log is closed. */
  async #write(missing: Missing): Promise<void> {
    if (!(await this.#isRead(missing))) return;
    while (missing.left > 0 && !this.#closed) {
      this.#tell();
      const { rows, before } = missing.newest(this.#portions.further);
      const snapshot = rowOfSnapshot(missing.snapshot);
      if (!(await this.addLate(missing.row, before, rows, snapshot))) return;
      missing.drop(before);
      missing.snapshot = null;
    }
  }

  /** Whether all that there are were read; false where nobody needs them any more. @throws StorageError when they cannot be read now */
  async #isRead(missing: Missing): Promise<boolean> {
    try {
      await missing.whole();
      return true;
    } catch (error) {
      const found = await super.outline(missing.row.id, 0);
      if (found?.row.createdAt !== missing.row.createdAt || found.row.late === undefined) return false;
      throw error;
    }
  }

  #later(missing: Missing): void {
    const cancel = this.#after(retryAfter, () => {
      this.#waits.delete(cancel);
      this.#fill(missing);
    });
    this.#waits.add(cancel);
  }

  #tell(): void {
    const all = [...this.#missing.values()];
    const sum = (of: (missing: Missing) => number) => all.reduce((total, one) => total + of(one), 0);
    const of = sum(({ count }) => count);
    this.#told(of === 0 ? null : { done: of - sum(({ left }) => left), of });
  }
}

type DisownArguments = Parameters<DexieLog['disown']> extends [Fence, ...infer Rest] ? Rest : never;

/** The place before steps. */
function placeBefore([first]: readonly StoredStep[]): LogPosition {
  return first === undefined
    ? { step: 0, seq: 0 }
    : { step: first.step - 1, seq: first.seq - first.events.length };
}
