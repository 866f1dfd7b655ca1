import { originOf, type StoredStep, type WorkspaceRow } from '../rows.ts';
import { filesOf, goesOn, isGoingOn, type JournalFolder, type JournalName } from './folder.ts';
import type { After } from './in-time.ts';
import { headIn, lastIn } from './from-end.ts';
import { JournalFile, type StepText } from './journal-file.ts';
import { journalFormat, nothing, type Head, type Last } from './record.ts';
import type { RowLog } from './row-log.ts';

/** So many steps are copied at a time … */
const portion = 100;
/** … and so many milliseconds lie between, in which whoever writes messages goes first. */
const pause = 20;

/** What the branch began with, once that is copied: it comes before what it goes on with. */
const beginning = { epoch: 0, serial: 0 };

export type BeginningsOptions = {
  readonly folder: JournalFolder;
  readonly log: RowLog;
  readonly after: After;
};

/**
 * The journal of a long branch begins in that of its origin, as copying it takes longer than anybody waits. What lies
 * there is copied behind it, into a file that then comes before all others of the branch: from there on it is complete.
 */
export class Beginnings {
  readonly #options: BeginningsOptions;
  /** Those that are to be copied: one after the other. */
  #copying: Promise<unknown> = Promise.resolve();
  /** Branches that are thrown away. */
  readonly #left = new Set<string>();
  readonly #waits = new Set<() => void>();
  #closed = false;

  constructor(options: BeginningsOptions) {
    this.#options = options;
  }

  /**
   * Begins the journal of a branch that nobody has written to. @throws when it cannot be written, there is one, or that of
   * its origin does not hold what the branch begins with
   */
  async begin(workspace: string, origin: string): Promise<void> {
    const { folder, log } = this.#options;
    const there = await log.outline(origin, 0);
    const branch = await log.outline(workspace, 0);
    if (there === undefined || branch === undefined) throw new Error('There is no such workspace.');
    const journals = await folder.list();
    if (filesOf(journals, workspace).length > 0) throw new Error('It has a journal.');
    const newest = filesOf(journals, origin).at(-1);
    const { id, createdAt, generation } = there.row;
    if (newest === undefined || !(await this.#holds(newest, there.row, branch.last)))
      throw new Error('The journal of the origin does not hold what the branch begins with.');
    const name = { workspace, ...goesOn };
    const file = await this.#open(name);
    if (file === null) throw new Error('Another tab has begun this journal.');
    try {
      file.begin({
        format: journalFormat,
        workspace: originOf(branch.row),
        generation: branch.row.generation,
        world: branch.world,
        after: branch.last,
        beginsIn: { workspace: id, createdAt, generation },
        upTo: 0,
      });
      file.close();
    } catch (error) {
      file.close();
      await folder.remove(name).catch(() => undefined);
      throw error;
    }
  }

  /** Whether a file is of this very log, says the same in the end, and goes as far as the branch. */
  async #holds(name: JournalName, row: WorkspaceRow, { step }: Last): Promise<boolean> {
    const { folder, log } = this.#options;
    const head = await headIn(folder, name);
    const last = head && ((await lastIn(folder, name, head)) ?? head.after);
    if (last === null || last.step < step) return false;
    if (head?.generation !== row.generation || head.workspace.createdAt !== row.createdAt) return false;
    const found = await log.outline(row.id, last.step);
    // What it has beyond the log is on its way there.
    return found !== undefined && (found.last.step < last.step || found.commandThere === last.command);
  }

  /** Copies the beginning of a branch when so many milliseconds have passed. */
  later(workspace: string, milliseconds: number): void {
    void this.#wait(milliseconds).then(() => this.complete(workspace));
  }

  /** As `later`, for all that may not be complete. */
  laterAll(journals: readonly JournalName[], milliseconds: number): void {
    for (const { workspace } of journals.filter(isGoingOn)) this.later(workspace, milliseconds);
  }

  /** Whether the journals of all workspaces but one are complete, as soon as they can be. */
  async completeOthers(workspace: string): Promise<boolean> {
    for (const name of (await this.#options.folder.list()).filter(isGoingOn))
      if (name.workspace !== workspace && !(await this.complete(name.workspace))) return false;
    return true;
  }

  /** Whether the journal of a branch is complete in itself, once what is missing was copied. */
  complete(workspace: string): Promise<boolean> {
    const copying = this.#copying.then(() => this.#copy(workspace).catch(() => false));
    this.#copying = copying;
    return copying;
  }

  /** Copies no more of a workspace that is thrown away. */
  async leave(workspace: string): Promise<void> {
    this.#left.add(workspace);
    this.#wake();
    await this.#copying;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#wake();
    await this.#copying;
  }

  async #copy(workspace: string): Promise<boolean> {
    if (this.#isOver(workspace)) return false;
    const { folder } = this.#options;
    const name = filesOf(await folder.list(), workspace).find(isGoingOn);
    const head = name === undefined ? null : await headIn(folder, name);
    if (head?.beginsIn === undefined) return true;
    const file = await this.#open({ workspace, ...beginning });
    if (file === null) return false;
    try {
      return await this.#copyInto(file, head);
    } finally {
      file.close();
    }
  }

  async #copyInto(file: JournalFile, { beginsIn: _, ...head }: Head): Promise<boolean> {
    const { log } = this.#options;
    const { id } = head.workspace;
    const { step: upTo, command } = head.after;
    const isDone = () => file.last.step === upTo && file.last.command === command;
    if (isDone()) return true;
    const found = await log.outline(id, upTo);
    // Whoever writes to it begins another journal then.
    const isOfLog = found?.row.generation === head.generation && found.commandThere === command;
    if (!isOfLog) return false;
    if (file.head?.generation !== head.generation || file.head.upTo !== upTo || file.last.step >= upTo)
      file.begin({ ...head, after: nothing, upTo });
    while (file.last.step < upTo) {
      await this.#wait(pause);
      const from = file.last.step + 1;
      const steps = await log.steps(id, from, Math.min(upTo, from + portion - 1));
      if (steps.length === 0 || this.#isOver(id)) return false;
      file.append(steps.map(textOf));
    }
    return isDone();
  }

  #isOver(workspace: string): boolean {
    return this.#closed || this.#left.has(workspace);
  }

  async #open(name: JournalName): Promise<JournalFile | null> {
    const file = await this.#options.folder.open(name);
    try {
      return file && new JournalFile(file);
    } catch (error) {
      file?.close();
      throw error;
    }
  }

  /** Until the time is over, or there is nothing to wait for any more. */
  #wait(milliseconds: number): Promise<void> {
    if (this.#closed) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        cancel();
        this.#waits.delete(wake);
        resolve();
      };
      const cancel = this.#options.after(milliseconds, wake);
      this.#waits.add(wake);
    });
  }

  #wake(): void {
    for (const wake of [...this.#waits]) wake();
  }
}

const textOf = (step: StoredStep): StepText => ({
  step: step.step,
  seq: step.seq,
  command: step.command,
  text: JSON.stringify(step),
});
