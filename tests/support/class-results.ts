import { createRunScript } from '../../src/bots/run-script.ts';
import { countScripts } from '../../src/bots/count-scripts.ts';
import { matchesRegexp } from '../../src/cli/matcher.ts';
import { lessonOf, type CourseFile } from '../../src/course/course.ts';
import { playLesson, type LessonMeans } from '../../src/course/play-lesson.ts';
import type { ResultFile } from '../../src/course/result.ts';
import { makeResult } from '../../src/course/write-result.ts';
import { rehashed } from '../../src/scenario/record.ts';
import type { ScenarioStep } from '../../src/scenario/format.ts';
import { withSharedScripts } from '../../src/testing/shared-scripts.ts';

const means: LessonMeans = {
  runScript: withSharedScripts(createRunScript()),
  counting: () => countScripts(),
  matcher: matchesRegexp,
};

type Did = {
  readonly name: string;
  readonly lesson: string;
  readonly hints?: number;
  readonly at?: string;
  /** So many steps of the solution were done, behind the opening scene; all where nothing is said. */
  readonly steps?: number;
  /** What was done after them. */
  readonly then?: readonly ScenarioStep[];
};

/** The result of somebody who did as the solution of a lesson does, for so many steps. */
export function resultOf(course: CourseFile, did: Did): ResultFile {
  const lesson = lessonOf(course, did.lesson);
  if (lesson?.solution === undefined) throw new Error(`There is no solution of ${did.lesson}.`);
  const { solution, start } = lesson;
  const upTo = did.steps === undefined ? solution.steps.length : start + did.steps;
  const scenario = { ...solution, steps: [...solution.steps.slice(0, upTo), ...(did.then ?? [])] };
  const { state, replay } = playLesson(lesson, scenario, means);
  return makeResult(course, {
    lesson: lesson.id,
    name: did.name,
    at: did.at ?? '2026-11-30T10:00:00.000Z',
    hints: did.hints ?? 0,
    scenario: rehashed(scenario, replay.steps),
    state,
  });
}
