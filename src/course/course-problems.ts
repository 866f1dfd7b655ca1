import type { FileProblem } from '../scenario/problem.ts';
import type { Check, CourseFile, Lesson } from './course.ts';

/** Ids that the window's addresses need for themselves. */
const reserved = { course: ['author', 'debrief'], lesson: ['wall', 'print'] } as const;

/** What of a course contradicts itself, each with its path; the schema has found nothing wrong with it. */
export function courseProblems(course: CourseFile): readonly FileProblem[] {
  const problems: FileProblem[] = [];
  if (isReserved('course', course.id)) problems.push({ path: 'id', message: reservedText(course.id) });
  problems.push(...twice(course.lessons, ({ id }) => id, 'lessons', 'id', 'lesson'));
  for (const [index, lesson] of course.lessons.entries())
    problems.push(...lessonProblems(lesson, `lessons[${String(index)}]`));
  return problems;
}

const isReserved = (kind: keyof typeof reserved, id: string): boolean =>
  (reserved[kind] as readonly string[]).includes(id);

const reservedText = (id: string): string => `The window needs “${id}” for itself. Choose another id.`;

function lessonProblems({ id, seed, start, checks }: Lesson, path: string): readonly FileProblem[] {
  const problems: FileProblem[] = [];
  if (isReserved('lesson', id)) problems.push({ path: `${path}.id`, message: reservedText(id) });
  if (start > seed.steps.length) {
    const has = `${String(seed.steps.length)} ${seed.steps.length === 1 ? 'step' : 'steps'}`;
    const message = `The lesson starts after step ${String(start)}, but its seed has ${has}. Give a start from 0 to ${String(seed.steps.length)}.`;
    problems.push({ path: `${path}.start`, message });
  }
  problems.push(...twice(checks, ({ name }) => name, `${path}.checks`, 'name', 'check'));
  for (const [index, check] of checks.entries())
    problems.push(
      ...fromProblems(check, checks.slice(0, index), checks, `${path}.checks[${String(index)}].from`),
    );
  return problems;
}

/** Things of which each has a name of its own, where two have one. */
function twice<T>(
  things: readonly T[],
  nameOf: (thing: T) => string,
  path: string,
  field: string,
  what: string,
): readonly FileProblem[] {
  const first = new Map<string, number>();
  return things.flatMap((thing, index): readonly FileProblem[] => {
    const name = nameOf(thing);
    const before = first.get(name);
    if (before === undefined) {
      first.set(name, index);
      return [];
    }
    const message = `Another ${what} is called “${name}” already (${path}[${String(before)}]). Give this one another ${field}.`;
    return [{ path: `${path}[${String(index)}].${field}`, message }];
  });
}

function fromProblems(
  { name, from }: Check,
  earlier: readonly Check[],
  all: readonly Check[],
  path: string,
): readonly FileProblem[] {
  if (from === undefined || earlier.some((check) => check.name === from)) return [];
  const message =
    from === name
      ? 'A check cannot begin after itself. Name an earlier one, or leave “from” out.'
      : all.some((check) => check.name === from)
        ? `The check “${from}” comes later. A check begins after an earlier one: move one of the two.`
        : `There is no check “${from}” in this lesson. Name an earlier one, or leave “from” out.`;
  return [{ path, message }];
}
