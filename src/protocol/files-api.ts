import type { WorldFile } from '../engine/definition.ts';
import type { MockOffer } from '../scenario/call-mocks.ts';
import type { ForeignChat } from '../scenario/foreign-chat.ts';
import type { Made, ScenarioFile } from '../scenario/format.ts';
import type { LinkMeter } from '../scenario/link-meter.ts';
import type { Replacement } from '../scenario/personal-details.ts';
import type { FileProblem } from '../scenario/problem.ts';
import type { Expectable } from '../scenario/scenario-of.ts';
import type { Secret } from '../scenario/secrets.ts';
import type { Verdict } from '../scenario/verdict.ts';
import type { Compared, RanAgain, RunAgainRequest } from './compared.ts';
import type { CourseFile, ResultFile } from './course-api.ts';
import type { CourseFilesApi } from './course-files.ts';
import type { CoverageReport, CoverageRequest } from './coverage.ts';
import type { MadeTest, TestChoices, TestCut, TestDraft, TestRequest } from './test-making.ts';
import type { ExploreAnswer, ExploreHearing, ExploreRequest } from './exploring.ts';
import type { PackedCourse } from './packed-course.ts';
import type { CompareRequest, Ported, PortRequest } from './port.ts';
import type { Preview, PreviewRequest } from './preview.ts';
import type { PackedWorkspace, PlayedScenario, RestoredFromBackup } from './engine-api.ts';

/*
 * What crosses between the page and the worker for files, which starts when a dialog of files opens and is ended with it.
 * It stores nothing: a file that hangs it or fills its memory touches no workspace (rulings 36).
 */

/** A `Blob`, as far as it is read: it crosses to the worker as it is. */
export type FileContent = { readonly size: number; readonly arrayBuffer: () => Promise<ArrayBuffer> };

/** Something that somebody wants to open: a file, a text that was pasted, or the fragment of the address. */
export type Source =
  | { readonly kind: 'file'; readonly name: string; readonly content: FileContent }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string };

/** What is in a scenario, before anything of it runs. */
export type Overview = {
  readonly name: string;
  readonly description: string;
  readonly made: Made | null;
  readonly version: 1 | 2;
  /** Characters of the text it was read from. */
  readonly size: number;
  readonly channels: readonly string[];
  readonly agents: readonly string[];
  readonly customers: number;
  readonly steps: number;
  /** What people write in its steps; what bots answer shows only when it is played. */
  readonly messages: number;
  readonly mocks: number;
  readonly bookmarks: number;
  readonly scripts: readonly ScriptOverview[];
  /** Whether its steps have hashes, so that there can be a verdict. */
  readonly hasHashes: boolean;
};

export type ScriptOverview = {
  readonly id: number;
  /** Its bot or folder. */
  readonly folder: string;
  readonly name: string;
  readonly source: string;
  /** How many characters of it nobody can see, or turn the order of others; the first hundred of them. */
  readonly oddCount: number;
  readonly odd: readonly OddCharacter[];
};

/** Line and column count from 1. */
export type OddCharacter = {
  readonly line: number;
  readonly column: number;
  /** `U+202E`. */
  readonly code: string;
  readonly name: string;
};

export type OpenedFile =
  | { readonly kind: 'scenario'; readonly overview: Overview; readonly began: 'file' | 'link' }
  /** A conversation of another program, to be played to a bot: see `fromChat`. */
  | {
      readonly kind: 'foreign';
      readonly chat: ForeignChat;
      /** What can be expected of the bot; each can be ticked. */
      readonly expectable: readonly Expectable[];
    }
  | {
      readonly kind: 'backup';
      readonly workspaces: readonly BackupEntry[];
      readonly courses: readonly CourseEntry[];
    }
  /** `problems`: what in it cannot be as it is meant; it can be taken all the same. */
  | {
      readonly kind: 'course';
      readonly course: CourseFile;
      readonly problems: readonly FileProblem[];
      /** Characters of its text. */
      readonly size: number;
    }
  /** What people made of lessons; `CourseFilesApi.readResults` plays them. */
  | { readonly kind: 'results'; readonly results: readonly ResultFile[] }
  /** At least one problem; nothing of it is kept. */
  | { readonly kind: 'refused'; readonly problems: readonly FileProblem[] };

/** A workspace in a backup. */
export type BackupEntry = {
  readonly id: string;
  readonly name: string;
  readonly steps: number;
  readonly sessions: number;
  readonly messages: number;
  /** Why it cannot be restored; the others can. */
  readonly problem: FileProblem | null;
};

/** A course in a backup. */
export type CourseEntry = {
  readonly title: string;
  /** How many results hang on its wall. */
  readonly results: number;
  readonly problem: FileProblem | null;
};

/** What playing a file showed. */
export type FileCheck = {
  readonly verdict: Verdict;
  /** Of everybody, bots too. */
  readonly messages: number;
  /** Why it cannot be opened: a step that cannot be played, and where the file says so. */
  readonly problem: FileProblem | null;
};

export type DraftOptions = {
  readonly name: string;
  readonly description: string;
  /** Who saves it, as they want to be called; empty says nothing. */
  readonly by: string;
  /** Else the settings alone, as they stand now. */
  readonly conversation: boolean;
  /** Notes and bookmarks. */
  readonly notes: boolean;
  readonly expectations: boolean;
  /** Whether the personal details of customers are replaced by those of invented people. */
  readonly personal: boolean;
  /** Paths of the secrets that are emptied. */
  readonly emptied: readonly string[];
};

/** A scenario as it would be saved. */
export type Draft = {
  /** What the file says it is called: whoever was named in it may have become somebody else. */
  readonly name: string;
  /** The file, in its one canonical form. */
  readonly text: string;
  readonly steps: number;
  readonly verdict: Verdict;
  /** Why nobody could open it again, such as too long a name that the app itself took; null when all can. */
  readonly problem: FileProblem | null;
  readonly replaced: readonly Replacement[];
  /** All that there are, emptied or not. */
  readonly secrets: readonly Secret[];
  /** Where the conversation goes otherwise, because a bot answers otherwise to what was replaced or emptied. */
  readonly differences: readonly TextDifference[];
};

/** What was said in a step before and after; a text is empty where nothing was said. */
export type TextDifference = { readonly step: number; readonly was: string; readonly now: string };

export type LinkDraft = {
  /** `#s=1…`; empty where it is too long to be opened. */
  readonly fragment: string;
  readonly meter: LinkMeter;
};

/** The mocks that could be made of the calls in a file of another program, or why it cannot be read. */
export type ReadCalls =
  | {
      readonly ok: true;
      readonly kind: 'har' | 'postman';
      readonly offers: readonly MockOffer[];
      /** What looks like a key or a password in them, by paths in a world with these mocks. */
      readonly secrets: readonly Secret[];
    }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** Hears how far playing has come. */
export type Progress = (done: number, of: number) => void;

/** Everything that the page may ask about files. Calls are answered one after the other. */
export interface FilesApi extends CourseFilesApi {
  /** Called once; `base` is the address of the page, `app` the name and version that files are said to be made with. */
  connect(base: string, app: string): Promise<void>;
  /** Reads and checks what somebody wants to open. Stores nothing, runs nothing. */
  look(source: Source): Promise<OpenedFile>;
  /**
   * Makes a scenario of the conversation that was looked at: the customer's side is played to the world's bot. From then on
   * it is what was looked at; `left` is what of it could not be taken.
   */
  fromChat(choice: {
    readonly world: WorldFile;
    readonly channel: number;
    /** Which of `expectable` are expected, by their places. */
    readonly expectations: readonly number[];
  }): Promise<{ readonly looked: OpenedFile; readonly left: readonly FileProblem[] }>;
  /** Plays what was looked at last. */
  check(progress?: Progress): Promise<FileCheck>;
  /** What was looked at last, played: for `EngineApi.createPlayed`. */
  played(progress?: Progress): Promise<PlayedScenario | { readonly problem: FileProblem }>;
  /** Takes a workspace, of which the drafts are made: its conversation, and its settings as they stand. */
  take(conversation: ScenarioFile, setting: ScenarioFile): Promise<void>;
  draft(options: DraftOptions): Promise<Draft>;
  /** The link of what would be saved. */
  link(options: DraftOptions): Promise<LinkDraft>;
  /** Adds a workspace to the backup in the making. */
  backupAdd(workspace: PackedWorkspace): Promise<void>;
  /** Adds a course to it. */
  backupAddCourse(course: PackedCourse): Promise<void>;
  /** The backup with all that was added: a zip. */
  backupDone(): Promise<Uint8Array<ArrayBuffer>>;
  /** A workspace of the backup that was looked at, by its place in it. Nothing of it runs. */
  unpack(index: number): Promise<RestoredFromBackup | { readonly problem: FileProblem }>;
  /** As `unpack`, a course. */
  unpackCourse(index: number): Promise<PackedCourse | { readonly problem: FileProblem }>;
  /** What the settings of a channel look like to a customer, played in a world of their own. */
  preview(request: PreviewRequest): Promise<Preview>;
  /** Makes TypeScript of scripts and what they include. Runs nothing. */
  port(request: PortRequest): Promise<Ported>;
  /** Plays a conversation to a bot and to its port. */
  compare(request: CompareRequest): Promise<Compared>;
  /** Plays a conversation again with other settings, or holds it beside another one; `differs` hears of the first step that does at once. */
  runAgain(request: RunAgainRequest, differs?: (step: number) => void): Promise<RanAgain>;
  /** Counts what a conversation, or tests, make use of: scripts, ways of the session diagram, settings. */
  coverage(request: CoverageRequest): Promise<CoverageReport>;
  /** What can be expected of the steps of a stretch, which is from then on a test in the making. */
  suggestTest(request: TestRequest): Promise<TestDraft>;
  /** How much smaller the test in the making is with only what its steps reach. */
  cutTest(): Promise<TestCut>;
  /** The test in the making with what was chosen, run once. */
  makeTest(choices: TestChoices): Promise<MadeTest>;
  /** Plays a conversation or a test in other orders; whoever hears how far it has come may end it. */
  explore(request: ExploreRequest, goesOn: ExploreHearing): Promise<ExploreAnswer>;
  /** Reads a HAR file or a collection of Postman. Makes nothing of it. */
  readCalls(content: FileContent): Promise<ReadCalls>;
  /** Answers when the worker is alive. */
  ping(): Promise<void>;
}
