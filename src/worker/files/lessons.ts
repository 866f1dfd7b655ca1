import { countScripts } from '../../bots/count-scripts.ts';
import { createPatternMatcher } from '../../bots/pattern-matcher.ts';
import { checkLesson } from '../../course/check-lesson.ts';
import { exercismResults } from '../../course/exercism.ts';
import { parseResults } from '../../course/parse-result.ts';
import { checkCourse } from '../../course/parse-course.ts';
import type { LessonMeans } from '../../course/play-lesson.ts';
import { isResultCode, readResultCode, writeResultCode } from '../../course/result-code.ts';
import { suggestChecks } from '../../course/suggest-checks.ts';
import { verifyResult } from '../../course/verify-result.ts';
import { writeCourse } from '../../course/write-course.ts';
import { resultsCsv, writeResults } from '../../course/write-result.ts';
import { createWorld } from '../../engine/create-world.ts';
import type { CourseFilesApi, ReadResult } from '../../protocol/course-files.ts';
import type { CourseFile, ResultFile } from '../../protocol/course-api.ts';
import type { Source } from '../../protocol/files-api.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import { linkOf } from '../../scenario/link-meter.ts';
import { withSharedScripts } from '../../testing/shared-scripts.ts';
import type { Engine, LoadFile } from '../ports.ts';
import type { LoadJavaScript } from '../scripts/javascript-part.ts';
import { ScriptLanguages } from '../scripts/script-languages.ts';
import { scriptsOf } from '../scripts/script-sources.ts';
import { inputsOf } from '../write/play-steps.ts';
import { playFile } from './play-file.ts';
import { textIn } from './read-source.ts';

/** What the worker for files does about courses and results. */
export function createLessons(
  engine: Engine,
  load: LoadFile,
  loadJavaScript?: LoadJavaScript,
): CourseFilesApi {
  const languages = new ScriptLanguages(loadJavaScript);
  const { matches } = createPatternMatcher();
  const means: LessonMeans = {
    // Twenty results of a lesson have the same scripts, which are compiled once.
    runScript: withSharedScripts(languages.runScript()),
    counting: () => languages.running(countScripts),
    matcher: matches,
  };
  const prepare = async ({ world, steps }: ScenarioFile) =>
    languages.prepare(scriptsOf(createWorld(world), inputsOf(steps)), load);

  async function readOne(source: Source, courses: readonly CourseFile[]): Promise<readonly ReadResult[]> {
    const file = source.kind === 'file' ? source.name : '';
    const read = await textIn(source);
    if (!read.ok) return [{ file, kind: 'refused', problems: read.problems }];
    if (isResultCode(read.text)) return [ofCode(file, read.text)];
    const parsed = parseResults(read.text);
    if (!parsed.ok) return [{ file, kind: 'refused', problems: parsed.problems }];
    const results: ReadResult[] = [];
    for (const result of parsed.results) {
      await prepare(result.scenario);
      const course = courses.find(({ id }) => id === result.course) ?? null;
      results.push({ file, kind: 'result', result, ...verifyResult(result, course, means) });
    }
    return results;
  }

  return {
    writeCourse(course) {
      const parsed = checkCourse(course);
      const problems = parsed.ok ? parsed.warnings : parsed.problems;
      return Promise.resolve({ text: writeCourse(course), problems, isReadable: parsed.ok });
    },
    courseLink: (course) =>
      Promise.resolve({ fragment: linkOf(JSON.stringify(JSON.parse(writeCourse(course)))) }),
    async playBeginning({ world, steps }) {
      const { steps: played, problem } = await playFile(engine, load, asFile(world, steps));
      return problem === null ? played : { problem };
    },
    async checkLesson(lesson) {
      await prepare(lesson.seed);
      if (lesson.solution !== undefined) await prepare(lesson.solution);
      return checkLesson(lesson, means);
    },
    async suggestChecks({ conversation, start }) {
      await prepare(conversation);
      return suggestChecks(conversation, start, means);
    },
    async readResults(sources, courses) {
      const read: ReadResult[] = [];
      for (const source of sources) read.push(...(await readOne(source, courses)));
      return read;
    },
    writeResults(results, form, trust) {
      const written = {
        results: writeResults,
        exercism: exercismResults,
        csv: (all: readonly ResultFile[]) => resultsCsv(all, trust),
      };
      return Promise.resolve(written[form](results));
    },
    resultCode: (result) => Promise.resolve(writeResultCode(result)),
  };
}

const asFile = (world: ScenarioFile['world'], steps: ScenarioFile['steps']): ScenarioFile => ({
  format: 'rehearsal-scenario',
  version: 1,
  name: 'beginning',
  world,
  steps,
});

function ofCode(file: string, text: string): ReadResult {
  const code = readResultCode(text);
  if (code !== null) return { file, kind: 'code', code };
  const message =
    'This code of a result is not whole, or was made by a newer version of Rehearsal. Ask for it again, or for the file.';
  return { file, kind: 'refused', problems: [{ path: '', message }] };
}
