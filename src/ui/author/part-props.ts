import type { CourseFile, Lesson } from '../../protocol/course-api.ts';
import type { Part } from './lesson-state.ts';

/** What each part of a lesson in the making is given. */
export type PartProps = {
  readonly course: CourseFile;
  readonly lesson: Lesson;
  readonly open: (part: Part) => void;
};
