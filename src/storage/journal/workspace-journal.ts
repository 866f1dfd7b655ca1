import type { Fence } from '../log.ts';
import { originOf, type StepRows, type WorkspaceRow } from '../rows.ts';
import type { JournalFolder } from './folder.ts';
import { inTime, type After } from './in-time.ts';
import { JournalFile, type Last } from './journal-file.ts';
import { journalFormat } from './record.ts';
import type { RowLog } from './row-log.ts';

/** How long, in milliseconds, the tab that wrote before may take to let go of its journal. */
const patience = [0, 30, 100];
/** While it cannot be had, this often it is asked for again. */
const askAgainEvery = 5000;
/** So many steps are copied at a time. */
const portion = 500;

/**
 * The journal of one workspace while this tab writes to it. It never stands in the way: what goes wrong with it
 * is forgotten, what takes long goes on in the background, and it is brought up to date from the log once it can
 * be had.
 */
export class WorkspaceJournal {
  readonly #folder: JournalFolder;
  readonly #log: RowLog;
  readonly #fence: Fence;
  readonly #after: After;
  #file: JournalFile | null = null;
  /** Whether the file holds just what the log holds. */
  #isCurrent = false;
  /** Whether the log may hold more than `#running` has seen. */
  #isBehind = false;
  /** Whoever brings the file up to date, until there is nothing left to do or waiting for it takes too long. */
  #running: Promise<void> | null = null;
  #closed = false;
  #stopAsking = () => {};

  constructor(folder: JournalFolder, log: RowLog, fence: Fence, after: After) {
    this.#folder = folder;
    this.#log = log;
    this.#fence = fence;
    this.#after = after;
  }

  /** Takes the file and brings file and log up to date with each other, if the file can be had soon. */
  open(): Promise<void> {
    return inTime(this.#after, this.#open(), undefined);
  }

  /** Writes down steps that the log has just taken. */
  async note(steps: readonly StepRows[]): Promise<void> {
    const file = this.#file;
    if (file === null || steps.length === 0) return;
    if (!this.#isCurrent || file.last.step + 1 !== steps[0]?.input.step) return this.bringUpToDate();
    try {
      file.append(steps);
    } catch {
      this.#giveUp();
    }
  }

  /** Makes file and log the same: what only one of them has is added to the other. */
  async bringUpToDate(): Promise<void> {
    if (this.#file === null) return;
    this.#isCurrent = false;
    this.#isBehind = true;
    this.#running ??= inTime(this.#after, this.#catchUp(), undefined);
    await this.#running;
  }

  isOf({ epoch }: Fence): boolean {
    return epoch === this.#fence.epoch;
  }

  close(): void {
    this.#closed = true;
    this.#stopAsking();
    this.#release();
  }

  async #open(): Promise<void> {
    for (const delay of patience) {
      if (delay > 0) await new Promise<void>((resolve) => this.#after(delay, resolve));
      if (await this.#take()) break;
    }
    if (this.#file === null) this.#askLater();
    else await this.bringUpToDate();
  }

  async #catchUp(): Promise<void> {
    while (this.#isBehind && this.#file !== null) {
      this.#isBehind = false;
      await this.#reconcile(this.#file).catch(() => {
        if (!this.#isBehind) this.#giveUp();
      });
    }
    this.#running = null;
    this.#isCurrent = this.#file !== null;
  }

  async #reconcile(file: JournalFile): Promise<void> {
    const { workspace } = this.#fence;
    const stored = await this.#log.outline(workspace, file.last.step);
    if (stored === undefined) throw new Error('The log has no such workspace.');
    const { row, world, last, commandThere } = stored;
    const isSameLog = isOfLog(file, row);
    if (isSameLog && file.last.step > last.step) {
      const lost = lostSteps(file, last);
      if (lost.length > 0) {
        await this.#log.append(this.#fence, lost);
        return this.#reconcile(file);
      }
    }
    const goesOn = isSameLog && (file.last.step === 0 || file.last.command === commandThere);
    if (!goesOn) {
      file.begin({ format: journalFormat, workspace: originOf(row), generation: row.generation, world });
    }
    while (file.last.step < last.step) {
      const steps = await this.#log.steps(workspace, file.last.step, portion);
      if (steps.length === 0) throw new Error('The log has a gap.');
      file.append(steps);
    }
  }

  /** Takes the file, if there is one to be had; false while another tab has it. */
  async #take(): Promise<boolean> {
    try {
      const file = await this.#folder.open(this.#fence.workspace);
      if (file === null) return false;
      try {
        if (!this.#closed) this.#file = new JournalFile(file);
      } finally {
        if (this.#file === null) file.close();
      }
    } catch {
      // As if there were none.
    }
    return true;
  }

  #askLater(): void {
    if (this.#closed) return;
    this.#stopAsking = this.#after(askAgainEvery, () => {
      void this.#take().then(() => {
        if (this.#file === null) this.#askLater();
        else void this.bringUpToDate();
      });
    });
  }

  #giveUp(): void {
    this.#release();
    this.#askLater();
  }

  #release(): void {
    try {
      this.#file?.close();
    } catch {
      // It is closed already.
    }
    this.#file = null;
    this.#isCurrent = false;
  }
}

/** Whether the file was begun for this log: not for an earlier conversation, nor for another workspace of its name. */
function isOfLog({ head }: JournalFile, { createdAt, generation }: WorkspaceRow): boolean {
  return head?.generation === generation && head.workspace.createdAt === createdAt;
}

/** What the journal has and the log no longer has; nothing if they differ before that. */
function lostSteps(file: JournalFile, { step, command }: Last): readonly StepRows[] {
  if (step === 0) return file.stepsAfter(0);
  const [last, ...lost] = file.stepsAfter(step - 1);
  return last?.input.command === command ? lost : [];
}
