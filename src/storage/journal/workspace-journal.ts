import type { Bookmark } from '../../protocol/engine-api.ts';
import type { Fence } from '../log.ts';
import type { StepRow, StoredStep } from '../rows.ts';
import { inTime, type After } from './in-time.ts';
import { JournalFiles, type JournalOptions } from './journal-files.ts';
import { leaseIsOver } from './lease.ts';
import type { SnapshotRecord } from './record.ts';

/** While the journal cannot be had, this often it is asked for again, in milliseconds. */
const askAgainEvery = 5000;

/**
 * The journal of one workspace while this tab writes to it. Where it cannot be had or written, whoever writes does
 * without it, and it is brought up to date from the log once it can.
 */
export class WorkspaceJournal {
  readonly #files: JournalFiles;
  readonly #after: After;
  /** Whether the file holds just what the log and what was written ahead of it hold. */
  #isCurrent = false;
  /** How often the log was changed by others than `#running`, which goes on until it has seen the last change. */
  #changes = 0;
  /** Whoever brings the file up to date, until there is nothing left to do or waiting for it takes too long. */
  #running: Promise<void> | null = null;
  #closed = false;
  #stopAsking = () => {};

  constructor(options: JournalOptions, fence: Fence) {
    this.#files = new JournalFiles(options, fence);
    this.#after = options.after;
  }

  get isCurrent(): boolean {
    return this.#isCurrent;
  }

  /** How many steps the log has, as far as the journal can tell; infinitely many where there is none. */
  get stepCount(): number {
    return this.#files.file?.last.step ?? Infinity;
  }

  /** Takes the journal and brings it and the log up to date with each other, if it can be had soon. */
  async open(): Promise<void> {
    this.#running ??= inTime(this.#after, this.#bring(true), undefined, leaseIsOver + 2000);
    await this.#running;
  }

  /** Writes steps ahead of the log; false when that cannot be done, and the log has to be written first. */
  write(rows: readonly StepRow[]): boolean {
    const { file } = this.#files;
    if (file === null || !this.#isCurrent || file.last.step + 1 !== rows[0]?.step) return false;
    try {
      file.append(rows);
      return true;
    } catch {
      this.#giveUp();
      return false;
    }
  }

  /** Writes down steps that the log has taken. */
  async note(rows: readonly StepRow[]): Promise<void> {
    const last = rows.at(-1);
    if (last === undefined) return;
    const isThere = this.#isCurrent && (this.#files.file?.last.step ?? 0) >= last.step;
    if (!isThere && !this.write(rows)) await this.bringUpToDate();
  }

  /** Keeps the world as it is after event `seq`, if that is the last one. */
  keepSnapshot(seq: number, snapshot: Omit<SnapshotRecord, 'last'>): void {
    const { file } = this.#files;
    if (file === null || !this.#isCurrent || file.last.seq !== seq) return;
    try {
      file.keepSnapshot({ last: file.last, ...snapshot });
    } catch {
      this.#giveUp();
    }
  }

  /** Notes which moments are marked now; one that cannot be written gets it from the log when it is brought up to date. */
  keepBookmarks(bookmarks: readonly Bookmark[]): void {
    const { file } = this.#files;
    if (file === null || !this.#isCurrent) return;
    try {
      file.keepBookmarks(bookmarks);
    } catch {
      this.#giveUp();
    }
  }

  /** What the journal has after a step. */
  async stepsAfter(step: number): Promise<readonly StoredStep[]> {
    const found = this.#isCurrent ? this.#files.file?.stepsAfter(step) : [];
    if (found === undefined || found[0]?.step === step + 1) return found ?? [];
    return this.#files.stepsAfter(step);
  }

  /** Makes journal and log the same: what only one of them has is added to the other. */
  async bringUpToDate(): Promise<void> {
    if (this.#closed || (this.#files.file === null && this.#running === null)) return;
    this.#isCurrent = false;
    this.#changes += 1;
    this.#running ??= inTime(this.#after, this.#bring(false), undefined);
    await this.#running;
  }

  close(): void {
    this.#closed = true;
    this.#stopAsking();
    this.#isCurrent = false;
    this.#files.close();
  }

  async #bring(takes: boolean): Promise<void> {
    let isTaken = !takes;
    for (let seen = -1; seen !== this.#changes;) {
      seen = this.#changes;
      try {
        if (!isTaken) await this.#files.take();
        isTaken = true;
        if (this.#closed) this.#files.release();
        else await this.#files.reconcile();
        if (seen === this.#changes) await this.#files.tidy();
      } catch {
        if (!isTaken || seen === this.#changes) this.#giveUp();
      }
      if (this.#files.file === null) break;
    }
    this.#running = null;
    this.#isCurrent = this.#files.file !== null;
  }

  #askLater(): void {
    this.#stopAsking();
    if (this.#closed) return;
    this.#stopAsking = this.#after(askAgainEvery, () => void this.open());
  }

  #giveUp(): void {
    this.#isCurrent = false;
    this.#files.release();
    this.#askLater();
  }
}
