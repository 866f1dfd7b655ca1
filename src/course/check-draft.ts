import type { FileProblem } from '../scenario/problem.ts';
import type { CourseFile } from './course.ts';
import { readAs, scenarioAt } from './read-file.ts';
import { readableCourse } from './schema.ts';

/** What may still be empty while a course is made. */
const named = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'title' in value && value.title === ''
    ? { ...value, title: '-' }
    : value;

/**
 * A course that is being made, or the first thing that keeps it from being shown: it has the shape of one, and what it begins with can be
 * read; it may be unfinished, and contradict itself.
 */
export function checkDraft(
  value: unknown,
): { readonly course: CourseFile } | { readonly problem: FileProblem } {
  const unshaped = { path: '', message: 'This is not a course.' };
  if (typeof value !== 'object' || value === null || !('lessons' in value) || !Array.isArray(value.lessons))
    return { problem: unshaped };
  const read = readAs(readableCourse, named({ ...value, lessons: value.lessons.map(named) }));
  if (!read.ok) return { problem: read.problems[0] ?? unshaped };
  for (const [index, { seed, solution }] of read.output.lessons.entries()) {
    const path = `lessons[${String(index)}]`;
    const { problems } = scenarioAt(`${path}.seed`, seed);
    const played = solution === undefined ? null : scenarioAt(`${path}.solution`, solution);
    const [problem] = [...problems, ...(played?.problems ?? [])];
    if (problem !== undefined) return { problem };
  }
  return { course: value as unknown as CourseFile };
}
