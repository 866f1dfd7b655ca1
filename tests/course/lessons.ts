import { createRunScript } from '../../src/bots/run-script.ts';
import { countScripts } from '../../src/bots/count-scripts.ts';
import { matchesRegexp } from '../../src/cli/matcher.ts';
import type { Check, CourseFile, Lesson } from '../../src/course/course.ts';
import { playLesson, type LessonMeans } from '../../src/course/play-lesson.ts';
import type { ScenarioFile, ScenarioStep } from '../../src/scenario/format.ts';
import { echoScenario } from '../testing/echo.ts';

export const means: LessonMeans = {
  runScript: createRunScript(),
  counting: () => countScripts(),
  matcher: matchesRegexp,
};

/** A customer has come to a bot that echoes; what is said from there on is whoever's who does the lesson. */
export const seed: ScenarioFile = { ...echoScenario([]), steps: echoScenario([]).steps.slice(0, 1) };

export const lesson = (checks: readonly Check[], more: Partial<Lesson> = {}): Lesson => ({
  id: 'hello',
  title: 'Say hello',
  text: 'Bots answer.\n\n**Your turn.** Write something to the bot.',
  seed,
  start: 1,
  checks,
  hints: ['Write into the customer’s window.'],
  ...more,
});

export const course = (...lessons: readonly Lesson[]): CourseFile => ({
  format: 'rehearsal-course',
  version: 1,
  id: 'first-steps',
  revision: 1,
  title: 'First steps',
  language: 'en',
  lessons,
});

export const writes = (text: string, at?: string): ScenarioStep => ({
  ...(at === undefined ? {} : { at }),
  input: { type: 'customer.writes', session: 1, text },
});

export const waits = (by: number): ScenarioStep => ({ input: { type: 'clock.advances', by } });

/** How the checks stand after these steps behind the opening scene of the echo bot. */
export const judged = (checks: readonly Check[], ...steps: readonly ScenarioStep[]) =>
  playLesson({ checks, start: 1 }, { ...seed, steps: [...seed.steps, ...steps] }, means).state;

/** `passed open failed` of the checks, in their order. */
export const states = (checks: readonly Check[], ...steps: readonly ScenarioStep[]): string =>
  judged(checks, ...steps)
    .checks.map(({ state }) => state)
    .join(' ');
