import { writeCsvRows } from '../scenario/csv.ts';
import { writeAs } from '../scenario/write.ts';
import type { LessonState } from './check-state.ts';
import type { CourseFile } from './course.ts';
import type { ResultFile } from './result.ts';
import { resultFormat, resultSchema, resultsFormat, resultsSchema } from './schema.ts';

/** What a result is made of, besides the course and the lesson. */
export type ResultOf = Pick<ResultFile, 'lesson' | 'name' | 'at' | 'hints' | 'scenario'> & {
  /** How the checks stand by the log alone, so that whoever replays it finds the same. */
  readonly state: LessonState;
};

/** What somebody made of a lesson. */
export const makeResult = (
  { id, revision }: Pick<CourseFile, 'id' | 'revision'>,
  { lesson, name, at, hints, scenario, state }: ResultOf,
): ResultFile => ({
  format: resultFormat,
  version: 1,
  course: id,
  revision,
  lesson,
  name,
  at,
  hints,
  checks: state.checks.map((check) => ({
    name: check.name,
    passed: check.state === 'passed',
    ...(check.state === 'passed' && check.step !== null ? { step: check.step } : {}),
  })),
  scenario,
});

/** Results as text: of one as it is, of several as one file. Reading and writing it again gives the same bytes. */
export function writeResults(results: readonly ResultFile[]): string {
  const [one, ...more] = results;
  return one !== undefined && more.length === 0
    ? writeAs(resultSchema, one)
    : writeAs(resultsSchema, { format: resultsFormat, version: 1, results });
}

/** The columns of a table of results; behind them stands one for each check, by its name. */
const columns = ['name', 'course', 'revision', 'lesson', 'at', 'hints', 'passed', 'checks'] as const;

/**
 * A table of results: a row each, with how many of its checks passed and which. Safe to open in a spreadsheet, as transcripts are.
 * @param verified what is said of each result besides, such as that it was verified; no column for null
 */
export function resultsCsv(
  results: readonly ResultFile[],
  verified: readonly string[] | null = null,
): string {
  const checks = [...new Set(results.flatMap((result) => result.checks.map(({ name }) => name)))];
  const rows = results.map((result, index) => [
    result.name,
    result.course,
    String(result.revision),
    result.lesson,
    result.at,
    String(result.hints),
    String(result.checks.filter(({ passed }) => passed).length),
    String(result.checks.length),
    ...(verified === null ? [] : [verified[index] ?? '']),
    ...checks.map((name) => passedText(result.checks.find((check) => check.name === name)?.passed)),
  ]);
  return writeCsvRows([[...columns, ...(verified === null ? [] : ['verified']), ...checks], ...rows]);
}

const passedText = (passed: boolean | undefined): string => (passed === undefined ? '' : passed ? '1' : '0');
