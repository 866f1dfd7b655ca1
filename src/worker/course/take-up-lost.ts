import type { CourseFile } from '../../protocol/course-api.ts';
import { progressId } from '../../storage/course-store.ts';
import type { Log } from '../../storage/log.ts';
import { keepPassed, type LessonChecker } from './lesson-checker.ts';

/**
 * Own work that came back as workspaces only, after a lost database or out of a backup, says of which lesson it is: where nothing else is
 * known of a lesson, the one that was used last is taken up, and judged.
 */
export async function takeUpLost(
  log: Log,
  course: CourseFile,
  standing: LessonChecker,
  now: number,
): Promise<void> {
  const store = await log.courses();
  const works = (await log.workspaces()).filter((row) => row.lesson?.course === course.id);
  if (works.length === 0) return;
  const known = new Set((await store.of('progress', course.id)).map(({ id }) => id));
  for (const lesson of course.lessons) {
    if (known.has(progressId(course.id, lesson.id))) continue;
    const work = works.find((row) => row.lesson?.lesson === lesson.id);
    if (work === undefined) continue;
    const state = await standing.state(log, work, lesson);
    await keepPassed(store, { course, lesson, state, workspace: work.id, now });
  }
}
