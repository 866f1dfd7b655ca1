import type { Fence } from '../log.ts';
import { rowOf } from '../readable.ts';
import type { StepRow, StoredStep } from '../rows.ts';
import { StorageError, toStorageError } from '../storage-error.ts';
import { inTime, type After } from './in-time.ts';
import { lease } from './lease.ts';
import type { RowLog } from './row-log.ts';
import type { WorkspaceJournal } from './workspace-journal.ts';

/** The log follows so many milliseconds after a step at the latest … */
const followsWithin = 200;
/** … or after so many steps, which are also the most that it takes in one transaction. */
const mostAhead = 256;
/** All commands that the log knows are read so many milliseconds after it was opened: of 50,000 messages that takes half a second … */
const learnsAfter = 1500;
/** … but at once where it has no more steps than these, as to look for each command by itself costs more than writing it. */
const learnsAtOnce = 500;
/** While the log cannot be written, it is tried again this seldom, in milliseconds. */
const retryEvery = 5000;

export type WrittenAheadOptions = {
  readonly log: RowLog;
  readonly journal: WorkspaceJournal;
  readonly fence: Fence;
  readonly after: After;
  /** Milliseconds that only ever grow. */
  readonly monotonic: () => number;
};

/**
 * What one writer has put into the journal of a workspace and the log does not hold yet. A step is durable as soon as
 * it lies in the journal; where that cannot be written, it goes to the log first.
 */
export class WrittenAhead {
  readonly #options: WrittenAheadOptions;
  /** In the order of their steps; the first follows the last one in the log. */
  #pending: StepRow[] = [];
  /** Commands that were applied; null until all that the log has are known. */
  #known: Set<string> | null = null;
  readonly #own = new Set<string>();
  /** How often they were asked for: only the last answer counts. */
  #learnings = 0;
  /** When the log was last seen to let this writer write. */
  #verifiedAt: number;
  /** Why this writer writes no more. */
  #over: StorageError | null = null;
  /** Whether the log could not be written lately: then it comes first. */
  #fails = false;
  #following: Promise<void> | null = null;
  #cancel = () => {};
  #cancelLearning = () => {};

  constructor(options: WrittenAheadOptions) {
    this.#options = options;
    this.#verifiedAt = options.monotonic();
  }

  get fence(): Fence {
    return this.#options.fence;
  }

  get journal(): WorkspaceJournal {
    return this.#options.journal;
  }

  /** Resolves when the steps are durable. @throws StorageError, and then they may or may not be */
  async append(steps: readonly StoredStep[]): Promise<void> {
    const { fence, journal } = this.#options;
    if (this.#over !== null) throw this.#over;
    const rows = steps.map((step) => rowOf(fence.workspace, step));
    if (this.#fails || !journal.isCurrent) return this.#appendToLog(rows);
    await this.#mustBeNew(rows);
    const verifying = this.#isVerified() ? null : this.#verify();
    verifying?.catch(() => undefined); // it is awaited below
    if (!journal.write(rows)) return this.#appendToLog(rows);
    for (const row of rows) {
      this.#pending.push(row);
      this.#own.add(row.command);
    }
    if (this.#pending.length >= mostAhead) this.#followNow();
    else this.#followLater(followsWithin);
    await verifying;
    // What is asked after it was written holds, however late the answer: whoever claims the workspace since reads it.
    if (!this.#isVerified()) await this.#verify();
  }

  /** The log holds all that is durable now, once this resolves: not what others add meanwhile. @throws StorageError */
  async settle(): Promise<void> {
    if (this.#over !== null) throw this.#over;
    const last = this.#pending.at(-1)?.step ?? 0;
    while ((this.#pending[0]?.step ?? Infinity) <= last) await this.#follow();
  }

  /** The log was changed by other ways than this one: which commands it knows is asked anew, and until then of each by itself. */
  learnAgain(): void {
    this.#known = null;
    this.#own.clear();
    for (const { command } of this.#pending) this.#own.add(command);
    this.#learnings += 1;
    this.#cancelLearning();
    const { after, journal } = this.#options;
    if (journal.stepCount <= learnsAtOnce) void this.#learnCommands();
    else this.#cancelLearning = after(learnsAfter, () => void this.#learnCommands());
  }

  /** Gives the log what it can still take, and lets go of the journal. */
  async close(): Promise<void> {
    await inTime(this.#options.after, this.settle(), undefined).catch(() => undefined);
    this.#over ??= new StorageError('fenced', 'This writer was closed.');
    this.#cancel();
    this.#cancelLearning();
    this.#options.journal.close();
  }

  async #appendToLog(rows: readonly StepRow[]): Promise<void> {
    const { log, journal, fence, monotonic } = this.#options;
    await this.settle();
    const at = monotonic();
    await log.appendRows(fence, rows);
    this.#verifiedAt = at;
    for (const { command } of rows) this.#own.add(command);
    await journal.note(rows);
  }

  async #mustBeNew(rows: readonly StepRow[]): Promise<void> {
    const { log, fence } = this.#options;
    const commands = rows.map(({ command }) => command);
    const isKnown = (command: string) => this.#own.has(command) || this.#known?.has(command) === true;
    const isTwice =
      new Set(commands).size < commands.length ||
      commands.some(isKnown) ||
      (this.#known === null && (await log.applied(fence.workspace, commands)).size > 0);
    if (isTwice) throw new StorageError('duplicate', 'This command was applied already.');
  }

  async #learnCommands(): Promise<void> {
    const learning = this.#learnings;
    try {
      const known = await this.#options.log.commands(this.#options.fence.workspace);
      if (learning === this.#learnings) this.#known = new Set(known);
    } catch {
      // Each command is then looked for by itself.
    }
  }

  #isVerified(): boolean {
    return this.#options.monotonic() - this.#verifiedAt <= lease;
  }

  async #verify(): Promise<void> {
    const { log, fence, monotonic } = this.#options;
    const at = monotonic();
    try {
      await log.verify(fence);
    } catch (error) {
      throw this.#learn(error);
    }
    this.#verifiedAt = at;
  }

  #followLater(milliseconds: number): void {
    if (this.#following !== null) return;
    this.#cancel();
    this.#cancel = this.#options.after(milliseconds, () => {
      this.#followNow();
    });
  }

  /** Without anybody who waits for it: where that fails, it is tried again. */
  #followNow(): void {
    this.#follow().catch(() => undefined);
  }

  /** Writes what is pending into the log, once. @throws StorageError */
  #follow(): Promise<void> {
    this.#following ??= this.#writePending().finally(() => {
      this.#following = null;
      if (this.#over === null && this.#pending.length > 0)
        this.#followLater(this.#fails ? retryEvery : followsWithin);
    });
    return this.#following;
  }

  async #writePending(): Promise<void> {
    const { log, fence, monotonic } = this.#options;
    this.#cancel();
    const rows = this.#pending.slice(0, mostAhead);
    const at = monotonic();
    let written = rows.length;
    try {
      await log.appendRows(fence, rows);
      this.#verifiedAt = Math.max(this.#verifiedAt, at);
    } catch (error) {
      const failure = this.#learn(error);
      this.#fails = this.#over === null;
      written = this.#fails ? await this.#countWritten(rows) : 0;
      if (written === 0) throw failure;
    }
    this.#fails = false;
    this.#pending.splice(0, written);
  }

  /** How many of the rows the log took though it said that it did not, now or earlier (reliability L6). */
  async #countWritten(rows: readonly StepRow[]): Promise<number> {
    const { log, fence } = this.#options;
    const found = await log.applied(
      fence.workspace,
      rows.map(({ command }) => command),
    );
    const missing = rows.findIndex(({ command, step }) => found.get(command)?.step !== step);
    return missing < 0 ? rows.length : missing;
  }

  #learn(error: unknown): StorageError {
    const failure = toStorageError(error);
    const { fault } = failure;
    if (fault === 'fenced' || fault === 'gone' || fault === 'newer') this.#over = failure;
    return failure;
  }
}
