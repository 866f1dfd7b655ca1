import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { writeScenario } from '../../src/scenario/write.ts';
import { startsAt } from './scenarios.ts';

function parsed(text: string): ScenarioFile {
  const result = parseScenario(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.scenario;
}

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const key = fc
  .stringMatching(/^[a-z][a-z0-9_.-]{0,12}$/)
  .filter((word) => word !== 'constructor' && word !== 'prototype');
const maybe = { requiredKeys: [] as never[] };
const json = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(key, tie('json'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).json;

const channel = fc.record({
  id: fc.constant(1),
  name,
  properties: fc.record({ description: text, warningNewChat: fc.nat(100) }, maybe),
  layout: fc.record({ header: text, queueText: fc.record({ enabled: fc.boolean(), text }, maybe) }, maybe),
  members: fc.constantFrom([], [{ agent: 1, canRespond: true }]),
  bot: fc.record({ enabled: fc.boolean(), name: text }, maybe),
  postChatForm: fc.record({ enabled: fc.boolean(), ratingText: text }, maybe),
});

const expectation = fc.oneof(
  fc.record({ event: fc.constant('message.saved'), text, times: fc.nat(3) }, { requiredKeys: ['event'] }),
  fc.record({ no: fc.record({ event: fc.constant('message.blocked'), text }) }),
  fc.record({ status: fc.nat(11), session: fc.constant(1) }, { requiredKeys: ['status'] }),
  fc.record({ session: fc.dictionary(key, json, { maxKeys: 3, noNullPrototype: true }) }),
  fc.record({ queue: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }) }),
  fc.record({ refused: fc.oneof(fc.boolean(), text) }),
);

const step = fc.record(
  {
    at: fc.constantFrom('+5s', '+200ms', 'an hour later'),
    input: fc.oneof(
      fc.record({ type: fc.constant('customer.connects'), channel: fc.constant(1) }),
      fc.record({ type: fc.constant('clock.advances'), by: fc.nat(100_000) }),
      fc.record({
        type: fc.constant('admin.savesTable'),
        table: key,
        rows: fc.array(fc.dictionary(key, json, { noNullPrototype: true }), { maxLength: 2 }),
      }),
    ),
    note: text,
    expect: fc.array(expectation, { maxLength: 3 }),
  },
  { requiredKeys: ['input'] },
);

const scenario = fc.record({
  format: fc.constant('rehearsal-scenario'),
  version: fc.constant(1),
  name,
  description: text,
  world: fc.record(
    {
      startsAt: fc.constant(startsAt),
      seed: fc.integer(),
      agents: fc.constant([{ id: 1, name: 'Kari' }]),
      channels: fc.tuple(channel),
      tables: fc.dictionary(
        key,
        fc.array(fc.dictionary(key, json, { noNullPrototype: true }), { maxLength: 2 }),
        { noNullPrototype: true },
      ),
    },
    { requiredKeys: ['startsAt', 'agents', 'channels'] },
  ),
  // The clock only moves on: each instant is an hour after the one of the step before.
  steps: fc
    .array(step, { maxLength: 5 })
    .map((steps) =>
      steps.map((one, index) =>
        one.at === 'an hour later' ? { ...one, at: `2026-03-02T1${String(index)}:00:00Z` } : one,
      ),
    ),
});

/** The same value with the fields of every object in reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([field, item]) => [field, reversed(item)]),
  );
}

describe('writeScenario', () => {
  it('writes what parsing it gives back', () => {
    fc.assert(
      fc.property(scenario, (value) => {
        const first = parsed(JSON.stringify(value));

        expect(parsed(writeScenario(first))).toEqual(first);
      }),
    );
  });

  it('writes the same bytes for what it has written', () => {
    fc.assert(
      fc.property(scenario, (value) => {
        const canonical = writeScenario(parsed(JSON.stringify(value)));

        expect(writeScenario(parsed(canonical))).toBe(canonical);
      }),
    );
  });

  it('puts fields in the order of the schema, with two spaces and an end of line', () => {
    const file = {
      steps: [],
      world: { seed: 4, startsAt },
      name: 'A',
      version: 1,
      format: 'rehearsal-scenario',
    };

    expect(writeScenario(parsed(JSON.stringify(file)))).toBe(
      `{\n  "format": "rehearsal-scenario",\n  "version": 1,\n  "name": "A",\n  "world": {\n    "startsAt": "${startsAt}",\n    "seed": 4\n  },\n  "steps": []\n}\n`,
    );
  });

  const samples = join(import.meta.dirname, '../../public/scenarios');
  it.each(readdirSync(samples).filter((file) => file.endsWith('.json')))(
    'keeps the sample %s as it is',
    (name) => {
      const bytes = readFileSync(join(samples, name), 'utf8');

      expect(writeScenario(parsed(bytes))).toBe(bytes);
      const file = parsed(bytes);
      const shuffled = {
        steps: file.steps,
        world: reversed(file.world),
        name: file.name,
        description: file.description,
      };

      expect(writeScenario(parsed(JSON.stringify({ ...shuffled, version: 1, format: file.format })))).toBe(
        bytes,
      );
    },
  );
});
