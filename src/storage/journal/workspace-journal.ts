import type { Fence } from '../log.ts';
import type { StepRows } from '../rows.ts';
import type { JournalFolder } from './folder.ts';
import { JournalFile, type Last } from './journal-file.ts';
import { journalFormat } from './record.ts';
import type { RowLog } from './row-log.ts';

/** How long, in milliseconds, the tab that wrote before may take to let go of its journal. */
const patience = [0, 30, 100];
/** While it does not let go, this often it is asked again. */
const askAgainEvery = 5000;
/** So many steps are copied at a time. */
const portion = 500;

export type After = (milliseconds: number, run: () => void) => () => void;

/**
 * The journal of one workspace while this tab writes to it. It never stands in the way: what goes wrong with it
 * is forgotten, the log goes on without it, and it is brought up to date from the log once it can be had.
 */
export class WorkspaceJournal {
  readonly #folder: JournalFolder;
  readonly #log: RowLog;
  readonly #fence: Fence;
  readonly #after: After;
  #file: JournalFile | null = null;
  /** Whether the file holds just what the log holds. */
  #isCurrent = false;
  #closed = false;
  #stopAsking = () => {};

  constructor(folder: JournalFolder, log: RowLog, fence: Fence, after: After) {
    this.#folder = folder;
    this.#log = log;
    this.#fence = fence;
    this.#after = after;
  }

  /** Takes the file and brings file and log up to date with each other, if the file can be had soon. */
  async open(): Promise<void> {
    for (const delay of patience) {
      if (delay > 0) await new Promise<void>((resolve) => this.#after(delay, resolve));
      if (await this.#take()) break;
    }
    if (this.#file === null) this.#askLater();
    await this.bringUpToDate();
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
    const file = this.#file;
    if (file === null) return;
    this.#isCurrent = false;
    try {
      await this.#reconcile(file);
      this.#isCurrent = this.#file === file;
    } catch {
      this.#giveUp();
    }
  }

  isOf({ epoch }: Fence): boolean {
    return epoch === this.#fence.epoch;
  }

  close(): void {
    this.#closed = true;
    this.#stopAsking();
    this.#release();
  }

  async #reconcile(file: JournalFile): Promise<void> {
    const { workspace } = this.#fence;
    const stored = await this.#log.outline(workspace, file.last.step);
    if (stored === undefined) throw new Error('The log has no such workspace.');
    const { row, world, last, commandThere } = stored;
    const isSameLog = file.head?.generation === row.generation;
    if (isSameLog && file.last.step > last.step) {
      const lost = lostSteps(file, last);
      if (lost.length > 0) {
        await this.#log.append(this.#fence, lost);
        return this.#reconcile(file);
      }
    }
    const goesOn = isSameLog && (file.last.step === 0 || file.last.command === commandThere);
    if (!goesOn) {
      const { id, name, createdAt } = row;
      const { generation } = row;
      file.begin({ format: journalFormat, workspace: { id, name, createdAt }, generation, world });
    }
    while (file.last.step < last.step) {
      const steps = await this.#log.steps(workspace, file.last.step, portion);
      if (steps.length === 0) throw new Error('The log has a gap.');
      file.append(steps);
    }
  }

  async #take(): Promise<boolean> {
    try {
      const file = await this.#folder.open(this.#fence.workspace);
      if (file === null) return false;
      if (this.#closed || this.#file !== null) file.close();
      else this.#file = new JournalFile(file);
      return true;
    } catch {
      return true; // there is none to be had here, now or later
    }
  }

  #askLater(): void {
    if (this.#closed) return;
    this.#stopAsking = this.#after(askAgainEvery, () => {
      void this.#take().then((done) => {
        if (!done) this.#askLater();
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

/** What the journal has and the log no longer has; nothing if they differ before that. */
function lostSteps(file: JournalFile, { step, command }: Last): readonly StepRows[] {
  if (step === 0) return file.stepsAfter(0);
  const [last, ...lost] = file.stepsAfter(step - 1);
  return last?.input.command === command ? lost : [];
}
