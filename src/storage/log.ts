import type { WorldFile } from '../engine/definition.ts';
import type { RecordedEvent } from '../engine/events.ts';
import type { CodedText } from '../engine/codes.ts';
import type { WorldJson } from '../engine/world-json.ts';
import type { Bookmark, WorkspaceCounts, Restored, RestoringState, Test } from '../protocol/engine-api.ts';
import type { CourseStore } from './course-store.ts';
import type { NewWorkspace, Snapshot, StoredClock, StoredLog, StoredStep, WorkspaceRow } from './rows.ts';

/** Who may write to a workspace: the writer that claimed it last. */
export type Fence = { readonly workspace: string; readonly epoch: number };

/** How a log gets back what the browser has lost of it. What is asked for begins when it is first asked for. */
export type Recovery = {
  /** Whether nothing of it is left to be read. */
  readonly isRead: boolean;
  /** Every workspace that comes back can be opened and written to. */
  all(): Promise<void>;
  /** What came back, once all of it was read; null where there is nothing to tell. The log has it soon after. */
  restored(): Promise<Restored | null>;
};

export type ReadOptions = {
  /** Events from this one on count as unreadable. */
  readonly below?: number;
  /** Read from the start of the log, as if there were no snapshots. */
  readonly withoutSnapshots?: boolean;
};

/**
 * Where workspaces are kept. Each call that writes is whole or not at all, and durable when
 * its promise resolves; those that take a fence fail with `fenced` when another writer has claimed the
 * workspace since. Failures are `StorageError`s.
 */
export interface Log {
  readonly kind: 'indexedDB' | 'memory';
  /** Whether what is written to a workspace here lies in a journal beside the database; a log without this has none. */
  hasJournal?(workspace: string): boolean;
  /** Tells from now on how far steps are that come back late (`late-rows`); null when all are there. */
  restoring?(told: (state: RestoringState | null) => void): void;
  /** Another tab has changed the bookmarks of a workspace: the journal that is written here notes it. */
  bookmarked?(workspace: string, bookmarks: readonly Bookmark[]): void;
  /**
   * Begins to put back what the browser has lost: the workspace that was used last can be opened then. To be called before anything
   * is made; null when nothing is missing.
   */
  recover(): Promise<Recovery | null>;
  /** All workspaces, last used first, but for those that are deleted. */
  workspaces(): Promise<readonly WorkspaceRow[]>;
  /** Those that are deleted and not gone yet. */
  deleted(): Promise<readonly WorkspaceRow[]>;
  /** Makes a workspace with its first steps and its tests; one that has this id already is left as it is and returned. */
  create(
    workspace: NewWorkspace,
    world: WorldFile,
    steps: readonly StoredStep[],
    tests?: readonly Test[],
  ): Promise<WorkspaceRow>;
  /**
   * Makes a branch: a workspace with the world, the tests and the first steps of another one, which stays as it is. One that has
   * this id already is left as it is and returned. With a snapshot of a moment in those steps it is opened the faster.
   */
  copy(workspace: string, upToStep: number, as: NewWorkspace, snapshot?: Snapshot): Promise<WorkspaceRow>;
  /** Notes that it was used now, in milliseconds since 1970. */
  touch(workspace: string, now: number): Promise<void>;
  rename(workspace: string, name: string): Promise<void>;
  /** Puts a bookmark in the place of the one at the same moment, or takes that away; gives all that are left. */
  bookmark(workspace: string, bookmark: Bookmark, isKept: boolean): Promise<readonly Bookmark[]>;
  /** The tests of a workspace, the oldest first. */
  tests(workspace: string): Promise<readonly Test[]>;
  /** Keeps tests, each in the place of the one with its id: all or none. */
  saveTests(workspace: string, tests: readonly Test[]): Promise<void>;
  deleteTests(workspace: string, ids: readonly string[]): Promise<void>;
  /** Hides it, `at` in milliseconds since 1970; null shows it again. */
  setDeleted(workspace: string, at: number | null): Promise<void>;
  /** Throws it away for good, with all copies of it, unless it was put back. @throws StorageError while another tab holds a copy: nothing is shown of it again */
  purge(workspace: string): Promise<void>;
  /** Counts what is in it. */
  census(workspace: string): Promise<WorkspaceCounts>;
  /** Makes the caller the only one who may write from here on; `now` as for `touch`. */
  claim(workspace: string, now?: number): Promise<Fence>;
  /** The one who claimed it writes no more; what it wrote lies where all can read it. */
  release(fence: Fence): Promise<void>;
  /** All that is durable lies where other tabs read it, once this resolves. */
  settle(workspace: string): Promise<void>;
  /** Reads what is needed to open it; undefined when there is none. */
  read(workspace: string, how?: ReadOptions): Promise<StoredLog | undefined>;
  append(fence: Fence, steps: readonly StoredStep[]): Promise<void>;
  /** Puts back what cannot be read after `last` from a second copy; false where there is none. */
  mend(
    fence: Fence,
    last: { readonly seq: number; readonly step: number },
    reason: CodedText,
  ): Promise<boolean>;
  /** Moves all that comes after `seq` and `step` to the quarantine. */
  cut(fence: Fence, last: { readonly seq: number; readonly step: number }, reason: CodedText): Promise<void>;
  /** The number of the last step; 0 where there is none. */
  lastStep(workspace: string): Promise<number>;
  /** Steps `from` to `to`, both included, up to the first that is missing or cannot be read. */
  steps(workspace: string, from: number, to: number): Promise<readonly StoredStep[]>;
  /** The readable ones of the stored events from `from` to `to`, both included. */
  events(workspace: string, from: number, to: number): Promise<readonly RecordedEvent[]>;
  /** Those of the commands that were applied already, by id. */
  applied(workspace: string, commands: readonly string[]): Promise<ReadonlyMap<string, StoredStep>>;
  saveSnapshot(fence: Fence, seq: number, world: WorldJson): Promise<void>;
  setClock(fence: Fence, clock: StoredClock): Promise<void>;
  drafts(workspace: string): Promise<Readonly<Record<string, string>>>;
  /** Keeps unsent text; the empty string forgets it. */
  saveDraft(workspace: string, key: string, text: string): Promise<void>;
  /** What was kept under a name for this browser, and belongs to no workspace; undefined when nothing was. */
  kept(name: string): Promise<unknown>;
  keep(name: string, value: unknown): Promise<void>;
  /** The courses, with people's progress in them. */
  courses(): Promise<CourseStore>;
  /** `forGood` opens nothing again, whatever is still under way: everything is being erased. */
  close(forGood?: boolean): Promise<void>;
}
