import type { LessonState } from '../course/check-state.ts';
import type { CourseFile } from '../course/course.ts';
import type { ResultFile, ResultsFile } from '../course/result.ts';
import type { WorldFile } from '../engine/definition.ts';
import type { CodedText } from '../engine/codes.ts';
import type { ScenarioStep } from '../scenario/format.ts';
import type { ServiceError, Workspace } from './engine-api.ts';
import type { PackedCourse } from './packed-course.ts';
import type { PlayedStep } from './played-step.ts';
import type { WallApi } from './wall-api.ts';

/* What crosses between the page and the worker about courses, and about one's own work in their lessons. */

export type { CheckState, LessonState } from '../course/check-state.ts';
export type { Check, CheckExpectation, CourseFile, Covered, Lesson, Pane } from '../course/course.ts';
export type { ResultCheck, ResultFile, ResultsFile } from '../course/result.ts';

/** A course in the list of those that are there. */
export type CourseSummary = {
  readonly id: string;
  readonly revision: number;
  readonly title: string;
  /** Markdown; empty where it has none. */
  readonly description: string;
  /** Its tag by BCP 47, such as `en`. */
  readonly language: string;
  /** Its lessons in their order. */
  readonly contents: readonly { readonly id: string; readonly title: string }[];
  /** How many of them are passed. */
  readonly passed: number;
  readonly builtIn: boolean;
  /** When somebody last worked on it, in milliseconds since 1970; null for never. */
  readonly openedAt: number | null;
  /** It is being made on this computer, and may be unfinished. */
  readonly draft: boolean;
  /** A newer revision that came with the app and waits to be taken; null for none. */
  readonly newer: number | null;
};

/** How far somebody has come in a lesson. Times are milliseconds since 1970, by the clock on the wall. */
export type LessonProgress = {
  readonly lesson: string;
  /** Where one's own work on it is; null until it is begun. */
  readonly workspace: string | null;
  /** How many hints were shown. */
  readonly hints: number;
  readonly checks: readonly { readonly name: string; readonly passedAt: number }[];
  /** When all of its checks were passed. */
  readonly passedAt: number | null;
  /** The revision of the course by which it was begun. */
  readonly revision: number;
  /** It was passed on another computer, whose result was opened here. */
  readonly elsewhere: boolean;
};

export type OpenedCourse = {
  readonly course: CourseFile;
  readonly progress: readonly LessonProgress[];
  /** The lesson that was worked on last. */
  readonly current: string | null;
  /** How often it was changed here: whoever goes on from this says so (`keepDraft`). */
  readonly edits: number;
};

/** How somebody comes to a lesson. */
export type BeginHow = 'continue' | 'conversation' | 'reset';

/** A world, and what happens in it before somebody takes over. */
export type Beginning = { readonly world: WorldFile; readonly steps: readonly ScenarioStep[] };

/** What became of a course in the making. */
export type KeptDraft =
  | { readonly kind: 'kept'; readonly edits: number }
  /** Another tab has changed it since: nothing was kept, and this is what is there. */
  | { readonly kind: 'other'; readonly course: CourseFile; readonly edits: number }
  /** It was deleted. What was changed comes back with it where that is undone. */
  | { readonly kind: 'gone' };

/** What a workspace is one's own work on. */
export type LessonOf = {
  readonly course: string;
  readonly revision: number;
  readonly lesson: string;
  /** How many of its first steps are the opening scene, which is none of one's own work. */
  readonly start: number;
  /** What it locks, as `Lesson.locked`; absent in work of before that was noted, and where it locks nothing. */
  readonly locked?: readonly string[] | undefined;
};

/** Everything that the page may ask about courses; one's own work on a lesson is a workspace of its own. */
export interface CourseApi extends WallApi {
  courses(): Promise<readonly CourseSummary[]>;
  /**
   * Keeps a course. Where another one of its id is there, it is told, and taken only with `replace`; own work stays either way, and
   * so does what was being made of it: as a course of its own. As a `draft` it is kept as it is being made, unfinished, and always
   * takes the place of what is there.
   */
  keepCourse(
    course: CourseFile,
    replace?: boolean | 'draft',
  ): Promise<CourseSummary | { readonly problem: ServiceError } | { readonly exists: CourseSummary }>;
  /** Keeps what was made of a course since it had been changed so often, unless somebody else has changed it meanwhile. */
  keepDraft(course: CourseFile, edits: number): Promise<KeptDraft | { readonly problem: ServiceError }>;
  /** Keeps another state of a course as a course of its own, under an address and a title that are free. */
  keepBeside(course: CourseFile): Promise<{ readonly title: string } | { readonly problem: ServiceError }>;
  /** Hides a course, for some seconds until it is really gone; with `isStill` they begin anew for one that is hidden. */
  removeCourse(id: string, isStill?: boolean): Promise<ServiceError | null>;
  /** Shows it again; says so where it is really gone. */
  putCourseBack(id: string): Promise<ServiceError | null>;
  /** The newer revision that came with the app; null where there is none. */
  newerCourse(id: string): Promise<CourseFile | null>;
  course(id: string): Promise<OpenedCourse | null>;
  /**
   * What has to be played before `lessonWorkspace` can begin in that way; null where there is work to go on with. The page has it played in a
   * worker that it can end: what a course says may go on for ever.
   */
  lessonBeginning(
    course: string,
    lesson: string,
    how: BeginHow,
  ): Promise<Beginning | null | { readonly problem: ServiceError }>;
  /** As that, for results that somebody goes on from; null for those that cannot be gone on from, which `takeResults` says. */
  resultBeginnings(results: readonly ResultFile[]): Promise<readonly (Beginning | null)[]>;
  /**
   * The workspace of one's own work on a lesson: made from its seed where there is none, called `name`. For `conversation` another one
   * begins where the lesson does, with one's own scripts and settings; for `reset` with those of the lesson, and without hints and
   * what was passed. The one that is left stays among the workspaces. `played` are the steps of its beginning.
   */
  lessonWorkspace(
    course: string,
    lesson: string,
    how: BeginHow,
    name: string,
    played?: readonly PlayedStep[],
  ): Promise<Workspace | { readonly problem: ServiceError }>;
  undoReset(course: string, lesson: string): Promise<Workspace | null>;
  resetCourse(course: string): Promise<ServiceError | null>;
  undoResetCourse(course: string): Promise<ServiceError | null>;
  /** One more hint was shown. */
  takeHint(course: string, lesson: string): Promise<LessonProgress>;
  /** How the checks of its lesson stand in a workspace; what passed is kept. Null for a workspace of no lesson. */
  lessonState(workspace: string, now?: number): Promise<LessonState | null>;
  /**
   * Goes on from what somebody did on another computer: what a result played becomes their own work here. `names` are what it is called, in the
   * order of the results. Each is judged anew; what it passes is marked as passed elsewhere. Results of other courses, that begin otherwise, or that could not be played, are left.
   */
  takeResults(
    results: readonly ResultFile[],
    names: readonly string[],
    played: readonly (readonly PlayedStep[] | null)[],
  ): Promise<TakenResults | { readonly problem: ServiceError }>;
  /** Lessons that were gone on with are as they were before; what was played stays among the workspaces. */
  undoTakeResults(course: string, lessons: readonly string[]): Promise<ServiceError | null>;
  /** The result of one lesson, or for null of all that were begun. */
  result(
    course: string,
    lesson: string | null,
    name: string,
  ): Promise<ResultFile | ResultsFile | { readonly problem: ServiceError }>;
  /** All that is kept of courses, for a backup. */
  packCourses(): Promise<readonly PackedCourse[] | { readonly problem: ServiceError }>;
  /**
   * Adds what a backup holds of a course to what is here, and replaces nothing: another course of its id stays, and this one is kept beside it.
   * `workspaces` says which workspace each of those in the backup has become here.
   */
  restoreCourse(
    course: PackedCourse,
    workspaces: Readonly<Record<string, string>>,
  ): Promise<ServiceError | null>;
}

/** What became of results that somebody goes on from. */
export type TakenResults = {
  /** The lessons that are gone on with, in their order. */
  readonly taken: readonly string[];
  readonly left: readonly { readonly lesson: string; readonly why: CodedText }[];
};

/** How the page asks for any of these: one call, so that what only opens a workspace knows none of their names. */
export interface CoursesAsked {
  askCourses(name: keyof CourseApi, given: readonly unknown[]): Promise<unknown>;
}
