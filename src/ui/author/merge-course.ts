import type { CourseFile, Lesson } from '../../protocol/course-api.ts';

/** What two have made of the same, or null where they have changed the same thing in different ways. */
type Merge<T> = (before: T, mine: T, theirs: T) => T | null;

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** One side alone changed it, or both did the same. */
function mergeValue<T>(before: T, mine: T, theirs: T): { readonly merged: T } | null {
  if (same(mine, theirs) || same(theirs, before)) return { merged: mine };
  return same(mine, before) ? { merged: theirs } : null;
}

const mergeLesson: Merge<Lesson> = (before, mine, theirs) => {
  const fields = new Set([...Object.keys(theirs), ...Object.keys(mine)]) as Set<keyof Lesson>;
  const merged: Record<string, unknown> = {};
  for (const field of fields) {
    const found = mergeValue<unknown>(before[field], mine[field], theirs[field]);
    if (found === null) return null;
    if (found.merged !== undefined) merged[field] = found.merged;
  }
  return merged as unknown as Lesson;
};

/** Whoever changed a lesson keeps it, though the other one took it out. */
function mergeOne(
  before: Lesson | undefined,
  mine: Lesson | undefined,
  theirs: Lesson | undefined,
): { readonly lesson: Lesson | undefined } | null {
  if (mine !== undefined && theirs !== undefined) {
    const lesson = same(mine, theirs) ? mine : before && mergeLesson(before, mine, theirs);
    return lesson ? { lesson } : null;
  }
  const left = mine ?? theirs;
  return { lesson: before !== undefined && same(left, before) ? undefined : left };
}

/** Ids in the order of the one who changed that, or has moved some; what only the other one has comes last. */
function mergeOrder(before: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const isMoved = !same(
    mine.filter((id) => before.includes(id)),
    before.filter((id) => mine.includes(id)),
  );
  const isMine = !same(mine, before) && (isMoved || same(theirs, before));
  const [first, second] = isMine ? [mine, theirs] : [theirs, mine];
  return [...new Set([...first, ...second])];
}

/**
 * A course that two tabs have made something else of, with what each of them changed; null where they changed the same field of a lesson, or of the
 * course, in different ways. `before` is what both began with.
 */
export const mergeCourse: Merge<CourseFile> = (before, mine, theirs) => {
  const title = mergeValue(before.title, mine.title, theirs.title);
  const language = mergeValue(before.language, mine.language, theirs.language);
  const description = mergeValue(before.description, mine.description, theirs.description);
  if (title === null || language === null || description === null) return null;
  const find = ({ lessons }: CourseFile, id: string) => lessons.find((lesson) => lesson.id === id);
  const ids = (of: CourseFile) => of.lessons.map(({ id }) => id);
  const lessons: Lesson[] = [];
  for (const id of mergeOrder(ids(before), ids(mine), ids(theirs))) {
    const found = mergeOne(find(before, id), find(mine, id), find(theirs, id));
    if (found === null) return null;
    if (found.lesson !== undefined) lessons.push(found.lesson);
  }
  const { description: _, ...rest } = theirs;
  return {
    ...rest,
    revision: Math.max(mine.revision, theirs.revision),
    title: title.merged,
    language: language.merged,
    ...(description.merged === undefined ? {} : { description: description.merged }),
    lessons,
  };
};
