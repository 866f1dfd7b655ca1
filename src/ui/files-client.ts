import { proxy, type Endpoint, type Remote } from 'comlink';
import type { CourseFilesApi } from '../protocol/course-files.ts';
import type {
  FileCheck,
  Draft,
  DraftOptions,
  FileContent,
  FilesApi,
  LinkDraft,
  OpenedFile,
  ReadCalls,
  Source,
} from '../protocol/files-api.ts';
import type { Beginning, CourseFile, Lesson } from '../protocol/course-api.ts';
import type { CheckedLesson, SuggestedCheck, WrittenCourse } from '../protocol/course-files.ts';
import type { Compared, RanAgain, RunAgainRequest } from '../protocol/compared.ts';
import type { CoverageReport, CoverageRequest } from '../protocol/coverage.ts';
import type { MadeTest, TestChoices, TestCut, TestDraft, TestRequest } from '../protocol/test-making.ts';
import type {
  ExploreAnswer,
  ExploreHearing,
  ExploreProgress,
  ExploreRequest,
} from '../protocol/exploring.ts';
import type { CompareRequest, Ported, PortRequest } from '../protocol/port.ts';
import type { Preview, PreviewRequest } from '../protocol/preview.ts';
import type { PackedWorkspace } from '../protocol/engine-api.ts';
import type { PackedCourse } from '../protocol/packed-course.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import type { StartedWorker } from './connection/supervisor.ts';
import { WorkerLine } from './connection/worker-line.ts';

export type FilesClientOptions = {
  readonly startWorker: () => StartedWorker<Endpoint>;
  /** Address of the page. */
  readonly base: string;
  /** The name and version that files are said to be made with. */
  readonly app: string;
  readonly after: (milliseconds: number, run: () => void) => () => void;
};

/** What came of playing what somebody wants to open. */
export type Played =
  | { readonly kind: 'played'; readonly checked: FileCheck }
  /** It may be opened all the same. */
  | NotPreviewed;

/** It took too long, somebody stopped it, or it broke. */
export type NotPreviewed = {
  readonly kind: 'notPlayed';
  readonly because: 'slow' | 'stopped' | 'broken';
};

type ChatChoice = Parameters<FilesApi['fromChat']>[0];

/** How long a preview plays before it gives up (rulings 36). */
const patience = 10_000;
/** How long what was stopped is waited for. */
const patienceStopped = 2_000;

/**
 * The page's end of the wire to the worker that reads and writes files, which lives as long as the dialog that asks it.
 * What hangs is ended with its worker, and the next one is told again what is spoken of. A promise is rejected when the
 * worker broke or was ended.
 */
export class FilesClient {
  readonly #options: FilesClientOptions;
  readonly #line: WorkerLine<FilesApi>;
  /** The worker that holds the backup in the making. */
  #backingUp: object | null = null;
  #source: Source | null = null;
  #choice: ChatChoice | null = null;
  #taken: { readonly conversation: ScenarioFile; readonly setting: ScenarioFile } | null = null;

  constructor(options: FilesClientOptions) {
    this.#options = options;
    this.#line = new WorkerLine(options.startWorker, (api) => this.#greetAndTell(api));
  }

  /** Reads and checks what somebody wants to open; runs nothing. */
  look(source: Source): Promise<OpenedFile> {
    this.stop();
    this.#source = source;
    this.#choice = null;
    return this.#call(async (api) => api.look(source), false);
  }

  /** Makes a scenario of the conversation of another program that was looked at. */
  fromChat(choice: ChatChoice): ReturnType<FilesApi['fromChat']> {
    this.#choice = choice;
    return this.#call(async (api) => api.fromChat(choice), false);
  }

  /** Plays what was looked at, for the verdict. It never rejects. */
  async play(progress: (done: number, of: number) => void, stop: AbortSignal): Promise<Played> {
    const made = await this.#patiently(async (api) => api.check(proxy(progress)), stop);
    return 'because' in made ? { kind: 'notPlayed', ...made } : { kind: 'played', checked: made.value };
  }

  /** What the settings of a channel look like to a customer. It never rejects. */
  preview(request: PreviewRequest, stop: AbortSignal): Promise<Preview | NotPreviewed> {
    return this.#orNot(async (api) => api.preview(request), stop);
  }

  /** Scripts in TypeScript. It never rejects. */
  port(request: PortRequest, stop: AbortSignal): Promise<Ported | NotPreviewed> {
    return this.#orNot(async (api) => api.port(request), stop);
  }

  /** The calls in a file of another program, as mocks. It never rejects. */
  readCalls(content: FileContent, stop: AbortSignal): Promise<ReadCalls | NotPreviewed> {
    return this.#orNot(async (api) => api.readCalls(content), stop);
  }

  /** What a conversation becomes with a port. It never rejects. */
  compare(request: CompareRequest, stop: AbortSignal): Promise<Compared | NotPreviewed> {
    return this.#orNot(async (api) => api.compare(request), stop);
  }

  /** What a conversation becomes with other settings, or beside another one; `differs` hears of the first step that does. It never rejects. */
  runAgain(
    request: RunAgainRequest,
    stop: AbortSignal,
    differs: (step: number) => void = () => undefined,
  ): Promise<RanAgain | NotPreviewed> {
    return this.#orNot(async (api) => api.runAgain(request, proxy(differs)), stop);
  }

  /** What a conversation, or tests, make use of. It never rejects. */
  coverage(request: CoverageRequest, stop: AbortSignal): Promise<CoverageReport | NotPreviewed> {
    return this.#orNot(async (api) => api.coverage(request), stop);
  }

  /** What can be expected of a stretch of a conversation. It never rejects. */
  suggestTest(request: TestRequest, stop: AbortSignal): Promise<TestDraft | NotPreviewed> {
    return this.#orNot(async (api) => api.suggestTest(request), stop);
  }

  /** How much smaller the test in the making is with only what matters. It never rejects. */
  cutTest(stop: AbortSignal): Promise<TestCut | NotPreviewed> {
    return this.#orNot(async (api) => api.cutTest(), stop);
  }

  /** The test in the making with what was chosen. It never rejects. */
  makeTest(choices: TestChoices, stop: AbortSignal): Promise<MadeTest | NotPreviewed> {
    return this.#orNot(async (api) => api.makeTest(choices), stop);
  }

  /**
   * What breaks in other orders. It takes as long as it is told from time to time how far it has come; what hangs meanwhile is
   * ended. Who stops it is told of what was tried. It never rejects.
   */
  async explore(
    request: ExploreRequest,
    heard: (progress: ExploreProgress) => void,
    stop: AbortSignal,
  ): Promise<ExploreAnswer | NotPreviewed> {
    const end = new AbortController();
    let forget: () => void = () => undefined;
    // Who stopped it waits for what was found so far, and not for what hangs.
    const waitNoMore = () => {
      forget();
      forget = this.#options.after(patienceStopped, () => {
        end.abort();
      });
    };
    stop.addEventListener('abort', waitNoMore);
    const made = await this.#patiently<ExploreAnswer>(async (api, lives) => {
      const goesOn: ExploreHearing = (progress) => {
        lives();
        if (stop.aborted) waitNoMore();
        else heard(progress);
        return !stop.aborted;
      };
      return api.explore(request, proxy(goesOn));
    }, end.signal);
    forget();
    stop.removeEventListener('abort', waitNoMore);
    return 'because' in made ? { kind: 'notPlayed', ...made } : made.value;
  }

  async #orNot<T>(ask: (api: Remote<FilesApi>) => Promise<T>, stop: AbortSignal): Promise<T | NotPreviewed> {
    const made = await this.#patiently(ask, stop);
    return 'because' in made ? { kind: 'notPlayed', ...made } : made.value;
  }

  /** What the worker makes within ten seconds, or within ten after it last said that it lives; whatever takes longer, or is stopped, ends it. */
  async #patiently<T>(
    ask: (api: Remote<FilesApi>, lives: () => void) => Promise<T>,
    stop: AbortSignal,
  ): Promise<{ readonly value: T } | Pick<NotPreviewed, 'because'>> {
    const end: { because: 'slow' | 'stopped' | null } = { because: null };
    const endAs = (because: 'slow' | 'stopped') => () => {
      end.because = because;
      this.stop();
    };
    let forget = this.#options.after(patience, endAs('slow'));
    const lives = () => {
      forget();
      forget = this.#options.after(patience, endAs('slow'));
    };
    const stopped = endAs('stopped');
    stop.addEventListener('abort', stopped);
    try {
      return { value: await this.#call((api) => ask(api, lives)) };
    } catch {
      // What was ended is gone already, and another worker may be at work.
      if (end.because === null) this.stop();
      return { because: end.because ?? 'broken' };
    } finally {
      forget();
      stop.removeEventListener('abort', stopped);
    }
  }

  /** The text of a course's file, and what is the matter with it. It never rejects. */
  writeCourse(course: CourseFile, stop: AbortSignal): Promise<WrittenCourse | NotPreviewed> {
    return this.#orNot(async (api) => api.writeCourse(course), stop);
  }

  /** The fragment of a link that holds a course; empty where it would be too long. */
  courseLink(course: CourseFile): ReturnType<FilesApi['courseLink']> {
    return this.#call(async (api) => api.courseLink(course));
  }

  /** What one's own work on a lesson begins with, played. It never rejects. */
  playBeginning(
    beginning: Beginning,
    stop: AbortSignal,
  ): Promise<Awaited<ReturnType<CourseFilesApi['playBeginning']>> | NotPreviewed> {
    return this.#orNot(async (api) => api.playBeginning(beginning), stop);
  }

  /** A lesson played against its solution and against nothing. It never rejects. */
  checkLesson(lesson: Lesson, stop: AbortSignal): Promise<CheckedLesson | NotPreviewed> {
    return this.#orNot(async (api) => api.checkLesson(lesson), stop);
  }

  /** What a lesson that begins after so many steps can ask for. It never rejects. */
  suggestChecks(
    of: { readonly conversation: ScenarioFile; readonly start: number },
    stop: AbortSignal,
  ): Promise<readonly SuggestedCheck[] | NotPreviewed> {
    return this.#orNot(async (api) => api.suggestChecks(of), stop);
  }

  /** What was looked at with all that it caused, to be made a workspace of, or why that cannot be. Takes as long as it takes. */
  played(): ReturnType<FilesApi['played']> {
    return this.#call(async (api) => api.played());
  }

  /** A workspace of the backup that was looked at. */
  unpack(index: number): ReturnType<FilesApi['unpack']> {
    return this.#call(async (api) => api.unpack(index));
  }

  /** As `unpack`, a course. */
  unpackCourse(index: number): ReturnType<FilesApi['unpackCourse']> {
    return this.#call(async (api) => api.unpackCourse(index));
  }

  /** Adds a workspace to the backup in the making; fails when a worker was lost that knew the ones before. */
  backupAdd(workspace: PackedWorkspace): Promise<void> {
    return this.#add(async (api) => api.backupAdd(workspace));
  }

  /** As `backupAdd`, a course. */
  backupAddCourse(course: PackedCourse): Promise<void> {
    return this.#add(async (api) => api.backupAddCourse(course));
  }

  async #add(add: (api: FilesApi) => Promise<void>): Promise<void> {
    if (this.#backingUp !== null && this.#backingUp !== this.#line.current)
      throw new Error('The worker for files was lost.');
    const adding = this.#call(add, false);
    this.#backingUp = this.#line.current;
    await adding;
  }

  /** The backup, as a zip, of all that was added. */
  async backupDone(): Promise<Uint8Array<ArrayBuffer>> {
    if (this.#backingUp !== this.#line.current) throw new Error('The worker for files was lost.');
    return this.#call(async (api) => api.backupDone(), false);
  }

  /** What drafts are made of. */
  async take(conversation: ScenarioFile, setting: ScenarioFile): Promise<void> {
    this.#taken = { conversation, setting };
    await this.#call(async (api) => api.take(conversation, setting), false);
  }

  draft(options: DraftOptions): Promise<Draft> {
    return this.#call(async (api) => api.draft(options));
  }

  link(options: DraftOptions): Promise<LinkDraft> {
    return this.#call(async (api) => api.link(options));
  }

  /** Results, of one or several lessons each, played again where their course is given; null where that took too long or broke. It never rejects. */
  async readResults(
    ...given: Parameters<CourseFilesApi['readResults']>
  ): Promise<Awaited<ReturnType<CourseFilesApi['readResults']>> | null> {
    const never = new AbortController().signal;
    const made = await this.#patiently(async (api) => api.readResults(...given), never);
    return 'because' in made ? null : made.value;
  }

  writeResults(
    ...given: Parameters<CourseFilesApi['writeResults']>
  ): ReturnType<CourseFilesApi['writeResults']> {
    return this.#call(async (api) => api.writeResults(...given), false);
  }

  /** The text of the QR code of a result. */
  resultCode(...given: Parameters<CourseFilesApi['resultCode']>): ReturnType<CourseFilesApi['resultCode']> {
    return this.#call(async (api) => api.resultCode(...given), false);
  }

  /** Ends the worker; whatever is asked next starts another one. */
  stop(): void {
    this.#line.stop();
  }

  /** `tellAgain`: a worker that has just come is told what is spoken of before. */
  #call<T>(ask: (api: Remote<FilesApi>) => Promise<T>, tellAgain = true): Promise<T> {
    return this.#line.call(ask, tellAgain ? undefined : (api) => this.#greet(api));
  }

  #greet(api: Remote<FilesApi>): Promise<unknown> {
    return api.connect(this.#options.base, this.#options.app);
  }

  /** A worker that takes the place of another one knows nothing of what was spoken of. */
  async #greetAndTell(api: Remote<FilesApi>): Promise<void> {
    await this.#greet(api);
    if (this.#source !== null) await api.look(this.#source);
    if (this.#choice !== null) await api.fromChat(this.#choice);
    if (this.#taken !== null) await api.take(this.#taken.conversation, this.#taken.setting);
  }
}
