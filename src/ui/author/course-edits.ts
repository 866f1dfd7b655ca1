import type { CourseFile, Lesson } from '../../protocol/course-api.ts';
import type { ScenarioFile } from '../../scenario/format.ts';

const mostLetters = 48;

/** An address of letters, digits and dashes that says what a title does; empty where the title has none of them. */
export const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, mostLetters)
    .replaceAll(/^-+|-+$/g, '');

/** A slug that is not taken. */
function freeSlug(title: string, otherwise: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(title) === '' ? otherwise : slugOf(title);
  if (!taken.has(slug)) return slug;
  for (let n = 2; ; n += 1) if (!taken.has(`${slug}-${String(n)}`)) return `${slug}-${String(n)}`;
}

/** A course without lessons. `mark` makes it another one than a course of the same title that is made elsewhere. */
export const newCourse = (title: string, language: string, mark: string): CourseFile => ({
  format: 'rehearsal-course',
  version: 1,
  id: [slugOf(title) === '' ? 'course' : slugOf(title), mark].join('-'),
  revision: 1,
  title,
  language,
  lessons: [],
});

/** The same course under a name and an address of its own. */
export const copyOf = (course: CourseFile, title: string, mark: string): CourseFile => ({
  ...course,
  id: newCourse(title, course.language, mark).id,
  title,
  revision: 1,
});

const idsOf = ({ lessons }: CourseFile) => new Set(lessons.map(({ id }) => id));

/** With a new lesson at the end, which begins after all steps of its seed; gives its address too. */
export function withNewLesson(
  course: CourseFile,
  title: string,
  seed: ScenarioFile,
): { readonly course: CourseFile; readonly id: string } {
  const id = freeSlug(title, 'lesson', idsOf(course));
  const lesson: Lesson = { id, title, text: '', seed, start: seed.steps.length, checks: [], hints: [] };
  return { id, course: { ...course, lessons: [...course.lessons, lesson] } };
}

/** With another lesson in the place of one. */
export const withLesson = (
  course: CourseFile,
  id: string,
  change: (lesson: Lesson) => Lesson,
): CourseFile => ({
  ...course,
  lessons: course.lessons.map((lesson) => (lesson.id === id ? change(lesson) : lesson)),
});

export const withoutLesson = (course: CourseFile, id: string): CourseFile => ({
  ...course,
  lessons: course.lessons.filter((lesson) => lesson.id !== id),
});

/** With a lesson that was taken out, where it stood; nothing where one of its address is there again. */
export const withLessonBack = (course: CourseFile, lesson: Lesson, at: number): CourseFile =>
  idsOf(course).has(lesson.id)
    ? course
    : { ...course, lessons: course.lessons.toSpliced(Math.min(at, course.lessons.length), 0, lesson) };

/** With a copy of a lesson behind it. */
export function withLessonCopied(course: CourseFile, id: string, title: string): CourseFile {
  const at = course.lessons.findIndex((lesson) => lesson.id === id);
  const lesson = course.lessons[at];
  if (lesson === undefined) return course;
  const copy = { ...lesson, id: freeSlug(title, 'lesson', idsOf(course)), title };
  return { ...course, lessons: course.lessons.toSpliced(at + 1, 0, copy) };
}

/** With a lesson one place further up or down. */
export function withLessonMoved(course: CourseFile, id: string, by: 1 | -1): CourseFile {
  const at = course.lessons.findIndex((lesson) => lesson.id === id);
  const lesson = course.lessons[at];
  const to = at + by;
  if (lesson === undefined || to < 0 || to >= course.lessons.length) return course;
  return { ...course, lessons: course.lessons.toSpliced(at, 1).toSpliced(to, 0, lesson) };
}

/** What a lesson still lacks to be done by somebody, in the order in which it is made. */
export type MissingLessonPart = 'title' | 'goal' | 'checks' | 'text';

export function missingPartsOf({ title, text, checks, solution }: Lesson): readonly MissingLessonPart[] {
  const lacks: readonly (readonly [MissingLessonPart, boolean])[] = [
    ['title', title.trim() === ''],
    ['goal', solution === undefined],
    ['checks', checks.length === 0],
    ['text', text.trim() === ''],
  ];
  return lacks.flatMap(([lack, isSo]) => (isSo ? [lack] : []));
}
