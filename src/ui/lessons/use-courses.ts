import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { CourseApi, CourseSummary, OpenedCourse } from '../../protocol/course-api.ts';
import { useAppContext } from '../context.ts';
import { coursesOf } from './courses.ts';

/** What the engine's worker does about courses. */
export function useCourseApi(): CourseApi {
  const { engine } = useAppContext().store;
  return useMemo(() => coursesOf(engine), [engine]);
}

/** The courses that there are, and a way to read them anew; null until they are read. */
export function useCourses(): readonly [
  ReadonlySignal<readonly CourseSummary[] | null>,
  () => Promise<void>,
] {
  const api = useCourseApi();
  const list = useSignal<readonly CourseSummary[] | null>(null);
  const read = async () => {
    list.value = await api.courses();
  };
  useEffect(() => {
    void read();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each engine
  }, [api]);
  return [list, read];
}

/** A course with how far one is in it, and a way to read it anew; null where there is none, undefined until it is read. */
export function useCourse(
  id: string,
): readonly [ReadonlySignal<OpenedCourse | null | undefined>, () => Promise<void>] {
  const api = useCourseApi();
  const course = useSignal<OpenedCourse | null | undefined>(undefined);
  const read = async () => {
    course.value = await api.course(id);
  };
  useEffect(() => {
    void read();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each course
  }, [api, id]);
  return [course, read];
}

/** Where whoever opens a course goes on: the lesson that was worked on last, unless it is passed; then the next one that is not. */
export function goesOnAt({ course, progress, current }: OpenedCourse): string {
  const isPassed = (id: string) =>
    progress.some(({ lesson, passedAt }) => lesson === id && passedAt !== null);
  const { lessons } = course;
  const at = lessons.findIndex(({ id }) => id === current);
  const open = [...lessons.slice(Math.max(at, 0)), ...lessons].find(({ id }) => !isPassed(id));
  return open?.id ?? lessons[0]?.id ?? '';
}
