import type { ResultFile } from './result.ts';

/** A test of the format that Exercism’s test runners write. */
type ExercismTest = {
  readonly name: string;
  readonly test_code: string;
  readonly status: 'pass' | 'fail';
  /** Of one that failed alone. */
  readonly message?: string;
  /** Which of the lessons it belongs to, from 1. */
  readonly task_id: number;
};

/**
 * Results of one person in version 3 of the format of Exercism’s test runners, which other tools read: a test for each check, in their
 * order, a task for each lesson. A file without a check says `error`, as no test was run.
 */
export function exercismResults(results: readonly ResultFile[]): string {
  const tests = results.flatMap(({ lesson, checks }, index) =>
    checks.map(({ name, passed }): ExercismTest => ({
      name: results.length > 1 ? `${lesson}: ${name}` : name,
      test_code: name,
      status: passed ? 'pass' : 'fail',
      ...(passed ? {} : { message: `This check has not passed: ${name}` }),
      task_id: index + 1,
    })),
  );
  const status = tests.every((test) => test.status === 'pass') ? 'pass' : 'fail';
  const file =
    tests.length === 0
      ? { version: 3, status: 'error', message: 'No check was made.', tests }
      : { version: 3, status, tests };
  return `${JSON.stringify(file, null, 2)}\n`;
}
