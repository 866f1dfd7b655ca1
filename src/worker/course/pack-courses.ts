import type { CourseFile } from '../../protocol/course-api.ts';
import type { PackedCourse, PackedProgress } from '../../protocol/packed-course.ts';
import type { CourseRow, CourseStore, ProgressRow, ResultRow } from '../../storage/course-store.ts';
import { progressId } from '../../storage/course-store.ts';
import type { Library } from './library.ts';
import { progressOf } from './own-work.ts';

/** The courses that are kept, for a backup: those that come with the app are, as soon as somebody has opened them. @throws StorageError */
export async function packCourses(store: CourseStore): Promise<readonly PackedCourse[]> {
  const rows = (await store.all('courses')).filter(({ removedAt }) => removedAt === undefined);
  return Promise.all(rows.map((row) => pack(store, row)));
}

async function pack(store: CourseStore, row: CourseRow): Promise<PackedCourse> {
  const { id, title, text, builtIn, draft, openedAt, current } = row;
  const [progress, results] = await Promise.all([store.of('progress', id), store.of('results', id)]);
  return {
    id,
    title,
    text,
    builtIn,
    draft,
    openedAt,
    current,
    progress: progress.map((one) => ({ ...progressOf(one), passedIn: one.passedIn ?? null })),
    results: results.filter((one) => one.removedAt === undefined).map(withoutRemoved),
  };
}

const withoutRemoved = ({ removedAt: _, ...result }: ResultRow) => result;

/**
 * Adds what a backup holds of a course to what is here, and replaces nothing: where another course of its id is, it is kept beside that, under an
 * address of its own; one that comes with the app is the app's; how far somebody has come here stays; people of its wall are others than
 * those of this one.
 */
export async function restoreCourse(
  store: CourseStore,
  library: Library,
  packed: PackedCourse,
  workspaces: Readonly<Record<string, string>>,
): Promise<void> {
  const { id, text, builtIn, draft, openedAt, current } = packed;
  const course = JSON.parse(text) as CourseFile;
  const here = await library.row(id);
  if (here === undefined) {
    const row = await library.keep(course, { builtIn: false, draft });
    await store.change('courses', id, (known = row) => ({ ...known, openedAt, current }));
  } else if (here.text !== text && !builtIn) await library.keepBeside({ text });
  const become = (workspace: string | null) => workspaces[workspace ?? ''] ?? null;
  for (const one of packed.progress)
    await store.change('progress', progressId(id, one.lesson), (known) => known ?? rowOf(id, one, become));
  const before = await store.of('results', id);
  const above = Math.max(0, ...before.map(({ person }) => person));
  for (const one of packed.results)
    await store.change('results', one.id, (known) => known ?? { ...one, person: one.person + above });
}

function rowOf(
  course: string,
  { passedIn, ...progress }: PackedProgress,
  become: (workspace: string | null) => string | null,
): ProgressRow {
  const { lesson, workspace } = progress;
  return {
    ...progress,
    id: progressId(course, lesson),
    course,
    workspace: become(workspace),
    passedIn: become(passedIn) ?? undefined,
  };
}
