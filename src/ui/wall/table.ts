import type { CourseFile, ResultFile } from '../../protocol/course-api.ts';
import type { Row } from './grid.ts';
import type { ShownResult, Trust } from './shown-result.ts';

/**
 * What of a wall is shown, as results to be written: with the names and the checks that the wall shows, whatever the files
 * say. `trust` tells of each how far it can be trusted.
 */
export function tableOf(
  course: CourseFile,
  rows: readonly Row[],
): { readonly results: readonly ResultFile[]; readonly trust: readonly Trust[] } {
  const all = rows.flatMap(({ name, cells }) =>
    cells.flatMap(({ shown }) => (shown === null ? [] : [{ name, shown }])),
  );
  return {
    results: all.flatMap(({ name, shown }) => asResult(course, name, shown)),
    trust: all.map(({ shown }) => shown.trust),
  };
}

function asResult(course: CourseFile, name: string, shown: ShownResult): readonly ResultFile[] {
  const seed = course.lessons.find(({ id }) => id === shown.lesson)?.seed;
  if (seed === undefined) return [];
  const { lesson, revision, hints, savedAt, file } = shown;
  return [
    {
      ...{ format: 'rehearsal-result', version: 1, course: course.id, revision, lesson, name, hints },
      at: savedAt === 0 ? '' : new Date(savedAt).toISOString(),
      checks: shown.checks.map((check) => ({ name: check.name, passed: check.state === 'passed' })),
      // A table has nothing of what was played.
      scenario: file?.scenario ?? seed,
    },
  ];
}
