import * as v from 'valibot';
import { expectation } from './schema-expect.ts';
import { limits } from './limits.ts';
import { inputs } from './schema-inputs.ts';
import { listOf, object } from './schema-shapes.ts';
import {
  count,
  headers,
  id,
  longText,
  milliseconds,
  moment,
  name,
  stepHash,
  stepNumber,
  text,
} from './schema-values.ts';
import { world } from './schema-world.ts';

/* The whole scenario file (scenario.md). The order of the fields is the order in which they are written. */

const answer = object({
  method: text,
  url: longText,
  status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999))),
  headers: v.optional(headers),
  body: v.optional(longText),
  error: v.optional(longText),
  delay: v.optional(milliseconds),
  mock: v.optional(id),
});

const edit = object({ statement: count, frame: count, variable: name, value: text });

const step = object({
  at: v.optional(moment),
  input: inputs,
  answers: v.optional(listOf(answer, limits.besideStep)),
  edits: v.optional(listOf(edit, limits.besideStep)),
  leftOut: v.optional(listOf(id, limits.scripts)),
  stoppedAt: v.optional(count),
  hash: v.optional(stepHash),
  note: v.optional(text),
  expect: v.optional(listOf(expectation, limits.besideStep)),
});

const bookmark = object({
  step: stepNumber,
  event: v.optional(stepNumber),
  name,
  note: v.optional(text),
});

const made = object({ by: v.optional(text), with: text });

export const formatName = 'rehearsal-scenario';
/** The newest version that is read. Version 1 is read for ever (rulings 46). */
export const formatVersion = 2;

export const scenarioSchema = object({
  format: v.literal(formatName),
  version: v.picklist([1, formatVersion]),
  rules: v.optional(count),
  name,
  description: v.optional(text),
  made: v.optional(made),
  tags: v.optional(listOf(name, 100)),
  opening: v.optional(count),
  bookmarks: v.optional(listOf(bookmark, limits.things)),
  world,
  steps: listOf(step, limits.steps),
});
