import type { CourseApi } from '../../protocol/course-api.ts';
import { problemOf } from '../connection/broken.ts';
import type { Engine } from '../store/store.ts';

const nothing = () => null;
const notMade = (error: unknown) => ({ problem: problemOf(error) });

/** Every call, and what stands for its answer where none is to be had. */
const calls: {
  readonly [Name in keyof CourseApi]: (error: unknown) => Awaited<ReturnType<CourseApi[Name]>>;
} = {
  courses: () => [],
  keepCourse: notMade,
  keepDraft: notMade,
  keepBeside: notMade,
  removeCourse: problemOf,
  putCourseBack: problemOf,
  newerCourse: nothing,
  course: nothing,
  lessonBeginning: notMade,
  resultBeginnings: () => [],
  lessonWorkspace: notMade,
  undoReset: nothing,
  resetCourse: problemOf,
  undoResetCourse: problemOf,
  takeHint: (error) => {
    throw error;
  },
  lessonState: nothing,
  takeResults: notMade,
  undoTakeResults: problemOf,
  result: notMade,
  packCourses: notMade,
  restoreCourse: problemOf,
  wall: (error) => {
    throw error;
  },
  keepResults: problemOf,
  removeResults: problemOf,
};

/** What the engine's worker does about courses (`CourseApi`). */
export function coursesOf(engine: Pick<Engine, 'askCourses'>): CourseApi {
  const asked = Object.entries(calls).map(([name, otherwise]) => [
    name,
    (...given: unknown[]) =>
      engine.askCourses(name as keyof CourseApi, given).catch(otherwise as (error: unknown) => unknown),
  ]);
  return Object.fromEntries(asked) as CourseApi;
}
