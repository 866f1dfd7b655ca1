import type { LessonProgress } from './course-api.ts';
import type { KeptResult } from './wall-api.ts';

/** How far somebody has come in a lesson, as a backup holds it. Workspaces are those of the backup. */
export type PackedProgress = LessonProgress & {
  /** The workspace in which it was passed. */
  readonly passedIn: string | null;
};

/** Everything that is kept of a course, for a backup: what people did in its lessons are workspaces of their own. */
export type PackedCourse = {
  readonly id: string;
  readonly title: string;
  /** The whole of it, as JSON: unfinished where it is a draft. */
  readonly text: string;
  readonly builtIn: boolean;
  readonly draft: boolean;
  /** When somebody last worked on it, in milliseconds since 1970; null for never. */
  readonly openedAt: number | null;
  /** The lesson that was worked on last. */
  readonly current: string | null;
  readonly progress: readonly PackedProgress[];
  /** What hangs on its wall. */
  readonly results: readonly KeptResult[];
};
