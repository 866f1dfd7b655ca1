/** A course that is kept. */
export type CourseRow = {
  readonly id: string;
  readonly revision: number;
  readonly title: string;
  readonly language: string;
  /** The ids of its lessons, in their order. */
  readonly lessons: readonly string[];
  /** It came with the app. */
  readonly builtIn: boolean;
  /** It is being made here, and may be unfinished. */
  readonly draft: boolean;
  /** The whole of it, as JSON. */
  readonly text: string;
  /** How often that was changed; absent in rows of before it was counted. */
  readonly edits?: number | undefined;
  /** When somebody last worked on it, in milliseconds since 1970; null for never. */
  readonly openedAt: number | null;
  /** The lesson that was worked on last. */
  readonly current: string | null;
  /** When it was taken away, in milliseconds since 1970: it is hidden, until it is put back or really gone. */
  readonly removedAt?: number | undefined;
};

/** How far somebody has come in a lesson. */
export type ProgressRow = {
  /** `progressId` of its course and lesson. */
  readonly id: string;
  readonly course: string;
  readonly lesson: string;
  readonly workspace: string | null;
  readonly hints: number;
  readonly checks: readonly { readonly name: string; readonly passedAt: number }[];
  readonly passedAt: number | null;
  /** The workspace in which it was passed, which another one may have taken the place of since. */
  readonly passedIn?: string | undefined;
  readonly revision: number;
  /** It was passed on another computer, whose result was opened here. */
  readonly elsewhere?: boolean | undefined;
  /** What it was before it was begun anew, so that this can be undone. */
  readonly before?: ProgressRow | undefined;
};

/** A result that was put on the wall of a course. */
export type ResultRow = {
  readonly id: string;
  readonly course: string;
  /** Whose it is: results of one name may be of several people. */
  readonly person: number;
  /** It is the one of its lesson that counts for that person. */
  readonly chosen: boolean;
  readonly addedAt: number;
  /** The name of the file it came in. */
  readonly source: string;
  /** The whole of it, as JSON. */
  readonly text: string;
  /** As that of a course. */
  readonly removedAt?: number | undefined;
};

export type CourseRows = {
  readonly courses: CourseRow;
  readonly progress: ProgressRow;
  readonly results: ResultRow;
};

export type CourseTable = keyof CourseRows;

/** Neither id holds a blank. */
export const progressId = (course: string, lesson: string): string => `${course} ${lesson}`;

/** What is kept of courses, beside the workspaces that are people's own work. Failures are `StorageError`s. */
export interface CourseStore {
  all<Name extends CourseTable>(table: Name): Promise<readonly CourseRows[Name][]>;
  /** Those of one course, in the order of their ids. */
  of<Name extends 'progress' | 'results'>(table: Name, course: string): Promise<readonly CourseRows[Name][]>;
  get<Name extends CourseTable>(table: Name, id: string): Promise<CourseRows[Name] | undefined>;
  /** Puts what `next` makes of the row of this id, or takes it away for null, whatever other tabs write at the same time. */
  change<Name extends CourseTable>(
    table: Name,
    id: string,
    next: (row: CourseRows[Name] | undefined) => CourseRows[Name] | null,
  ): Promise<CourseRows[Name] | null>;
}
