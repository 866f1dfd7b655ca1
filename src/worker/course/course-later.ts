import type { CoursesAsked } from '../../protocol/course-api.ts';
import { partLater } from '../part-later.ts';
import type { CoursesOptions } from './courses.ts';

type AnyCall = (...given: readonly unknown[]) => Promise<unknown>;

/** Courses, loaded when somebody first asks about them. */
export function coursesLater(options: CoursesOptions): CoursesAsked {
  const part = partLater(async () => (await import('./courses.ts')).createCourses(options));
  return {
    askCourses: async (name, given) => ((await part())[name] as AnyCall)(...given),
  };
}
