import type { Fence } from '../log.ts';
import { rowOf } from '../readable.ts';
import { originOf, type StoredStep, type WorkspaceRow } from '../rows.ts';
import { StorageError } from '../storage-error.ts';
import type { Chain } from './chain.ts';
import { filesOf, type JournalFolder, type JournalName } from './folder.ts';
import type { After } from './in-time.ts';
import { JournalFile } from './journal-file.ts';
import { leaseIsOver } from './lease.ts';
import { journalFormat, nothing, type Last } from './record.ts';
import type { Outline, RowLog } from './row-log.ts';
import { coded } from '../codes.ts';

/** So often it is looked whether another tab has let go of a journal, in milliseconds. */
const lookEvery = 50;
/** So many steps are copied at a time. */
const portion = 500;
/** A journal of several files with at most so many steps is written anew as one. */
export const mostMerged = 2000;

export type JournalOptions = {
  readonly folder: JournalFolder;
  readonly log: RowLog;
  readonly after: After;
  /** As `mostMerged`, where that is another one. */
  readonly mostMerged?: number | undefined;
  /** The log was given steps that only the journal had. */
  readonly changed?: () => void;
};

/**
 * The files that the journal of one workspace consists of, and how they and the log are made the same. What only one
 * of them has is added to the other; where they say different things, the log is right, and the rest is put aside.
 */
export class JournalFiles {
  readonly #options: JournalOptions;
  readonly #fence: Fence;
  #file: JournalFile | null = null;
  /** The files that count, the one that is written included. */
  #counting: readonly JournalName[] = [];
  /** Files that were read, those that do not count among them. What somebody began since is not his to throw away. */
  #read: readonly JournalName[] = [];
  #closed = false;

  constructor(options: JournalOptions, fence: Fence) {
    this.#options = options;
    this.#fence = fence;
  }

  /** The file that is written; null while it cannot be had. */
  get file(): JournalFile | null {
    return this.#file;
  }

  /** Takes the newest file; where another tab holds it to the end of its lease, begins one that goes on after it. */
  async take(): Promise<void> {
    const names = await this.#names();
    const newest = names.at(-1);
    if (newest === undefined) return this.#begin(await this.#outline(0));
    const held = await this.#hold(newest);
    if (held !== null) this.#file = held;
    this.#counting = names;
    if (this.#closed) return;
    const isUsable = held !== null && held.head !== null;
    if (isUsable && (names.length === 1 || this.#isLongTail(held))) return;
    // Though what older files hold may be damaged.
    if (isUsable) await this.#putBackAhead(held, await this.#outline(0));
    const chain = await this.#readAll();
    this.#read = names;
    const { stored, goesOn } = await this.#agree(chain);
    const isHeld = isUsable && isSame(chain.files.at(-1), newest);
    const isOneFile = chain.files.length <= 1;
    this.#counting = chain.files;
    if (isHeld && goesOn && (isOneFile || stored.last.step > this.#mostMerged)) return;
    this.release();
    await this.#begin(stored, held === null && goesOn ? chain : null);
  }

  /** Gives the log what only the journal has, and says whether the journal goes on from there. */
  async #agree(chain: Chain): Promise<{ readonly stored: Outline; readonly goesOn: boolean }> {
    const { log } = this.#options;
    const { steps } = chain;
    const stored = await this.#outline(steps.length);
    const { row, last, commandThere } = stored;
    const isOfIt = isOfLog(chain, row);
    await this.#setAside(chain, isOfIt, row);
    if (!isOfIt) return { stored, goesOn: false };
    const isAhead = steps.length > last.step;
    const there = steps[Math.min(steps.length, last.step) - 1];
    if (there !== undefined && there.command !== (isAhead ? last.command : commandThere)) {
      // What the database says has been seen since.
      await log.disown(this.#fence, steps, coded('not-followed', {}));
      return { stored: await this.#outline(0), goesOn: false };
    }
    if (!isAhead) return { stored, goesOn: true };
    await this.#putBack(steps.slice(last.step));
    return { stored: await this.#outline(steps.length), goesOn: true };
  }

  /** Keeps what nobody can follow to: what comes behind a damaged place, and of a log that went on another way all of it. */
  async #setAside({ head, steps, behind }: Chain, isOfIt: boolean, row: WorkspaceRow): Promise<void> {
    const isOfOther = head !== null && !isBorn(head.workspace, row);
    const aside = isOfIt || isOfOther ? behind : [...steps, ...behind];
    if (aside.length === 0 || isOfOther) return;
    const reason = isOfIt ? coded('step-missing', { step: steps.length + 1 }) : coded('not-followed', {});
    await this.#options.log.setAside(row, aside, reason);
  }

  /** A file that goes on after others, of a log too long to be read or written anew whenever it is opened. */
  #isLongTail({ head, last }: JournalFile): boolean {
    return head !== null && head.after.step > 0 && last.step > this.#mostMerged;
  }

  get #mostMerged(): number {
    return this.#options.mostMerged ?? mostMerged;
  }

  async #putBack(steps: readonly StoredStep[]): Promise<void> {
    await this.#options.log.append(this.#fence, steps);
    this.#options.changed?.();
  }

  async #hold(name: JournalName): Promise<JournalFile | null> {
    const { after } = this.#options;
    for (let waited = 0; !this.#closed; waited += lookEvery) {
      const file = await this.#open(name);
      if (file !== null) return file;
      if (waited >= leaseIsOver) return null;
      await new Promise<void>((resolve) => after(lookEvery, resolve));
    }
    return null;
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

  /** Begins a file that goes on after those of a chain, or one that takes the place of all. */
  async #begin({ row, world, last }: Outline, after: Chain | null = null): Promise<void> {
    const { workspace, epoch } = this.#fence;
    const serials = (await this.#names())
      .filter((name) => name.epoch === epoch)
      .map(({ serial }) => serial + 1);
    const name = { workspace, epoch, serial: Math.max(0, ...serials) };
    const file = await this.#open(name);
    if (file?.head !== null) {
      file?.close();
      throw new Error('Another tab has begun this journal.');
    }
    this.#file = file;
    this.#counting = [...(after?.files ?? []), name];
    try {
      file.begin({
        format: journalFormat,
        workspace: originOf(row),
        generation: row.generation,
        world,
        after: after === null ? nothing : lastOf(after),
        upTo: after === null ? last.step : 0,
      });
    } catch (error) {
      this.release();
      await this.#options.folder.remove(name).catch(() => undefined);
      throw error;
    }
  }

  /** Throws away the files that no longer count; one that another tab holds goes another time. */
  async tidy(): Promise<void> {
    const read = this.#read;
    this.#read = [];
    for (const name of read) {
      if (!this.#counting.some((one) => isSame(one, name)))
        await this.#options.folder.remove(name).catch(() => undefined);
    }
  }

  /** Makes the file that is written and the log the same. @throws when one of them cannot be read or written */
  async reconcile(): Promise<void> {
    const file = this.#file;
    if (file === null) return;
    const outline = await this.#outline(file.last.step);
    const { row, last, commandThere } = outline;
    if (await this.#putBackAhead(file, outline)) return this.reconcile();
    const agrees = file.last.step === 0 || file.last.command === commandThere;
    if (isOfLog(file, row) && file.last.step <= last.step && agrees) {
      await this.#copy(file, last.step);
      file.keepName(row.name, row.isRenamed === true);
      if (row.about?.bookmarks !== undefined) file.keepBookmarks(row.about.bookmarks);
      return;
    }
    const names = await this.#names();
    const { stored } = await this.#agree(await this.#readAll());
    this.release();
    this.#read = names;
    await this.#begin(stored);
    return this.reconcile();
  }

  /** Gives the log what only this file has; false when that is nothing, or does not follow. */
  async #putBackAhead(file: JournalFile, { row, last }: Outline): Promise<boolean> {
    if (!isOfLog(file, row) || file.last.step <= last.step) return false;
    const ahead = await this.#aheadOf(file, last);
    if (ahead.length > 0) await this.#putBack(ahead);
    return ahead.length > 0;
  }

  /** What the file has and the log no longer has; nothing if they differ before that. */
  async #aheadOf(file: JournalFile, last: Last): Promise<readonly StoredStep[]> {
    const from = Math.max(1, last.step);
    const found = file.stepsAfter(from - 1);
    const begins = file.head?.after ?? nothing;
    const goesOn = begins.step === last.step && begins.command === last.command;
    if (goesOn && found[0]?.step === last.step + 1) return found;
    const steps = found[0]?.step === from ? found : (await this.#readAll()).steps.slice(from - 1);
    if (last.step === 0) return steps;
    return steps[0]?.command === last.command ? steps.slice(1) : [];
  }

  /** Adds what the log has up to step `to` and the file has not. */
  async #copy(file: JournalFile, to: number): Promise<void> {
    const { log } = this.#options;
    const { workspace } = this.#fence;
    while (file.last.step < to) {
      const from = file.last.step + 1;
      const steps = await log.steps(workspace, from, Math.min(to, from + portion - 1));
      if (steps.length === 0) throw new Error('The log has a gap.');
      if (this.#file !== file) throw new Error('The journal was let go of meanwhile.');
      file.append(steps.map((step) => rowOf(workspace, step)));
    }
  }

  async #outline(step: number): Promise<Outline> {
    const stored = await this.#options.log.outline(this.#fence.workspace, step);
    if (stored === undefined) throw new Error('The log has no such workspace.');
    if (stored.row.epoch !== this.#fence.epoch) throw new StorageError('fenced', 'Another tab writes now.');
    return stored;
  }

  async #names(): Promise<readonly JournalName[]> {
    return filesOf(await this.#options.folder.list(), this.#fence.workspace);
  }

  /** What the files say together: seldom asked, and so a part of its own. */
  async #readAll(): Promise<Chain> {
    const { folder } = this.#options;
    const { readChain } = await import('./chain.ts');
    return readChain(folder, await folder.list(), this.#fence.workspace);
  }

  /** What the files have after a step, if they say the same as the log up to there. */
  async stepsAfter(step: number): Promise<readonly StoredStep[]> {
    const chain = await this.#readAll();
    const { row, commandThere } = await this.#outline(step);
    const agrees = step === 0 || chain.steps[step - 1]?.command === commandThere;
    return isOfLog(chain, row) && agrees ? chain.steps.slice(step) : [];
  }

  /** Lets go of the file that is written. */
  release(): void {
    try {
      this.#file?.close();
    } catch {
      // It is closed already.
    }
    this.#file = null;
  }

  close(): void {
    this.#closed = true;
    this.release();
  }
}

const isSame = (a: JournalName | undefined, b: JournalName): boolean =>
  a?.epoch === b.epoch && a.serial === b.serial;

/** Whether a journal was begun for this workspace, not for another one of its name. */
const isBorn = (begun: { readonly createdAt: number }, { createdAt }: WorkspaceRow): boolean =>
  begun.createdAt === createdAt;

/** Whether what was read was begun for this log: not for an earlier one, before it was cut off. */
const isOfLog = ({ head }: Pick<Chain, 'head'>, row: WorkspaceRow): boolean =>
  head?.generation === row.generation && isBorn(head.workspace, row);

function lastOf({ steps }: Chain): Last {
  const last = steps.at(-1);
  return last === undefined ? nothing : { step: last.step, seq: last.seq, command: last.command };
}
