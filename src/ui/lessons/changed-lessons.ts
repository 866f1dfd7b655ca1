import type { CourseFile } from '../../protocol/course-api.ts';

/** The numbers of the lessons in which another revision of a course is another one. */
export const changedLessons = (before: CourseFile, after: CourseFile): readonly number[] =>
  after.lessons.flatMap((lesson, index) => {
    const was = before.lessons.find(({ id }) => id === lesson.id);
    return JSON.stringify(was) === JSON.stringify(lesson) ? [] : [index + 1];
  });
