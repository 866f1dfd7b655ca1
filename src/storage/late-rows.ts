import type { Census, RestoringState } from '../protocol/engine-api.ts';
import type { RecordedEvent } from '../engine/events.ts';
import type { Connection, ConnectionOptions } from './connection.ts';
import { DexieLog } from './dexie-log.ts';
import type { Outline, RowLog } from './journal/row-log.ts';
import type { Fence, ReadOptions } from './log.ts';
import { Missing } from './missing.ts';
import { rowOf } from './readable.ts';
import { newRow, type StepRow, type StoredLog, type StoredStep, type WorkspaceRow } from './rows.ts';
import { StorageError, toStorageError } from './storage-error.ts';

/** How many steps are written at a time. */
export type Portions = {
  /** So many of a lost log are written before it is there; what comes before them follows … */
  readonly first: number;
  /** … in so many at a time, the newest first, … */
  readonly further: number;
  /** … if there are more than so many, as all at once takes longer than anybody waits. */
  readonly longLog: number;
};

const usual: Portions = { first: 1000, further: 500, longLog: 2000 };
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

  override async put(...[row, world, steps, ...more]: Parameters<DexieLog['put']>): Promise<WorkspaceRow> {
    const { first, longLog } = this.#portions;
    if (steps.length <= longLog) return super.put(row, world, steps, ...more);
    const { last } = new Missing(row, steps.slice(0, -first));
    const made = await super.put({ ...row, late: last }, world, steps.slice(-first), ...more);
    // Another tab may have begun it, and be further.
    if (made.createdAt === row.createdAt && made.generation === row.generation) this.goOn(made, steps);
    return made;
  }

  /** Goes on with what an earlier start began to write, out of all steps of the log. */
  goOn(row: WorkspaceRow, steps: readonly StoredStep[]): void {
    const { id, late } = row;
    if (late === undefined || this.#missing.has(id) || steps[late.step - 1]?.seq !== late.seq) return;
    this.#fill(new Missing(row, steps.slice(0, late.step)));
  }

  override async steps(workspace: string, from: number, to: number): Promise<readonly StoredStep[]> {
    const { steps, last } = this.#missing.get(workspace) ?? none;
    const found = await super.steps(workspace, Math.max(from, last.step + 1), to);
    return [...steps.slice(from - 1, Math.min(to, last.step)), ...found];
  }

  override async events(workspace: string, from: number, to: number): Promise<readonly RecordedEvent[]> {
    const missing = this.#missing.get(workspace);
    // Taken first: what is written meanwhile is read once.
    const late = missing?.events(from, to) ?? [];
    return [...late, ...(await super.events(workspace, Math.max(from, (missing?.last.seq ?? 0) + 1), to))];
  }

  override async applied(workspace: string, commands: readonly string[]) {
    const late = this.#missing.get(workspace)?.applied(commands) ?? [];
    const found = await super.applied(workspace, commands);
    return late.length === 0 ? found : new Map([...late, ...found]);
  }

  override async commands(workspace: string): Promise<readonly string[]> {
    const missing = this.#missing.get(workspace);
    return [...(missing?.commands() ?? []), ...(await super.commands(workspace))];
  }

  override async appendRows(fence: Fence, rows: readonly StepRow[]): Promise<void> {
    const late = this.#missing.get(fence.workspace)?.applied(rows.map(({ command }) => command)) ?? [];
    if (late.length > 0) throw new StorageError('duplicate', 'This command was applied already.');
    await super.appendRows(fence, rows);
  }

  override async outline(workspace: string, step: number): Promise<Outline | undefined> {
    const late = this.#missing.get(workspace)?.steps[step - 1]?.command;
    const found = await super.outline(workspace, step);
    return found && { ...found, commandThere: late ?? found.commandThere };
  }

  override read(workspace: string, how?: ReadOptions): Promise<StoredLog | undefined> {
    const { steps, last } = this.#missing.get(workspace) ?? none;
    const from = (event: number) =>
      steps.filter(({ seq }) => seq >= event).map((step) => rowOf(workspace, step));
    return super.read(workspace, how, { upTo: last.step, from });
  }

  // What follows is seldom asked, and waits until all is there.

  override async copy(...given: Parameters<RowLog['copy']>): Promise<WorkspaceRow> {
    await this.#filling.get(given[0]);
    return super.copy(...given);
  }

  override async census(workspace: string): Promise<Census> {
    await this.#filling.get(workspace);
    return super.census(workspace);
  }

  override async cut(...given: Parameters<DexieLog['cut']>): Promise<void> {
    await this.#filling.get(given[0].workspace);
    return super.cut(...given);
  }

  override async replace(...given: Parameters<DexieLog['replace']>): Promise<void> {
    await this.#filling.get(given[0].workspace);
    return super.replace(...given);
  }

  override async disown(fence: Fence, ...given: DisownArguments): Promise<void> {
    await this.#filling.get(fence.workspace);
    return super.disown(fence, ...given);
  }

  override async close(forGood = false): Promise<void> {
    this.#closed = true;
    for (const cancel of this.#waits) cancel();
    await super.close(forGood);
  }

  #fill(missing: Missing): void {
    const { id } = missing.row;
    this.#missing.set(id, missing);
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
    while (missing.steps.length > 0 && !this.#closed) {
      this.#tell();
      const { rows, before } = missing.newest(this.#portions.further);
      if (!(await this.addLate(missing.row, before, rows))) return;
      missing.drop(before.step);
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
    this.#told(of === 0 ? null : { done: of - sum(({ steps }) => steps.length), of });
  }
}

type DisownArguments = Parameters<DexieLog['disown']> extends [Fence, ...infer Rest] ? Rest : never;

const none: Pick<Missing, 'steps' | 'last'> = { steps: [], last: { step: 0, seq: 0 } };
