import * as v from 'valibot';
import { expectationKinds } from '../scenario/schema-expect.ts';
import { listOf, object, oneOrList, openObject } from '../scenario/schema-shapes.ts';
import { count, duration, id, instant, json, name, stepNumber } from '../scenario/schema-values.ts';
import { scenarioSchema } from '../scenario/schema.ts';
import { panes } from './course.ts';

/* Courses and results as files (docs/course-format.md). The order of the fields is the order in which they are written. */

export const courseFormat = 'rehearsal-course';
export const resultFormat = 'rehearsal-result';
export const resultsFormat = 'rehearsal-results';

/** The most that there may be: people make, do and read it all. */
export const courseLimits = {
  lessons: 100,
  checks: 30,
  hints: 3,
  locked: 1000,
  expectations: 100,
  results: 100,
} as const;

/** As much as is shown of a text (`parseMarkdown`). */
const markdown = v.pipe(v.string(), v.maxLength(20_000));
const known = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/));
const language = v.pipe(v.string(), v.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/), v.maxLength(35));
const revision = stepNumber;

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** What a check can expect: all that a step of a scenario can, and how much of a script ran. */
export const checkKinds = {
  ...expectationKinds,
  covered: object({ covered: object({ script: id, atLeast: share }) }),
};

const check = object({
  name,
  expect: oneOrList(v.union(Object.values(checkKinds)), courseLimits.expectations),
  from: v.optional(name),
  within: v.optional(duration),
});

const courseWith = <const S extends v.GenericSchema>(scenario: S) =>
  object({
    format: v.literal(courseFormat),
    version: v.literal(1),
    id: known,
    revision,
    title: name,
    language,
    description: v.optional(markdown),
    lessons: listOf(
      object({
        id: known,
        title: name,
        text: markdown,
        seed: scenario,
        start: count,
        locked: v.optional(listOf(name, courseLimits.locked)),
        panes: v.optional(listOf(v.picklist(panes), panes.length)),
        checks: listOf(check, courseLimits.checks),
        hints: listOf(markdown, courseLimits.hints),
        solution: v.optional(scenario),
      }),
      courseLimits.lessons,
    ),
  });

const resultWith = <const S extends v.GenericSchema>(scenario: S) =>
  object({
    format: v.literal(resultFormat),
    version: v.literal(1),
    course: known,
    revision,
    lesson: known,
    name,
    at: instant,
    hints: count,
    checks: listOf(object({ name, passed: v.boolean(), step: v.optional(count) }), courseLimits.checks),
    scenario,
  });

const resultsWith = <const S extends v.GenericSchema>(scenario: S) =>
  object({
    format: v.literal(resultsFormat),
    version: v.literal(1),
    results: listOf(resultWith(scenario), courseLimits.results),
  });

/** The whole files, as they are published and written. */
export const courseSchema = courseWith(scenarioSchema);
export const resultSchema = resultWith(scenarioSchema);
export const resultsSchema = resultsWith(scenarioSchema);

/** A scenario in a file of these has a format and a version of its own, so that it is read by itself (`checkScenario`). */
const readByItself = openObject({}, json);
export const readableCourse = courseWith(readByItself);
export const readableResult = resultWith(readByItself);
export const readableResults = resultsWith(readByItself);
