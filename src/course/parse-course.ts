import { problemLimit, type FileProblem } from '../scenario/problem.ts';
import { readJson } from '../scenario/read-json.ts';
import type { CourseFile } from './course.ts';
import { courseProblems } from './course-problems.ts';
import { courseWarnings } from './course-warnings.ts';
import { formatProblem, readAs, scenarioAt } from './read-file.ts';
import { courseFormat, readableCourse } from './schema.ts';

export type ParsedCourse =
  | {
      readonly ok: true;
      readonly course: CourseFile;
      /** What keeps no lesson from being done, but makes it another one than it should be: at most twenty. */
      readonly warnings: readonly FileProblem[];
    }
  /** The first problems, at most twenty; nothing of the file is taken. */
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/**
 * The course that a text says, or everything that is wrong with it. As a scenario's, its size, depth, keys, schema and references are
 * checked in that order, those of the scenarios in it too, and nothing is taken in part.
 */
export function parseCourse(text: string): ParsedCourse {
  const read = readJson(text);
  return read.ok ? checkCourse(read.value) : read;
}

/** As `parseCourse`, for a value that has been read already. */
export function checkCourse(value: unknown): ParsedCourse {
  const foreign = formatProblem(value, { format: courseFormat, what: 'a course' });
  if (foreign !== null) return { ok: false, problems: [foreign] };
  const read = readAs(readableCourse, value);
  if (!read.ok) return read;
  const problems: FileProblem[] = [];
  const scenario = (path: string, said: unknown) => {
    const found = scenarioAt(path, said);
    problems.push(...found.problems);
    return found.scenario;
  };
  const lessons = read.output.lessons.map((lesson, index) => ({
    ...lesson,
    seed: scenario(`lessons[${String(index)}].seed`, lesson.seed),
    ...(lesson.solution === undefined
      ? {}
      : { solution: scenario(`lessons[${String(index)}].solution`, lesson.solution) }),
  }));
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, problemLimit) };
  const course = { ...read.output, lessons } as CourseFile;
  const found = courseProblems(course);
  return found.length > 0
    ? { ok: false, problems: found.slice(0, problemLimit) }
    : { ok: true, course, warnings: courseWarnings(course).slice(0, problemLimit) };
}
