import type { WorldFile } from '../../engine/definition.ts';
import type { WorldJson } from '../../engine/world-json.ts';
import type { Bookmark, Test } from '../../protocol/engine-api.ts';
import type { CourseStore } from '../course-store.ts';
import { isLasting, lastingOf, type LastingDraft } from '../lasting-drafts.ts';
import type { Fence, Log, ReadOptions, Recovery } from '../log.ts';
import {
  snapshotFormat,
  type Snapshot,
  type StoredClock,
  type StoredStep,
  type WorkspaceRow,
  type NewWorkspace,
} from '../rows.ts';
import { StorageError, toStorageError } from '../storage-error.ts';
import type { Beginnings } from './beginnings.ts';
import { filesOf, isGoingOn, type JournalFolder, type JournalName } from './folder.ts';
import type { After } from './in-time.ts';
import { mostMerged } from './journal-files.ts';
import { listJournals, listPatiently } from './list-journals.ts';
import { PassingLog } from './passing-log.ts';
import type { RestoreLost } from './restore-lost.ts';
import type { RowLog } from './row-log.ts';
import { RowsLater } from './rows-later.ts';
import { WorkspaceJournal } from './workspace-journal.ts';
import { WrittenAhead } from './written-ahead.ts';
import type { CodedText } from '../../engine/codes.ts';

/** The journal keeps a snapshot each time the log has grown by half: all together are no longer than three times the last one. */
const growths = (seq: number): number => Math.floor(Math.log(seq + 1) / Math.log(1.5));

/** The beginning of a branch is copied when it has been open for so long, in milliseconds … */
const copiedAfter = 2000;
/** … and one that an earlier start has left when this one has long been over. */
const lookedForAfter = 15_000;

/** Under which name what people keep of a workspace lies beside courses. */
const draftsOf = (workspace: string): string => `drafts ${workspace}`;
const workspaceIn = (name: string): string => name.slice('drafts '.length);

/** Nobody could tell what the journals hold: that is kept, and whoever begins anew does not take its place. */
const nobodyKnows: Recovery = {
  isRead: true,
  all: () => Promise.resolve(),
  restored: () => Promise.resolve({ workspaces: [], left: 0, isUnknown: true }),
};

export type JournaledLogOptions = {
  readonly log: RowLog;
  readonly folder: JournalFolder;
  /** The same log, to which long ones that were lost come back from their newest steps on (`late-rows`). */
  readonly lateRows?: () => Promise<RowLog>;
  /** Where tests lie beside the database; where there is none, a lost database takes them along. */
  readonly testsFolder?: JournalFolder | null;
  /** Where courses lie, and what people made in a workspace and mean to keep; as that of tests. */
  readonly keptFolder?: JournalFolder | null;
  readonly after: After;
  /** Milliseconds that only ever grow. */
  readonly monotonic: () => number;
  /** The journal of a branch of more steps begins in that of its origin. */
  readonly mostMerged?: number;
};

/**
 * A log that is written ahead: a step is durable when it lies in the workspace's journal, a file outside
 * the database, and the database follows, as its index. The journal holds everything, because browsers throw a
 * database away that a crash has torn, without a word (reliability L1, M3); `recover` puts back what is lost.
 */
export class JournaledLog extends PassingLog implements Log {
  readonly kind = 'indexedDB';
  readonly #options: JournaledLogOptions;
  /** Which journals there are, asked while the database is opened. */
  readonly #listing: Promise<readonly JournalName[]>;
  readonly #ahead = new Map<string, WrittenAhead>();
  /** The newest file of each workspace at the start: the database may be older, and its epochs with it. */
  readonly #epochs = new Map<string, number>();
  readonly #beside: RowsLater<Test>;
  readonly #drafts: RowsLater<LastingDraft>;
  #courses: Promise<CourseStore> | null = null;
  #recovery: RestoreLost | null = null;
  /** A part of its own, for branches of long logs. */
  #beginnings: Promise<Beginnings> | null = null;

  constructor(options: JournaledLogOptions) {
    super(options.log);
    this.#options = options;
    const { log, testsFolder = null, keptFolder = null } = options;
    this.#beside = new RowsLater(testsFolder, log.tests.bind(log));
    this.#drafts = new RowsLater(keptFolder, async (name) => lastingOf(await log.drafts(workspaceIn(name))));
    this.#listing = listJournals(options.folder, options.after);
  }

  /** What those need who write journals. */
  get #behind() {
    return { ...this.#options, log: this.log };
  }

  hasJournal(workspace: string): boolean {
    return this.#ahead.get(workspace)?.journal.isCurrent === true;
  }

  async recover(): Promise<Recovery | null> {
    const { folder, lateRows, after } = this.#options;
    const rows = (await Promise.all([this.log.workspaces(), this.log.deleted()])).flat();
    const isMissing = rows.length === 0 || rows.some(({ late }) => late !== undefined);
    const listed = await this.#listing;
    const found = listed.length === 0 && isMissing ? await listPatiently(folder, after) : listed;
    if (found === null && rows.length === 0) return nobodyKnows;
    const journals = found ?? [];
    for (const { workspace, epoch } of journals)
      this.#epochs.set(workspace, Math.max(epoch, this.#epochs.get(workspace) ?? 0));
    const there = new Set(rows.map(({ id }) => id));
    const isWhole = journals.every(({ workspace }) => there.has(workspace));
    const isRestored = isWhole && rows.every(({ late }) => late === undefined);
    if (!isRestored && lateRows !== undefined) await this.takeLateRows(lateRows);
    if (journals.some(isGoingOn))
      this.#loaded().then(
        (beginnings) => {
          beginnings.laterAll(journals, lookedForAfter);
        },
        () => undefined,
      );
    if (isRestored) return null;
    const { RestoreLost } = await import('./restore-lost.ts');
    this.#recovery = new RestoreLost(folder, this.log, journals, {
      tests: (workspace) => this.#beside.read(workspace),
      drafts: (workspace) => this.#drafts.read(draftsOf(workspace)),
    });
    return this.#recovery.begin();
  }

  async create(
    workspace: NewWorkspace,
    world: WorldFile,
    steps: readonly StoredStep[],
    tests?: readonly Test[],
  ): Promise<WorkspaceRow> {
    const row = await this.log.create(workspace, world, steps, tests);
    if (tests !== undefined && tests.length > 0) await this.#beside.keep(row.id);
    return this.#journaled(row);
  }

  async copy(
    workspace: string,
    upToStep: number,
    as: NewWorkspace,
    snapshot?: Snapshot,
  ): Promise<WorkspaceRow> {
    const { log } = this;
    await this.#readable(workspace);
    const row = await log.copy(workspace, upToStep, as, snapshot);
    await this.#beside.keep(row.id);
    return (await this.#beginsIn(workspace, row)) ? row : this.#journaled(row);
  }

  /** Whether the journal of a long branch was begun in that of its origin. */
  async #beginsIn(origin: string, { id, epoch }: WorkspaceRow): Promise<boolean> {
    const { log } = this;
    const { mostMerged: most = mostMerged } = this.#options;
    if (epoch > 0 || (await log.lastStep(id)) <= most) return false;
    try {
      const beginnings = await this.#loaded();
      await beginnings.begin(id, origin);
      beginnings.later(id, copiedAfter);
      return true;
    } catch {
      return false;
    }
  }

  #loaded(): Promise<Beginnings> {
    this.#beginnings ??= import('./beginnings.ts').then(
      (part) => new part.Beginnings(this.#behind),
      (error: unknown) => {
        this.#beginnings = null;
        throw error;
      },
    );
    return this.#beginnings;
  }

  /** Whether no other journal begins in that of a workspace any more, once what had to be copied was. */
  async #completeOthers(workspace: string): Promise<boolean> {
    const names = await this.#options.folder.list();
    if (!names.some((name) => isGoingOn(name) && name.workspace !== workspace)) return true;
    return (await this.#loaded()).completeOthers(workspace);
  }

  async claim(workspace: string, now?: number): Promise<Fence> {
    const { log } = this;
    const { after, monotonic } = this.#options;
    await this.#ahead.get(workspace)?.close();
    const fence = await log.claim(workspace, now, this.#epochs.get(workspace));
    const changed = () => {
      ahead.learnAgain();
    };
    const journal = new WorkspaceJournal({ ...this.#behind, changed }, fence);
    const ahead = new WrittenAhead({ log, journal, fence, after, monotonic });
    this.#ahead.set(workspace, ahead);
    await journal.open();
    changed();
    return fence;
  }

  async release(fence: Fence): Promise<void> {
    const ahead = this.#of(fence);
    if (ahead === null) return;
    await ahead.close();
    if (this.#of(fence) === ahead) this.#ahead.delete(fence.workspace);
  }

  async append(fence: Fence, steps: readonly StoredStep[]): Promise<void> {
    await this.#writer(fence).append(steps);
  }

  async settle(workspace: string): Promise<void> {
    await this.#ahead.get(workspace)?.settle();
  }

  /** Before anything is read. What a writer that writes no more had put ahead is brought by the one who does. */
  async #readable(workspace: string): Promise<void> {
    try {
      await this.settle(workspace);
    } catch (error) {
      if (toStorageError(error).fault !== 'fenced') throw error;
    }
  }

  async mend(
    fence: Fence,
    last: { readonly seq: number; readonly step: number },
    reason: CodedText,
  ): Promise<boolean> {
    const ahead = this.#writer(fence);
    await ahead.settle();
    const steps = await ahead.journal.stepsAfter(last.step).catch(() => []);
    const [first] = steps;
    if (first === undefined || first.seq - first.events.length !== last.seq) return false;
    await this.log.replace(fence, last, steps, reason);
    ahead.learnAgain();
    await ahead.journal.bringUpToDate();
    return true;
  }

  async cut(
    fence: Fence,
    last: { readonly seq: number; readonly step: number },
    reason: CodedText,
  ): Promise<void> {
    const ahead = this.#writer(fence);
    await ahead.settle();
    // Its journal is begun anew, in which its branches find nothing of theirs any more.
    await this.#completeOthers(fence.workspace).catch(() => false);
    await this.log.cut(fence, last, reason);
    ahead.learnAgain();
    await ahead.journal.bringUpToDate();
  }

  /** The journal learns of it with the next writer: a database that is lost before that brings the old name back. */
  rename(workspace: string, name: string) {
    return this.log.rename(workspace, name);
  }

  /** Whoever writes notes it in the journal at once; where that is another tab, when it hears of it. */
  async bookmark(workspace: string, bookmark: Bookmark, isKept: boolean) {
    const bookmarks = await this.log.bookmark(workspace, bookmark, isKept);
    this.bookmarked(workspace, bookmarks);
    return bookmarks;
  }

  bookmarked(workspace: string, bookmarks: readonly Bookmark[]): void {
    this.#ahead.get(workspace)?.journal.keepBookmarks(bookmarks);
  }

  async saveTests(workspace: string, tests: readonly Test[]) {
    await this.log.saveTests(workspace, tests);
    await this.#beside.keep(workspace);
  }

  async deleteTests(workspace: string, ids: readonly string[]) {
    await this.log.deleteTests(workspace, ids);
    await this.#beside.keep(workspace, true);
  }

  override async saveDraft(workspace: string, place: string, text: string): Promise<void> {
    await super.saveDraft(workspace, place, text);
    if (isLasting(place)) await this.#drafts.keep(draftsOf(workspace), true);
  }

  /** What is kept of courses: once that is known which lies beside a lost database. */
  override courses(): Promise<CourseStore> {
    const { keptFolder = null } = this.#options;
    if (keptFolder === null) return super.courses();
    return (this.#courses ??= import('./courses-beside.ts')
      .then(({ coursesBeside }) => coursesBeside(this.log, keptFolder))
      .catch((error: unknown) => {
        this.#courses = null;
        throw error;
      }));
  }

  /**
   * The journal goes first: a workspace that has one and is not in the database would be put back at the next start. But
   * before that its branches get what of theirs lies there.
   */
  async purge(workspace: string): Promise<void> {
    const { log } = this;
    const { folder } = this.#options;
    if (!(await log.deleted()).some(({ id }) => id === workspace)) return;
    if (!(await this.#completeOthers(workspace)))
      throw new StorageError('write', 'A branch still begins in this journal.');
    await (await this.#beginnings)?.leave(workspace);
    await this.#ahead.get(workspace)?.close();
    this.#ahead.delete(workspace);
    await this.#beside.remove(workspace);
    await this.#drafts.remove(draftsOf(workspace));
    for (const name of filesOf(await folder.list(), workspace)) await folder.remove(name);
    await log.purge(workspace);
  }

  async census(workspace: string) {
    await this.#readable(workspace);
    return this.log.census(workspace);
  }

  async read(workspace: string, how?: ReadOptions) {
    await this.#readable(workspace);
    return this.log.read(workspace, how);
  }

  async steps(workspace: string, from: number, to: number) {
    await this.#readable(workspace);
    return this.log.steps(workspace, from, to);
  }

  async lastStep(workspace: string) {
    await this.#readable(workspace);
    return this.log.lastStep(workspace);
  }

  async events(workspace: string, from: number, to: number) {
    await this.#readable(workspace);
    return this.log.events(workspace, from, to);
  }

  async applied(workspace: string, commands: readonly string[]) {
    await this.#readable(workspace);
    return this.log.applied(workspace, commands);
  }

  async saveSnapshot(fence: Fence, seq: number, world: WorldJson): Promise<void> {
    const { log } = this;
    const ahead = this.#writer(fence);
    await ahead.settle();
    const before = await log.lastSnapshot(fence.workspace);
    await log.saveSnapshot(fence, seq, world);
    if (growths(seq) <= growths(before)) return;
    ahead.journal.keepSnapshot(seq, { format: snapshotFormat, world });
    // Those that were saved before there was a place for them, or could not be kept.
    await this.#beside.keep(fence.workspace);
  }

  async setClock(fence: Fence, clock: StoredClock): Promise<void> {
    await this.#writer(fence).settle();
    await this.log.setClock(fence, clock);
  }

  async close(forGood = false): Promise<void> {
    this.#recovery?.close();
    const open = [...this.#ahead.values()];
    this.#ahead.clear();
    await (await this.#beginnings?.catch(() => null))?.close();
    await Promise.all(open.map((ahead) => ahead.close()));
    await this.log.close(forGood);
  }

  /** A workspace that was just made, once it lies in its journal, too. Whoever has claimed it since sees to that. */
  async #journaled(row: WorkspaceRow): Promise<WorkspaceRow> {
    if (row.epoch > 0) return row;
    const journal = new WorkspaceJournal(this.#behind, { workspace: row.id, epoch: row.epoch });
    await journal.open();
    journal.close();
    return row;
  }

  /** What this very writer has written, not one that has claimed the workspace since. */
  #of(fence: Fence): WrittenAhead | null {
    const ahead = this.#ahead.get(fence.workspace);
    return ahead?.fence.epoch === fence.epoch ? ahead : null;
  }

  #writer(fence: Fence): WrittenAhead {
    const ahead = this.#of(fence);
    if (ahead === null) throw new StorageError('fenced', 'Another writer has this workspace now.');
    return ahead;
  }
}
