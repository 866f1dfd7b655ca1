import type { CheckedLesson } from '../course/check-lesson.ts';
import type { CourseFile, Lesson } from '../course/course.ts';
import type { ResultCode } from '../course/result-code.ts';
import type { ResultFile } from '../course/result.ts';
import type { SuggestedCheck } from '../course/suggest-checks.ts';
import type { Verified } from '../course/verify-result.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import type { FileProblem } from '../scenario/problem.ts';
import type { Beginning } from './course-api.ts';
import type { PlayedStep } from './played-step.ts';
import type { Source } from './files-api.ts';

/* What crosses between the page and the worker for files about courses and results. */

export type { CheckedLesson } from '../course/check-lesson.ts';
export type { ResultCode } from '../course/result-code.ts';
export type { SuggestedCheck } from '../course/suggest-checks.ts';
export type { Verified } from '../course/verify-result.ts';

/** A result out of a file or a code, and what replaying it showed. */
export type ReadResult = {
  /** The file that it came in; empty for a text. */
  readonly file: string;
} & (
  | ({ readonly kind: 'result'; readonly result: ResultFile } & Verified)
  /** Out of a code: nothing of it can be replayed. */
  | { readonly kind: 'code'; readonly code: ResultCode }
  /** It is no result. */
  | { readonly kind: 'refused'; readonly problems: readonly FileProblem[] }
);

/** How results are written: as their own file, as results of the Exercism format, or as a table. */
export type ResultsForm = 'results' | 'exercism' | 'csv';

export type WrittenCourse = {
  readonly text: string;
  readonly problems: readonly FileProblem[];
  readonly isReadable: boolean;
};

/** What the worker for files does about courses. */
export interface CourseFilesApi {
  /**
   * The course as the text of its file, and what is the matter with it: of one that is not finished much, of a whole one nothing.
   * `isReadable` tells whether anybody could open it all the same.
   */
  writeCourse(course: CourseFile): Promise<WrittenCourse>;
  /** The fragment of the link that holds a course; empty where it would be longer than a link may be. */
  courseLink(course: CourseFile): Promise<{ readonly fragment: string }>;
  /** Plays what one's own work on a lesson begins with; or why not. */
  playBeginning(beginning: Beginning): Promise<readonly PlayedStep[] | { readonly problem: FileProblem }>;
  checkLesson(lesson: Lesson): Promise<CheckedLesson>;
  /** What a lesson that begins after so many steps of a conversation can ask for, of all that came after them. */
  suggestChecks(of: {
    readonly conversation: ScenarioFile;
    readonly start: number;
  }): Promise<readonly SuggestedCheck[]>;
  /** Reads results, of one or several lessons each, and replays those whose course is given. */
  readResults(sources: readonly Source[], courses: readonly CourseFile[]): Promise<readonly ReadResult[]>;
  /** @param trust what a table says of each result besides, such as that it was verified */
  writeResults(results: readonly ResultFile[], form: ResultsForm, trust?: readonly string[]): Promise<string>;
  /** The text of the QR code of a result; `readResults` reads it. */
  resultCode(result: ResultFile): Promise<string>;
}
