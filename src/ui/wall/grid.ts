import type { CourseFile } from '../../protocol/course-api.ts';
import type { ShownResult, Trust } from './shown-result.ts';

/** How a person stands in a lesson. `failing`: a check cannot pass any more. `begun`: some have not passed yet. */
export type CellState = 'none' | 'begun' | 'failing' | 'passed';

export type Cell = {
  readonly lesson: string;
  readonly state: CellState;
  /** Null where there is no result. */
  readonly shown: ShownResult | null;
  /** All that the person has of this lesson, the one that was saved last first. */
  readonly all: readonly ShownResult[];
};

export type Row = {
  readonly person: number;
  readonly name: string;
  readonly cells: readonly Cell[];
  /** How many lessons are passed. */
  readonly passed: number;
  /** The least of what is shown. */
  readonly trust: Trust;
};

const stateOf = (shown: ShownResult | null): CellState => {
  if (shown === null) return 'none';
  if (shown.isPassed) return 'passed';
  return shown.checks.some(({ state }) => state === 'failed') ? 'failing' : 'begun';
};

const least = (all: readonly ShownResult[]): Trust =>
  all.some(({ trust }) => trust === 'differs')
    ? 'differs'
    : all.some(({ trust }) => trust === 'unverified')
      ? 'unverified'
      : 'verified';

/**
 * A row for each person, a cell for each lesson of the course. Where a person has several results of a lesson, the chosen one is
 * shown, else the one that was saved last.
 */
export function rowsOf(
  course: Pick<CourseFile, 'lessons'>,
  results: readonly ShownResult[],
  nameOf: (person: number, name: string) => string,
): readonly Row[] {
  const people = new Map<number, ShownResult[]>();
  for (const one of results) people.set(one.kept.person, [...(people.get(one.kept.person) ?? []), one]);
  const rows = [...people].map(([person, theirs]): Row => {
    const cells = course.lessons.map(({ id }): Cell => {
      const all = theirs
        .filter(({ lesson }) => lesson === id)
        .toSorted((a, b) => b.savedAt - a.savedAt || b.kept.addedAt - a.kept.addedAt);
      const shown = all.find(({ kept }) => kept.chosen) ?? all[0] ?? null;
      return { lesson: id, state: stateOf(shown), shown, all };
    });
    return {
      person,
      name: nameOf(person, theirs[0]?.name ?? ''),
      cells,
      passed: cells.filter(({ state }) => state === 'passed').length,
      trust: least(cells.flatMap(({ shown }) => (shown === null ? [] : [shown]))),
    };
  });
  return toldApart(
    rows.toSorted(
      (a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }) || a.person - b.person,
    ),
  );
}

/** Of several people of one name the second is `Ada (2)`. */
function toldApart(rows: readonly Row[]): readonly Row[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const n = (seen.get(row.name) ?? 0) + 1;
    seen.set(row.name, n);
    return n === 1 ? row : { ...row, name: `${row.name} (${String(n)})` };
  });
}

export type Stuck = {
  /** The place of the lesson in its course, from 0. */
  readonly lesson: number;
  readonly failing: number;
  readonly begun: number;
};

/** In which lessons people stand who have not passed them, those with the most first. */
export const stuckIn = (course: Pick<CourseFile, 'lessons'>, rows: readonly Row[]): readonly Stuck[] =>
  course.lessons
    .map((_, lesson) => {
      const count = (state: CellState) => rows.filter(({ cells }) => cells[lesson]?.state === state).length;
      return { lesson, failing: count('failing'), begun: count('begun') };
    })
    .filter(({ failing, begun }) => failing + begun > 0)
    .toSorted((a, b) => b.failing + b.begun - a.failing - a.begun || a.lesson - b.lesson);

/** How many people there are of whom everything that is shown can be trusted, and how many not. */
export const trustOf = (rows: readonly Row[]): Readonly<Record<Trust, number>> => ({
  verified: rows.filter(({ trust }) => trust === 'verified').length,
  differs: rows.filter(({ trust }) => trust === 'differs').length,
  unverified: rows.filter(({ trust }) => trust === 'unverified').length,
});
