import type { LessonState } from '../course/check-state.ts';
import type { CheckExpectation, CourseFile } from '../course/course.ts';
import type { ResultCode } from '../course/result-code.ts';
import type { ResultFile } from '../course/result.ts';
import type { Verified } from '../course/verify-result.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import type { Problem } from '../scenario/problem.ts';
import type { SuggestionKind } from '../testing/suggestion.ts';
import type { Source } from './files-api.ts';

/* What crosses between the page and the worker for files about courses and results. */

export type { ResultCode } from '../course/result-code.ts';
export type { Verified } from '../course/verify-result.ts';

/** A lesson played against its solution, and against nobody doing anything. */
export type CheckedLesson = {
  /** Null where it has no solution. */
  readonly solution: LessonState | null;
  /** Why the solution could not be played, or which of its steps was refused. */
  readonly unplayed: readonly { readonly step: number; readonly message: string }[];
  /** After the opening scene, and an hour in which nobody does anything. What has passed in it asks for nothing. */
  readonly nothing: LessonState;
};

/** Something of a conversation that a lesson can ask for. */
export type SuggestedCheck = {
  /** The step by which it came, from 1. */
  readonly step: number;
  readonly kind: SuggestionKind;
  readonly expect: CheckExpectation;
  /** Whether it is ticked until somebody chooses otherwise. */
  readonly ticked: boolean;
};

/** A result out of a file or a code, and what replaying it showed. */
export type ReadResult = {
  /** The file that it came in. */
  readonly file: string;
} & (
  | ({ readonly kind: 'result'; readonly result: ResultFile } & Verified)
  /** Out of a code: nothing of it can be replayed. */
  | { readonly kind: 'code'; readonly code: ResultCode }
  /** It is no result. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
);

/** How results are written: several as one file, as results of the Exercism format, or as a table. */
export type ResultsForm = 'results' | 'exercism' | 'csv';

/** What the worker for files does about courses. */
export interface CourseFilesApi {
  /** The course as the text of its file, or what keeps it from being one. */
  writeCourse(
    course: CourseFile,
  ): Promise<
    | { readonly text: string; readonly warnings: readonly Problem[] }
    | { readonly problems: readonly Problem[] }
  >;
  checkLesson(lesson: CourseFile['lessons'][number]): Promise<CheckedLesson>;
  /** What a lesson that begins after so many steps of a conversation can ask for, of all that came after them. */
  suggestChecks(of: {
    readonly conversation: ScenarioFile;
    readonly start: number;
  }): Promise<readonly SuggestedCheck[]>;
  /** Reads results, of one or several lessons each, and replays them where their course is given. */
  readResults(sources: readonly Source[], courses: readonly CourseFile[]): Promise<readonly ReadResult[]>;
  writeResults(results: readonly ResultFile[], form: ResultsForm): Promise<string>;
  /** The text of the QR code of a result. */
  resultCode(result: ResultFile): Promise<string>;
}
