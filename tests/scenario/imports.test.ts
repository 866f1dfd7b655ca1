import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createRunScript } from '../../src/bots/run-script.ts';
import type { RunScript } from '../../src/engine/script-call.ts';
import { encodeLink } from '../../src/scenario/link.ts';
import { inflate } from '../../src/scenario/link/inflate.ts';
import { limits } from '../../src/scenario/limits.ts';
import { openLink, readLink } from '../../src/scenario/open-link.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { rehashed } from '../../src/scenario/record.ts';
import { replay } from '../../src/scenario/replay.ts';
import { writeScenario } from '../../src/scenario/write.ts';
import { deflated, opened, randomText, readFile, scenarioPaths, sealed } from './links.ts';
import { helpDesk, minimal, problemsOf } from './scenarios.ts';

/*
 * What comes from outside, row by row (reliability §3.2). I02 and I03 are in mutations.test.ts, I24 is with the
 * transcripts; of I12, I13, I18, I19 and I21 here is what a file does by itself, the page's part is a journey.
 */

const first = (file: unknown): string => problemsOf(file)[0]?.message ?? '';
const json = (head: string) => `${head},${JSON.stringify(minimal()).slice(1)}`;

describe('I01: what is no scenario', () => {
  const text = JSON.stringify(minimal());

  it.each([
    ['nothing', ''],
    ['a byte', '7'],
    ['a picture', '\u0089PNG\r\n\u001A\n\u0000\u0000\u0000\rIHDR'],
    ['a page', '<!doctype html><title>x</title>'],
    ['a PDF', '%PDF-1.7\n1 0 obj'],
    ['UTF-16 read as UTF-8', text.replaceAll(/./g, '$&\u0000')],
    ['JSON5', "{format: 'rehearsal-scenario',}"],
    ['two files in one', `${text}\n${text}`],
    ['JSON of somebody else', '{"type":"message","text":"hi"}'],
  ])('is refused with one sentence: %s', (_, given) => {
    expect(problemsOf(given)).toHaveLength(1);
    expect(first(given)).toMatch(/empty|not a scenario file|Not JSON/);
  });

  it('is told from a scenario behind a byte order mark', () => {
    expect(problemsOf(`\uFEFF${text}`)).toEqual([]);
  });
});

describe('I04: the version of the format', () => {
  it.each([undefined, 0, -1, '1', 1.5, null, [1]])('is refused when it is %j', (version) => {
    expect(problemsOf({ ...minimal(), version })).toEqual([
      { path: 'version', message: 'The version of the format must be 1 or 2.' },
    ]);
  });

  it.each([3, 1e9])('is newer when it is %i, and says what to do', (version) => {
    expect(first({ ...minimal(), version })).toMatch(
      /made by a newer version.*reads up to 2.*Update Rehearsal/,
    );
  });
});

describe('I05: files of older versions', () => {
  const old = scenarioPaths.filter((path) => readFile(path).version === 1);

  it('are read as they are, and written as they were', () => {
    expect(old.length).toBeGreaterThan(50);
    for (const path of old) {
      const text = writeScenario(readFile(path));
      const again = parseScenario(text);
      expect(again.ok && writeScenario(again.scenario)).toBe(text);
    }
  });
});

it('I06: a field of a later version is refused with its path, and nothing of it is kept', () => {
  expect(problemsOf({ ...minimal({ ext: { a: 1 } }), more: 1 }).map(({ path }) => path)).toEqual([
    'world.ext',
    'more',
  ]);
});

it('I07: a file beyond the limit is refused by its size, before anybody looks what it is', () => {
  const text = 'x'.repeat(limits.fileBytes);

  expect(first(text)).toContain('Not JSON');
  expect(first(`${text}x`)).toBe('This file is larger than 64 MiB. Make it smaller.');
});

describe('I08: links that burst', () => {
  const most = 256 * 1032; // the most that deflate makes of what is handed over at once

  it.each([
    ['zeros', new Uint8Array(8 * 1024 * 1024)],
    ['a text', new TextEncoder().encode('{"a":'.repeat(1_000_000))],
  ])('stop at the limit: %s', async (_, content) => {
    const bomb = deflateSync(content, { level: 9 });
    const result = inflate(bomb, limits.linkBytes);

    expect(sealed(bomb).length).toBeLessThan(limits.linkCharacters);
    expect(result.kind).toBe('tooLarge');
    expect(result.kind === 'tooLarge' && result.built).toBeLessThanOrEqual(limits.linkBytes + most);
    expect(await opened(sealed(bomb))).toContain('holds more than the 2 MiB');
  });

  it('are not inflated at all when they are too long', async () => {
    expect(await opened(sealed(deflateSync(new Uint8Array(64 * 1024 * 1024))))).toContain(
      'longer than the 32,000',
    );
  });

  it('stop although their checksum is wrong', async () => {
    const bomb = sealed(deflateSync(new Uint8Array(8 * 1024 * 1024), { level: 9 }));

    expect(await opened(`#s=1AAAA${bomb.slice('#s=1AAAA'.length)}`)).toContain('was changed on its way');
  });

  it('do not open when something follows, or when they are packed in another way', async () => {
    const link = encodeLink(minimal(), new Set());

    expect(await opened(`${link}AAAA`)).toContain('was changed on its way');
    expect(await opened(sealed(Uint8Array.of(0x78, 0x9c, ...deflated('{}'))))).toContain(
      'was changed on its way',
    );
    expect(await opened(sealed(Uint8Array.of(0x50, 0x4b, 3, 4)))).toMatch(/was changed|was cut off/);
  });
});

describe('I09: too much of it', () => {
  const keys = Array.from({ length: 1_000_000 }, (_, n) => `"k${String(n)}":1`).join(',');

  it.each([
    ['65 lists in each other', '['.repeat(65) + ']'.repeat(65), /Nested deeper than 64/],
    ['a million', '['.repeat(1_000_000), /Nested deeper than 64/],
    ['a million objects', '{"a":'.repeat(1_000_000), /Nested deeper than 64/],
    ['a million fields', `{${keys}}`, /not a scenario file/],
    ['more values than there may be', `[${'0,'.repeat(limits.values)}0]`, /More than 4000000 values/],
    ['a name of a megabyte', json(`{"${'k'.repeat(1_000_000)}":1`), /no such field/],
  ])('is refused, in few words: %s', (_, text, message) => {
    const [problem] = problemsOf(text);

    expect(problem?.message).toMatch(message);
    expect((problem?.path.length ?? 0) + (problem?.message.length ?? 0)).toBeLessThan(500);
  });
});

it('I10: what stands twice, is not there, or lies in itself is told with its place, twenty at once', () => {
  const folders = [
    { id: 1, parent: 2, name: 'A' },
    { id: 2, parent: 1, name: 'B' },
  ];
  const steps = Array.from({ length: 30 }, () => ({ input: { type: 'customer.leaves', session: 1 } }));

  expect(problemsOf(minimal({ faq: { folders } })).map(({ path }) => path)).toEqual([
    'world.faq.folders[0].parent',
    'world.faq.folders[1].parent',
  ]);
  expect(problemsOf({ ...minimal(), steps })).toHaveLength(20);
  expect(first('{"a":1,"a":2}')).toContain('stands twice');
});

it('I11: names that reach a prototype are refused anywhere, others are names', async () => {
  const before = Object.getOwnPropertyNames(Object.prototype);
  const table = (name: string) =>
    `{"format":"rehearsal-scenario","version":1,"name":"x","world":{"startsAt":"2026-03-02T09:00:00Z","tables":{"${name}":[{"${name}":{"${name}":1}}]}},"steps":[]}`;

  for (const name of ['__proto__', 'constructor', 'prototype', '\\u005f_proto__'])
    expect(
      problemsOf(table(name))
        .map(({ message }) => message)
        .join(),
    ).toContain('is not allowed');
  for (const name of ['then', 'toJSON', 'hasOwnProperty', 'valueOf']) {
    const parsed = parseScenario(table(name));
    expect(parsed.ok && writeScenario(parsed.scenario).split(`"${name}"`)).toHaveLength(4);
    expect(parsed.ok && (await opened(encodeLink(parsed.scenario, new Set())))).toEqual(
      parsed.ok && parsed.scenario,
    );
  }
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
});

describe('I12, I13, I14: texts', () => {
  const texts = [
    '<script>alert(1)</script><img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><style>@import "//evil"</style><base href=//evil>',
    'javascript:alert(1) data:text/html,x //evil https://user@evil',
    '👩‍👩‍👧 👍🏽 🇳🇴 e\u0301 é \u202Eabc\u2066',
    'a\u0000b\uFFFF\uD800',
    `Z${'\u0301'.repeat(1000)}`,
  ];

  it.each(texts)('come through as they are, in a file and in a link: %j', async (text) => {
    const file = {
      ...minimal({
        agents: [{ id: 1, name: text.slice(0, 200) }],
        tables: { t: [{ [text.slice(0, 200)]: text }] },
      }),
      description: text,
      steps: [{ input: { type: 'clock.advances', by: 1 }, note: text } as const],
    };
    const parsed = parseScenario(writeScenario(file));

    expect(parsed).toEqual({ ok: true, scenario: file });
    expect(await opened(encodeLink(file, new Set()))).toMatchObject({
      description: text,
      steps: [{ note: text }],
    });
  });
});

it.each([
  ['1e400', 'world.seed'],
  ['9007199254740993', 'world.seed'],
  ['"NaN"', 'world.seed'],
  ['"-0001-01-01T00:00:00Z"', 'world.startsAt'],
  ['"2026-02-31T09:00:00Z"', 'world.startsAt'],
  ['"275761-01-01T00:00:00Z"', 'world.startsAt'],
])('I15: the number or moment %s is refused with its place', (value, path) => {
  const world =
    path === 'world.seed' ? `"startsAt":"2026-03-02T09:00:00Z","seed":${value}` : `"startsAt":${value}`;
  const text = `{"format":"rehearsal-scenario","version":1,"name":"x","world":{${world}},"steps":[]}`;

  expect(problemsOf(text).map((problem) => problem.path)).toEqual([path]);
});

it('I16: a file says what was done, not what came of it, and expects no status that there is not', () => {
  const expecting = (status: unknown) => ({
    ...minimal(),
    steps: [{ input: { type: 'clock.advances', by: 1 }, expect: [{ status }] }],
  });

  expect([12, '4', -1].map((status) => problemsOf(expecting(status))[0]?.path)).toEqual(
    Array.from({ length: 3 }, () => 'steps[0].expect[0].status'),
  );
  expect(problemsOf({ ...minimal(), events: [] })[0]?.path).toBe('events');
});

it('I17: one step more than there may be is refused with the count', () => {
  const steps = `[${'{"input":{"type":"clock.advances","by":1}},'.repeat(limits.steps)}0]`;
  const text = JSON.stringify(minimal()).replace('"steps":[]', `"steps":${steps}`);

  expect(problemsOf(text)).toEqual([
    { path: 'steps', message: 'This must be at most 100000 items long, not 100001.' },
  ]);
});

it('I18, I19: reading a file keeps nothing, so that reading it twice gives the same twice', () => {
  const text = writeScenario(readFile('public/scenarios/first-visit.json'));
  const [once, bad, twice] = [parseScenario(text), parseScenario(text.slice(0, -20)), parseScenario(text)];

  expect(bad).toEqual({ ok: false, problems: [expect.any(Object)] });
  expect(twice).toEqual(once);
  expect(once.ok && twice.ok && once.scenario.world !== twice.scenario.world).toBe(true);
});

it('I20: a script that is another than when the file was saved is told at the step where it shows (rulings 36)', () => {
  const file = readFile('public/scenarios/echobot-bot-first.json');
  const saved = writeScenario(rehashed(file, replay(file, createRunScript()).steps));
  const changed = parseScenario(saved.replaceAll('Echo: ', 'Ohce: '));

  const verdict = changed.ok && replay(changed.scenario, createRunScript()).verdict;

  expect(verdict).toMatchObject({ kind: 'differs' });
});

it('I21: opening a link runs nothing and looks for nothing but the sample that it names', () => {
  const ran: string[] = [];
  const run: RunScript = ({ script }) => {
    ran.push(script.name);
    return { data: { outputs: {}, state: {}, blocked: false, message: '' } };
  };
  const file = readFile('public/scenarios/echobot-bot-first.json');

  const read = readLink(encodeLink(file, new Set()));
  const result = read.ok ? openLink(read.link, null) : read;

  expect(read.ok && read.link.sample).toBeNull();
  expect(ran).toEqual([]);
  if (result.ok) replay(result.scenario, run); // it would have been seen
  expect(ran.length).toBeGreaterThan(0);
});

describe('I22: settings', () => {
  type Row = readonly [string, object];
  const channel = (settings: object) => minimal({ channels: [{ id: 1, name: 'A', ...settings }] });

  it.each<Row>([
    ['world.options.idleSeconds', minimal({ options: { idleSeconds: 1e12 } })],
    ['world.options.idleSeconds', minimal({ options: { idleSeconds: -5 } })],
    ['world.options.idleSeconds', minimal({ options: { idleSeconds: 'NaN' } })],
    ['world.options.statementBudget', minimal({ options: { statementBudget: 0 } })],
    ['world.channels', minimal({ channels: Array.from({ length: 10_001 }, () => 0) })],
    ...['url(https://evil)', 'expression(1)', ';}body{', 'red', '#12345'].map((color): Row => [
      'world.channels[0].layout.color',
      channel({ layout: { color } }),
    ]),
    ['world.channels[0].properties.warningNewChat', channel({ properties: { warningNewChat: 1e9 } })],
  ])('are bounded: %s', (path, file) => {
    expect(problemsOf(file).map((problem) => problem.path)).toEqual([path]);
  });

  it('may be 0 where that means never', () => {
    expect(problemsOf(minimal({ options: { idleSeconds: 0 } }))).toEqual([]);
  });
});

it('I23: what was written is read and written with the same bytes, links too', async () => {
  for (const path of scenarioPaths) {
    const link = encodeLink(readFile(path), new Set());
    const scenario = await opened(link);
    expect(typeof scenario !== 'string' && encodeLink(scenario, new Set())).toBe(link);
  }
});

it('takes a link that is as long as a link may be', async () => {
  const file = (length: number) => ({ ...helpDesk(), description: randomText(length) });
  const length =
    [...Array(40).keys()]
      .map((n) => 26_000 + n * 100)
      .findLast((n) => encodeLink(file(n), new Set()).length <= limits.linkCharacters) ?? 0;

  expect(encodeLink(file(length), new Set()).length).toBeGreaterThan(limits.linkCharacters - 200);
  expect(await opened(encodeLink(file(length), new Set()))).toMatchObject({ name: 'Help desk' });
});
