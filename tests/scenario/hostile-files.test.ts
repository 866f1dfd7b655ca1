import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bothLanguages } from '../bots/javascript/stage.ts';
import type { RunScript } from '../../src/engine/script-call.ts';
import { parseMocks } from '../../src/scenario/parse-mocks.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { problemLimit } from '../../src/scenario/problem.ts';
import { replay } from '../../src/scenario/replay.ts';
import { minimal, problemsOf } from './scenarios.ts';

type Path = readonly (string | number)[];
type Node = { readonly file: unknown; readonly path: Path };

/** What somebody may have put there, or a program that writes such files. */
const strangers: readonly unknown[] = [
  [],
  {},
  null,
  0,
  -1,
  0.5,
  1e300,
  '',
  'a',
  true,
  [[]],
  [{}],
  { at: [[[]]] },
  { type: [] },
];

function* nodesOf(value: unknown, path: Path = []): Generator<Path> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  const parts = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [key, part] of parts) yield* nodesOf(part, [...path, key]);
}

/** Each place that the files of these folders have, once: `steps[3].at` and `steps[4].at` are one place. */
function placesIn(...folders: readonly string[]): readonly Node[] {
  const places = new Map<string, Node>();
  for (const folder of folders) {
    const where = join(import.meta.dirname, '../..', folder);
    for (const name of readdirSync(where).filter((one) => one.endsWith('.json'))) {
      const file = JSON.parse(readFileSync(join(where, name), 'utf8')) as unknown;
      for (const path of nodesOf(file)) {
        const place = path.map((key) => (typeof key === 'number' ? '*' : key)).join('.');
        if (!places.has(place)) places.set(place, { file, path });
      }
    }
  }
  return [...places.values()];
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

const places = placesIn('public/scenarios', 'tests/acceptance');
const parsed = places.flatMap(({ file, path }) =>
  strangers.map((stranger) => parseScenario(JSON.stringify(replaced(file, path, stranger)))),
);
const taken = parsed.flatMap((result) => (result.ok ? [result.scenario] : []));

describe('a file with something strange in any of its places', () => {
  it('is a scenario or has problems, and none of them is without words', () => {
    const wordless = parsed.filter(
      (result) =>
        !result.ok && (result.problems.length === 0 || result.problems.some(({ message }) => message === '')),
    );

    expect(places.length).toBeGreaterThan(300);
    expect(wordless).toEqual([]);
  });

  it('can be replayed if it is a scenario', () => {
    const idle: RunScript = () => ({ data: { outputs: {}, state: {}, blocked: false, message: '' } });

    expect(taken.length).toBeGreaterThan(300);
    for (const scenario of taken.filter((_, index) => index % 3 === 0))
      expect(() => replay(scenario, idle)).not.toThrow();
  });

  it('can be replayed with its scripts if it is a scenario', () => {
    const run = bothLanguages();
    const some = taken.filter((_, index) => index % 10 === 0);

    for (const scenario of some) expect(() => replay(scenario, run)).not.toThrow();
  });
});

describe('a list in place of an object', () => {
  it.each([
    ['a step', { steps: [[]] }, 'steps[0]'],
    ['an input', { steps: [{ input: [] }] }, 'steps[0].input'],
    [
      'a form',
      { steps: [{ input: { type: 'customer.connects', channel: 1, customer: [] } }] },
      'steps[0].input.customer',
    ],
    ['the options', minimal({ options: [] }), 'world.options'],
    ['the FAQ, whose entries are a method of lists', minimal({ faq: [] }), 'world.faq'],
    ['a row', minimal({ tables: { t: [[]] } }), 'world.tables.t[0]'],
    ['the tables', minimal({ tables: [] }), 'world.tables'],
  ])('is refused where %s belongs', (_, part, path) => {
    const problems = problemsOf({ ...minimal(), ...part });

    expect(problems).toContainEqual({ path, message: 'This must be an object: { … }, not a list.' });
  });

  it('is refused where an input has another wrong kind, too', () => {
    expect(problemsOf({ ...minimal(), steps: [{ input: 'customer.writes' }] })).toEqual([
      { path: 'steps[0].input', message: 'This must be an object: { … }, not "customer.writes".' },
    ]);
  });
});

describe('a list beyond its limit', () => {
  const million = `[${'{},'.repeat(999_999)}{}]`;

  it.each([
    ['steps', (list: string) => JSON.stringify(minimal()).replace('"steps":[]', `"steps":${list}`), 'steps'],
    [
      'agents',
      (list: string) => JSON.stringify(minimal({ agents: 0 })).replace('"agents":0', `"agents":${list}`),
      'world.agents',
    ],
  ])('is refused by its length alone: %s', (_, file, path) => {
    const problems = problemsOf(file(million));

    expect(problems).toEqual([
      {
        path,
        message: expect.stringMatching(/^This must be at most \d+ items long, not 1000000\.$/) as string,
      },
    ]);
  });

  it('collects no more problems than it tells', () => {
    const agents = Array.from({ length: 10_000 }, () => ({}));
    const tables = { t: Array.from({ length: 100_000 }, () => 1) };
    const contacts = Array.from({ length: 10_000 }, () => ({ id: 0, name: '' }));

    expect(problemsOf(minimal({ agents, tables, contacts }))).toHaveLength(problemLimit);
  });
});

describe('a list of mocks', () => {
  it('is refused by its size before it is read, as a scenario is', () => {
    const parsed = parseMocks(`[${' '.repeat(65 * 1024 * 1024)}]`);

    expect(parsed).toEqual({
      ok: false,
      problems: [{ path: '', message: 'This file is larger than 64 MiB. Make it smaller.' }],
    });
  });

  it('has problems or is taken, whatever it is', () => {
    const results = strangers.map((stranger) => parseMocks(JSON.stringify(stranger)));

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
