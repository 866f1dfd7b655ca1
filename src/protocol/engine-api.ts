import type { RecordedEvent } from '../engine/events.ts';
import type { Input } from '../engine/inputs.ts';
import type { CodedText } from '../engine/codes.ts';
import type { Story } from '../engine/story.ts';
import type { WorldJson } from '../engine/world-json.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import type { Test } from '../testing/test.ts';
import type { ScriptFoldersApi } from './script-folder-api.ts';
import type { CopiesApi, CopiesState } from './copies-api.ts';
import type { CoursesAsked, LessonOf } from './course-api.ts';
import type { CrowdApi, CrowdState } from './crowd-api.ts';
import type { DebugApi, Hand, Waits } from './debug-api.ts';
import type { KeptTestsApi } from './kept-tests-api.ts';
import type { NetworkApi } from './network-api.ts';
import type { PlayedStep } from './played-step.ts';
import type { WorldFile } from '../engine/definition.ts';

/*
 * Everything that crosses between the page and the worker. Plain data only: an error keeps nothing but
 * its name and message on the way, so what can be expected to go wrong travels as a value.
 */

/*
 * Anything may be delivered twice on its way between page, worker, other tabs and disk. Four layers see to it that
 * nothing is done or shown twice, and each is needed:
 *
 * - Sending again (the page's `PendingCalls`, a tab's `Calls`): whoever gets no answer asks once more, because a worker
 *   that was ended and a message between tabs that got lost answer never. Without it something would be lost; with it,
 *   something comes twice.
 * - Command ids: the same command has the same id however often it is sent, so that those behind can tell.
 * - What was applied (the mailbox for what is under way, the log for what is stored): a command is applied once, and its
 *   answer is the same each time. This is the only layer that outlives a worker, a tab and a restart.
 * - The order of the feed (`seq` within a generation of the log): the page shows each event once, whichever of disk,
 *   writer and other tabs told of it first. It works on events, where the others work on commands.
 */

export type { Test } from '../testing/test.ts';

/** Something a person wants done. `id` is new for each command and the same each time it is sent again. */
export type Command = {
  readonly id: string;
  readonly workspace: string;
  readonly input: Input;
  /** What it takes the place of, as the page shows it (`replacedBy`): it is refused when something else stands there by then. */
  readonly base?: unknown;
  /** What a hand changes on its way, as on that of a step which stood still (rulings 44). */
  readonly hand?: Hand;
};

/** A script that was running when its worker hung, so that it was stopped from outside (rulings 6). */
export type HungScript = {
  readonly workspace: string;
  readonly script: number;
  /** Where the virtual clock stood then, in milliseconds since 1970. */
  readonly at: number;
};

/** Why nothing could be saved or read: of which kind it is, and what happened, what was kept and what to do. */
export type ServiceError = {
  readonly code:
    | 'E-DB-QUOTA'
    | 'E-DB-WRITE'
    | 'E-DB-NEWER'
    | 'E-DB-BLOCKED'
    | 'E-DB-GONE'
    | 'E-DB-CORRUPT'
    | 'E-SAMPLE'
    | 'E-ENGINE';
  readonly reason: CodedText;
};

export type Answer =
  /** On disk. `seq` is that of the last event it caused. */
  | { readonly kind: 'committed'; readonly seq: number }
  | { readonly kind: 'refused'; readonly reason: CodedText }
  | { readonly kind: 'failed'; readonly problem: ServiceError };

/** How a workspace came to be. */
export type Began = 'sample' | 'file' | 'link' | 'branch' | 'copy' | 'backup' | 'empty' | 'lesson';

/** What the file of a workspace said of itself, beside its world and its steps: it is kept, and saved again. */
export type About = Pick<ScenarioFile, 'description' | 'made' | 'tags' | 'bookmarks' | 'rules'>;

/** A moment of a workspace with a name: after a step, or after one of its events. */
export type Bookmark = NonNullable<About['bookmarks']>[number];

export type Workspace = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly openedAt: number;
  /** The workspace that it is a branch of. */
  readonly parent?: string;
  /** The step of that one after which it goes its own way. */
  readonly parentStep?: number;
  /** Not known of what release 0.1 made. */
  readonly began?: Began;
  readonly about?: About;
  /** It is somebody's own work on a lesson. */
  readonly lesson?: LessonOf;
};

/** How much is in a workspace. */
export type WorkspaceCounts = {
  readonly steps: number;
  readonly sessions: number;
  readonly messages: number;
  /** Of all steps as they are stored: about what it takes on the disk. */
  readonly characters: number;
};

/** Where the clock is to stand, in milliseconds since 1970, and which timers fire on the way (scenario.md). */
export type Jump = { readonly to: number; readonly timers: 'all' | 'once' };

export type ClockState = { readonly speed: number; readonly paused: boolean };

/** Where this tab stands among the others. */
export type TabState = {
  /** This tab's worker writes; the other tabs' send through it. */
  readonly writes: boolean;
  readonly tabs: number;
};

/** How the data is kept. `memory` means: nothing survives closing the page. */
export type StorageState = {
  readonly kind: 'indexedDB' | 'memory';
  readonly problem: ServiceError | null;
  /** What this start had to put back because the browser had lost it; null when nothing was missing. */
  readonly restored: Restored | null;
  /** How far older steps of what came back are; null when all are where they belong. */
  readonly restoring: RestoringState | null;
  /** There was nothing at all, so that the first sample was made. */
  readonly isEmpty: boolean;
  /**
   * What this tab saves lies in the safety journal first. False where the browser gives no private files, or another tab
   * holds them: saving is slower then, and a lost database would not come back.
   */
  readonly journal: boolean;
};

/** A workspace that came back is open while its older steps are still written into the database: how many are, of those that come late. */
export type RestoringState = { readonly done: number; readonly of: number };

/** What came back from the safety journals (reliability D10). */
export type Restored = {
  readonly workspaces: readonly RestoredWorkspace[];
  /** How many workspaces could not be brought back at this start. */
  readonly left: number;
  /** Nobody could tell which journals there are: all that they hold is kept, and nothing of it came back. */
  readonly isUnknown?: boolean;
};

export type RestoredWorkspace = {
  readonly id: string;
  readonly name: string;
  readonly messages: number;
  /** False when the journal could not be read to its end: something came after what was put back. */
  readonly isWhole: boolean;
  /** What is missing was in its middle: what came after it is there. */
  readonly hasGap?: boolean;
};

/** A workspace as it stands: the world (JSON of `worldToJson`) and the newest events, at most 1,000. */
export type Opened = {
  readonly workspace: Workspace;
  readonly world: WorldJson;
  readonly events: readonly RecordedEvent[];
  /** Counts how often the log was cut because of damage: the same `seq` means another event after that. */
  readonly generation: number;
  readonly clock: ClockState;
  /** Where the clock stands at this moment, in milliseconds since 1970: at or after the last event. */
  readonly now: number;
  readonly drafts: Readonly<Record<string, string>>;
  /** The step that waits; null where none does. */
  readonly waits: Waits | null;
};

/** A workspace, and how much is in it. */
export type WorkspaceDetails = Workspace & WorkspaceCounts;

/** A scenario with what came of its steps. */
export type PlayedScenario = {
  readonly name: string;
  readonly began: Began;
  readonly about?: About;
  readonly world: WorldFile;
  readonly steps: readonly PlayedStep[];
  /** How many of its steps are its opening scene; 0 for none. */
  readonly openingSteps: number;
  /** What it is a branch of, and after which step it goes its own way. */
  readonly parent?: { readonly workspace: string; readonly step: number };
  readonly tests?: readonly Test[];
  /** It is somebody's own work on a lesson. */
  readonly lesson?: LessonOf;
};

/** Everything of a workspace that a backup holds. */
export type PackedWorkspace = WorkspaceFacts & {
  readonly scenario: ScenarioFile;
  /** Its events, each as one line, in pieces that a backup can take as files. */
  readonly events: readonly string[];
  readonly tests: readonly Test[];
};

/** What a backup knows of a workspace beside its scenario. */
export type WorkspaceFacts = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly openedAt: number;
  readonly clock: ClockState;
  readonly began?: Began;
  readonly parent?: { readonly workspace: string; readonly step: number };
  readonly lesson?: LessonOf;
  /** What people made there and keep with it, by its place among the drafts; absent where there is none. */
  readonly kept?: readonly { readonly place: string; readonly text: string }[];
  /** Why steps were refused, by their numbers: a scenario says only that they were. */
  readonly refusals: Readonly<Record<string, CodedText>>;
};

/** A workspace out of a backup. */
export type RestoredFromBackup = PlayedScenario &
  Pick<WorkspaceFacts, 'createdAt' | 'openedAt' | 'clock' | 'kept'>;

/** The story of a session (`engine/why-not`), as far as event `seq` of the log; its settings as JSON of `worldToJson`. */
export type StoryJson = Omit<Story, 'before'> & { readonly before: WorldJson; readonly seq: number };

/** The world after an event of the log (JSON of `worldToJson`), and the newest events that led there. */
export type MomentJson = { readonly world: WorldJson; readonly events: readonly RecordedEvent[] };

/** A step of the log, as a slider over all of them shows it. */
export type StepMark = {
  readonly step: number;
  /** Its last event. */
  readonly seq: number;
  /** When that happened, in milliseconds since 1970. */
  readonly at: number;
  /** Who acted: whoever gave the input, and a bot that answered in it. */
  readonly by: readonly ('customer' | 'bot' | 'agent' | 'system')[];
  /** Something was changed in it, answered or stopped by hand (`handOf` says what). */
  readonly byHand?: true;
};

/** What the worker tells the page by itself. Some of it comes twice or, from another tab, not at all: the page's `Feed` sees to that. */
export type Publication =
  /** Events that are on disk now, in log order. */
  | {
      readonly type: 'events';
      readonly workspace: string;
      readonly generation: number;
      readonly events: readonly RecordedEvent[];
    }
  /** The log on disk reaches as far as event `seq`, whether or not its events were told. */
  | {
      readonly type: 'reached';
      readonly workspace: string;
      readonly generation: number;
      readonly seq: number;
    }
  /** The clock was started, paused or set; `now` as in `Opened`. */
  | {
      readonly type: 'clock';
      readonly workspace: string;
      readonly clock: ClockState;
      readonly now: number;
    }
  | { readonly type: 'tabs'; readonly tabs: TabState }
  | { readonly type: 'storage'; readonly storage: StorageState }
  /** From now on this script of the workspace runs, the innermost one; null for none (rulings 6). */
  | {
      readonly type: 'running';
      readonly workspace: string;
      readonly script: number | null;
      readonly at: number;
    }
  /** What is shown of the workspace is out of date: open it again. */
  | { readonly type: 'reopen'; readonly workspace: string }
  /** Another tab went on with `to`, and takes this one along. */
  | { readonly type: 'along'; readonly workspace: string; readonly to: string }
  | { readonly type: 'copies'; readonly copies: CopiesState }
  /** Puppets act, and how they fare; null: they do not any more. */
  | { readonly type: 'crowd'; readonly workspace: string; readonly crowd: CrowdState | null }
  /** A step waits; null: none does any more. */
  | { readonly type: 'waits'; readonly workspace: string; readonly waits: Waits | null }
  /** Another tab changed what has steps of this workspace wait. */
  | { readonly type: 'breakpoints'; readonly workspace: string }
  /** Another tab changed the tests of this workspace. */
  | { readonly type: 'tests'; readonly workspace: string }
  /** Another tab erases everything: stop, write nothing any more, and show that it is gone. */
  | { readonly type: 'erased' }
  /** Another tab deleted this workspace, which is shown. */
  | { readonly type: 'removed'; readonly workspace: string }
  /** Another tab gave this workspace another name. */
  | { readonly type: 'renamed'; readonly workspace: string; readonly name: string }
  /** Another tab marked a moment of this workspace, or took a mark away: those that it has now. */
  | {
      readonly type: 'bookmarks';
      readonly workspace: string;
      readonly bookmarks: readonly Bookmark[];
    };

export type Listener = (publication: Publication) => void;

/** Everything that the page may ask of the engine's worker. */
export interface EngineApi
  extends DebugApi, CrowdApi, NetworkApi, CopiesApi, ScriptFoldersApi, KeptTestsApi, CoursesAsked {
  /**
   * Called once, with a `Comlink.proxy`; `base` is the address of the page, where the samples are. The scripts
   * that `hung` in an earlier worker are left out of every step until they are saved anew.
   */
  connect(
    listener: Listener,
    base: string,
    hung?: readonly HungScript[],
  ): Promise<{ readonly tabs: TabState; readonly storage: StorageState }>;
  /** Opens a workspace, the last used one for null; on the first visit that is the sample, already running. */
  open(workspace: string | null): Promise<Opened | { readonly problem: ServiceError }>;
  /** Loads what the next input into the open workspace will need, so that nobody waits for it then. */
  makeReady(workspace: string): Promise<void>;
  workspaces(): Promise<readonly Workspace[]>;
  /** All workspaces with how much is in each. */
  details(): Promise<readonly WorkspaceDetails[]>;
  /**
   * Makes a workspace of what was played elsewhere, whole or not at all; its name gets a number where it is taken. Sent
   * again with the same `id`, it makes no second one.
   */
  createPlayed(
    scenario: PlayedScenario,
    id?: string,
  ): Promise<Workspace | { readonly problem: ServiceError }>;
  /** Makes a new workspace of the sample of this name (`joke-bot`), its steps played. Sent again, it makes no second one. */
  createSample(sample: string, id?: string): Promise<Workspace | { readonly problem: ServiceError }>;
  /**
   * Makes a branch of a workspace that holds its opening scene only: the workspace itself stays as it is. Sent again
   * with the same `id`, it makes no second one.
   */
  startOver(workspace: string, id?: string): Promise<Workspace | { readonly problem: ServiceError }>;
  /**
   * Makes a copy of a workspace, or of its first `upToStep` steps; it stays as it is. Sent again with the same `id`, it
   * makes no second one.
   */
  copy(
    workspace: string,
    how: { readonly began: 'copy' | 'branch'; readonly name: string; readonly upToStep?: number },
    id?: string,
  ): Promise<Workspace | { readonly problem: ServiceError }>;
  /** Null when it has that name now. */
  rename(workspace: string, name: string): Promise<ServiceError | null>;
  /**
   * Hides a workspace from everybody; a little more than ten seconds later it is really gone, its copies too, unless it was put back.
   * Other tabs that show it are told to show something else.
   */
  remove(workspace: string): Promise<ServiceError | null>;
  putBack(workspace: string): Promise<ServiceError | null>;
  /**
   * A workspace as a scenario: its starting world and every step as it was applied, each with its hash; as `setting` the
   * settings as they stand now, without steps.
   */
  scenario(
    workspace: string,
    what?: 'conversation' | 'setting',
  ): Promise<ScenarioFile | { readonly problem: ServiceError }>;
  /** Everything of a workspace, for a backup. */
  pack(workspace: string): Promise<PackedWorkspace | { readonly problem: ServiceError }>;
  /**
   * As `createPlayed`, for a workspace out of a backup: it keeps when it was made and used, its clock, and what it is a
   * branch of.
   */
  restore(
    workspace: RestoredFromBackup,
    id?: string,
  ): Promise<Workspace | { readonly problem: ServiceError }>;
  /**
   * Stops all tabs and deletes what is stored, in the database and in private files; says what could not be deleted. After
   * it nothing else can be asked of this worker.
   */
  erase(): Promise<{ readonly left: readonly ('database' | 'journals')[] }>;
  /** What has to be known to say why something did not happen in a session; null where it cannot be read. */
  story(workspace: string, session: number): Promise<StoryJson | null>;
  /** How many steps it has on disk. */
  steps(workspace: string): Promise<number>;
  /** The world as it was after event `seq`, 0 for the start; null where it cannot be read. */
  momentAt(workspace: string, seq: number): Promise<MomentJson | null>;
  /** The steps from this one on, those without events left out. */
  stepMarks(workspace: string, from: number): Promise<readonly StepMark[]>;
  /** Marks a moment of the workspace, or takes the mark there away; gives those that it has then. They are saved with it. */
  bookmark(
    workspace: string,
    bookmark: Bookmark,
    isKept: boolean,
  ): Promise<readonly Bookmark[] | { readonly problem: ServiceError }>;
  /** Has the other tabs that show `workspace` show `to` instead. */
  takeAlong(workspace: string, to: string): Promise<void>;
  dispatch(command: Command): Promise<Answer>;
  /** Stored events from `from` to `to`, both included: what the page holds no more, or was not told. */
  events(workspace: string, from: number, to: number): Promise<readonly RecordedEvent[]>;
  setClock(workspace: string, clock: ClockState): Promise<void>;
  /** Moves the clock to the next timer, if there is one. */
  nextTimer(workspace: string, id?: string): Promise<Answer>;
  /** Moves the clock to a moment, exactly, wherever the live clock stands by then. */
  jump(workspace: string, jump: Jump, id?: string): Promise<Answer>;
  /** Keeps unsent text; the empty string forgets it. False when it could not be written. */
  saveDraft(workspace: string, key: string, text: string): Promise<boolean>;
  /** Answers when the worker is alive. */
  ping(): Promise<void>;
}
