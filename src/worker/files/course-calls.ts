import type { CourseFilesApi } from '../../protocol/course-files.ts';

/** The calls that are about courses, which are a part of their own. */
export const courseCalls: Readonly<Record<keyof CourseFilesApi, true>> = {
  writeCourse: true,
  courseLink: true,
  playBeginning: true,
  checkLesson: true,
  suggestChecks: true,
  readResults: true,
  writeResults: true,
  resultCode: true,
};
