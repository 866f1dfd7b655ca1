import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkLesson, type CheckedLesson } from '../course/check-lesson.ts';
import type { CourseFile, Lesson } from '../course/course.ts';
import { checkCourse, parseCourse, type ParsedCourse } from '../course/parse-course.ts';
import { parseResults } from '../course/parse-result.ts';
import type { LessonMeans } from '../course/play-lesson.ts';
import type { ResultFile } from '../course/result.ts';
import { verifyResult, type Verified } from '../course/verify-result.ts';
import { resultsCsv } from '../course/write-result.ts';
import type { FileProblem } from '../scenario/problem.ts';
import { isLink, readLink } from '../scenario/open-link.ts';
import { withSharedScripts } from '../testing/shared-scripts.ts';
import { sentence } from '../words/sentence.ts';
import { shownName } from './any-scenario.ts';
import { writeExercism } from './exercism-files.ts';
import { readText, writeText } from './files.ts';
import { readArguments } from './options.ts';
import { problemLines } from './report.ts';
import { UsageError } from './terminal.ts';
import type { ExitCode, Languages, Terminal } from './terminal.ts';

/**
 * `course FILE… [--results DIR] [--csv OUT] [--exercism DIR]`: tries every lesson of courses against its solution, which is to pass it, and against nobody doing
 * anything, which is not; with `--results` it verifies the results in a folder, of which `--csv` writes a table
 * and `--exercism` a file of test results for each person. A course may be named by its link.
 */
export function courseCommand(args: readonly string[], terminal: Terminal, languages: Languages): ExitCode {
  const { files, value } = readArguments('course', args, {
    results: 'value',
    csv: 'value',
    exercism: 'value',
  });
  const folder = value('results');
  const written = { csv: value('csv'), exercism: value('exercism') };
  if (files.length === 0) throw new UsageError('course: name at least one course file.');
  for (const [option, given] of Object.entries(written))
    if (given !== undefined && folder === undefined)
      throw new UsageError(
        `course: --${option} is for results; say with --results in which folder they are.`,
      );
  const courses = files.map((file) => readCourse(terminal, file));
  const means: LessonMeans = {
    runScript: withSharedScripts(languages.createRunScript()),
    counting: languages.countScripts,
    matcher: languages.matcher,
  };
  const isRight =
    folder === undefined
      ? courses.map((course) => tryLessons(course, terminal, means))
      : [collect(courses, folder, written, terminal, means)];
  return isRight.every(Boolean) ? 0 : 1;
}

/** The course in a file or a link; what in it is not as it is meant is told. */
function readCourse({ folder, err }: Terminal, file: string): CourseFile {
  const parsed = isLink(file) ? parseLink(file) : parseCourse(readText(folder, file));
  const shown = shownName(file);
  if (!parsed.ok)
    throw new UsageError(
      [`${shown} is not a course that can be done:`, ...problemLines(parsed.problems)].join('\n'),
    );
  for (const line of problemLines(parsed.warnings)) err(`${shown}:${line}\n`);
  return parsed.course;
}

function parseLink(text: string): ParsedCourse {
  const read = readLink(text);
  return read.ok ? checkCourse(read.link.content) : read;
}

function tryLessons({ lessons }: CourseFile, { out }: Terminal, means: LessonMeans): boolean {
  const isRight = lessons.map((lesson) => {
    const faults = faultsOf(lesson, checkLesson(lesson, means));
    const count = `${String(lesson.checks.length)} ${lesson.checks.length === 1 ? 'check' : 'checks'}`;
    const untried = lesson.solution === undefined ? ', no solution' : '';
    out(
      `${faults.length === 0 ? 'ok     ' : 'FAILED '} ${lesson.id}: ${lesson.title} (${count}${untried})\n`,
    );
    for (const fault of faults) out(`  ${fault}\n`);
    return faults.length === 0;
  });
  return isRight.every(Boolean);
}

function faultsOf({ checks }: Lesson, { solution, unplayed, nothing }: CheckedLesson): readonly string[] {
  const missed = (solution?.checks ?? []).flatMap(({ name, state, why }) =>
    state === 'passed'
      ? []
      : [`the solution leaves “${name}” ${state}${why === null ? '.' : `: ${sentence(why)}`}`],
  );
  const free = nothing.checks.flatMap(({ name, state }) =>
    state === 'passed' ? [`“${name}” passes though nobody does anything.`] : [],
  );
  const none = checks.length === 0 ? ['it has no checks, so nobody can pass it.'] : [];
  const steps = unplayed.map(({ step, message }) => `step ${String(step)} of the solution: ${message}`);
  return [...none, ...steps, ...missed, ...free];
}

/** What became of one file of results. */
type Collected = { readonly file: string } & (
  | { readonly results: readonly (Verified & { readonly result: ResultFile })[] }
  | { readonly problems: readonly FileProblem[] }
);

function collect(
  courses: readonly CourseFile[],
  dir: string,
  { csv, exercism }: { readonly csv: string | undefined; readonly exercism: string | undefined },
  terminal: Terminal,
  means: LessonMeans,
): boolean {
  const collected = resultFilesIn(terminal.folder, dir).map((file): Collected => {
    const parsed = parseResults(readText(terminal.folder, file));
    if (!parsed.ok) return { file, problems: parsed.problems };
    const verified = parsed.results.map((result) => {
      const course = courses.find(({ id }) => id === result.course) ?? null;
      return { result, ...verifyResult(result, course, means) };
    });
    return { file, results: verified };
  });
  if (collected.length === 0) throw new UsageError(`course: there is no .json file in ${dir}.`);
  for (const one of collected) for (const line of linesOf(one)) terminal.out(`${line}\n`);
  const all = collected.flatMap((one) => ('results' in one ? one.results : []));
  if (exercism !== undefined) writeExercism(terminal, exercism, all);
  if (csv !== undefined) {
    const table = resultsCsv(
      all.map(({ result }) => result),
      all.map(({ verified }) => verified),
    );
    writeText(terminal.folder, csv, table);
  }
  return collected.every(
    (one) => 'results' in one && one.results.every(({ verified }) => verified !== 'differs'),
  );
}

function resultFilesIn(folder: string, dir: string): readonly string[] {
  try {
    return readdirSync(resolve(folder, dir))
      .filter((name) => name.toLowerCase().endsWith('.json'))
      .sort()
      .map((name) => join(dir, name));
  } catch {
    throw new UsageError(`${dir}: there is no such folder.`);
  }
}

function linesOf(one: Collected): readonly string[] {
  if ('problems' in one) return [`REFUSED     ${one.file}: it is no result.`, ...problemLines(one.problems)];
  return one.results.flatMap(({ result, verified, doubts }) => {
    const passed = result.checks.filter((check) => check.passed).length;
    const head = verified === 'differs' ? 'DIFFERS' : verified;
    return [
      `${head.padEnd(11)} ${one.file}: ${result.name}, ${result.lesson}: ${String(passed)} of ${String(result.checks.length)} checks`,
      ...doubts.map((doubt) => `  ${sentence(doubt)}`),
    ];
  });
}
