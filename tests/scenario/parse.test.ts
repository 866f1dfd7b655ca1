import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.ts';
import { minimal, problemsOf } from './scenarios.ts';

describe('parseScenario', () => {
  it('takes the smallest scenario there is', () => {
    const result = parseScenario(JSON.stringify(minimal()));

    expect(result).toEqual({ ok: true, scenario: minimal() });
  });

  it('takes a byte order mark at the beginning', () => {
    expect(parseScenario(`\uFEFF${JSON.stringify(minimal())}`).ok).toBe(true);
  });

  it.each([
    ['an empty file', '', 'empty'],
    ['a list', '[]', 'not a scenario file'],
    ['another format', '{"format":"something","version":1}', 'not a scenario file'],
    ['HTML', '<!doctype html>', 'Not JSON'],
    ['JSON5', "{format: 'rehearsal-scenario'}", 'name in double quotes'],
    ['two values', '{} {}', 'end of the file'],
    ['a text without an end', '{"a": "b', 'no closing quote'],
  ])('refuses %s', (_, text, message) => {
    expect(problemsOf(text)[0]?.message).toContain(message);
  });

  it('tells line and column of what is no JSON', () => {
    expect(problemsOf('{\n  "a": 1,\n  "b" 2\n}')).toEqual([
      { path: 'b', message: 'Not JSON: Expected “:” at line 3, column 7.' },
    ]);
  });

  it('refuses every beginning of a valid file', () => {
    const text = JSON.stringify(minimal());
    const accepted = Array.from({ length: text.length }, (_, length) => text.slice(0, length)).filter(
      (part) => parseScenario(part).ok,
    );

    expect(accepted).toEqual([]);
  });

  it('says what to do with a file of a newer version', () => {
    const [problem] = problemsOf({ ...minimal(), version: 3, more: true });

    expect(problem?.path).toBe('version');
    expect(problem?.message).toMatch(/newer version of Rehearsal \(format 3\).*Update/);
  });

  it.each([0, -1, '1', 1.5, null])('refuses %j as a version', (version) => {
    expect(problemsOf({ ...minimal(), version })[0]?.path).toBe('version');
  });

  it('reads what version 2 added, and says where a file of version 1 uses it', () => {
    const added = {
      made: { by: 'Kari', with: 'Rehearsal 0.2.0' },
      tags: ['forms'],
      opening: 1,
      bookmarks: [{ step: 1, name: 'Here' }],
      steps: [{ input: { type: 'clock.advances', by: 1 }, hash: '0123abcd', stoppedAt: 3 }],
    };

    expect(parseScenario(JSON.stringify({ ...minimal(), ...added, version: 2 })).ok).toBe(true);
    expect(problemsOf({ ...minimal(), ...added })[0]).toEqual({
      path: 'made',
      message: '“made” belongs to version 2 of the format. Say "version": 2.',
    });
    expect(problemsOf({ ...minimal(), steps: added.steps })[0]?.path).toBe('steps[0].stoppedAt');
    const later = [
      { input: { type: 'clock.advances', by: 1, timers: 'once' } },
      { input: { type: 'admin.savesContact', contact: { id: 1, name: 'Ada' } } },
      { input: { type: 'admin.savesWebhook', webhook: { id: 1, name: 'Hook', responses: [{ delay: 5 }] } } },
      { input: { type: 'admin.savesWebhook', webhook: { id: 1, name: 'Hook' }, untested: true } },
    ];
    expect(later.map((step) => problemsOf({ ...minimal(), steps: [step] })[0])).toEqual([
      {
        path: 'steps[0].input.timers',
        message: '“timers” belongs to version 2 of the format. Say "version": 2.',
      },
      {
        path: 'steps[0].input.type',
        message: '“admin.savesContact” belongs to version 2 of the format. Say "version": 2.',
      },
      {
        path: 'steps[0].input.webhook.responses[0]',
        message: '“delay” belongs to version 2 of the format. Say "version": 2.',
      },
      {
        path: 'steps[0].input.untested',
        message: '“untested” belongs to version 2 of the format. Say "version": 2.',
      },
    ]);
    expect(parseScenario(JSON.stringify({ ...minimal(), steps: later, version: 2 })).ok).toBe(true);
  });

  it('finds that a quick reply is somebody’s, and a bot some channel’s, who is not there', () => {
    const steps = [
      { input: { type: 'admin.savesQuickReply', quickReply: { id: 1, name: 'Hi', agent: 9 } } },
      { input: { type: 'admin.registersBot', channel: 9 } },
    ];

    expect(problemsOf({ ...minimal(), version: 2, steps }).map(({ path }) => path)).toEqual([
      'steps[0].input.quickReply.agent',
      'steps[1].input.channel',
    ]);
  });

  it('refuses a bookmark and an opening scene beyond the last step', () => {
    const marks = { opening: 2, bookmarks: [{ step: 1, name: 'Here' }] };

    expect(problemsOf({ ...minimal(), ...marks, version: 2 }).map(({ path }) => path)).toEqual([
      'opening',
      'bookmarks[0].step',
    ]);
  });

  it('refuses a file of more than 64 MiB', () => {
    const text = JSON.stringify({ ...minimal(), description: 'å'.repeat(33 * 1024 * 1024) });

    expect(problemsOf(text)[0]?.message).toContain('64 MiB');
  });

  it('refuses unknown fields with their path, wherever they are', () => {
    const file = minimal({ channels: [{ id: 1, name: 'A', bot: { enable: true }, colour: 'red' }] });

    expect(problemsOf(file).map(({ path }) => path)).toEqual([
      'world.channels[0].bot.enable',
      'world.channels[0].colour',
    ]);
  });

  it('names the field that is near to one that there is not', () => {
    const file = minimal({ channels: [{ id: 1, name: 'A', bot: { enable: true }, colour: 'red' }] });
    const steps = [{ input: { type: 'clock.advances', by: 1, sesion: 1 }, expext: [] }];

    expect(problemsOf(file).map(({ message }) => message)).toEqual([
      'There is no such field. Did you mean “enabled”?',
      expect.stringMatching(/^There is no such field in this version/),
    ]);
    expect(problemsOf({ ...minimal(), steps }).at(-1)?.message).toContain('Did you mean “expect”?');
  });

  it.each([
    [0, 'No session has been started by this step.'],
    [1, 'Only 1 session has been started by this step, and that is number 1.'],
    [2, 'Only 2 sessions have been started by this step. They are numbered from 1.'],
  ])('counts the %i sessions that there are where another is named', (count, message) => {
    const connect = { input: { type: 'customer.connects', channel: 1 } };
    const steps = [
      ...Array.from({ length: count }, () => connect),
      { input: { type: 'customer.writes', session: 9, text: 'a' } },
    ];

    const problems = problemsOf({ ...minimal({ channels: [{ id: 1, name: 'A' }] }), steps });

    expect(problems).toEqual([{ path: `steps[${String(count)}].input.session`, message }]);
  });

  it('tells all problems at once, the first twenty', () => {
    const agents = Array.from({ length: 30 }, () => ({ id: 0, name: '' }));

    expect(problemsOf(minimal({ agents }))).toHaveLength(20);
  });

  it.each([
    ['an input that there is not', { type: 'customer.write', session: 1 }, 'Did you mean “customer.writes”?'],
    ['a missing field', { type: 'customer.writes', session: 1 }, 'missing'],
    [
      'a wrong kind of value',
      { type: 'customer.writes', session: '1', text: 'a' },
      'must be a number, not "1"',
    ],
    ['a session that is not positive', { type: 'customer.writes', session: 0, text: 'a' }, 'from 1 up'],
  ])('says what is wrong with %s', (_, input, message) => {
    expect(problemsOf({ ...minimal(), steps: [{ input }] })[0]?.message).toContain(message);
  });

  it('says what is wrong with the kind of expectation that is meant', () => {
    const steps = [{ input: { type: 'clock.advances', by: 1 }, expect: [{ status: 12 }, { sattus: 6 }] }];

    expect(problemsOf({ ...minimal(), steps })).toEqual([
      { path: 'steps[0].expect[0].status', message: 'This must be a number up to 11, not 12.' },
      {
        path: 'steps[0].expect[1]',
        message: expect.stringMatching(
          /^Say what is expected with one of: event, no.+Did you mean “status”\?$/,
        ) as string,
      },
    ]);
  });
});

describe('hostile files', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s', (key) => {
    const text = `{"format":"rehearsal-scenario","version":1,"name":"x","world":{"startsAt":"2026-03-02T09:00:00Z","tables":{"t":[{"${key}":1}]}},"steps":[]}`;

    expect(problemsOf(text)).toEqual([
      { path: `world.tables.t[0].${key}`, message: expect.stringContaining('not allowed') as string },
    ]);
  });

  it('takes keys that look dangerous and are not', () => {
    const tables = { t: [{ then: 1, toJSON: 2, hasOwnProperty: 3 }] };

    expect(parseScenario(JSON.stringify(minimal({ tables }))).ok).toBe(true);
  });

  it('refuses the same key twice in one object, escaped or not', () => {
    expect(problemsOf('{"a": {"b": 1, "\\u0062": 2}}')).toEqual([
      { path: 'a.b', message: expect.stringContaining('twice') as string },
    ]);
  });

  it.each([65, 5000, 1_000_000])('refuses nesting of %i before it is parsed', (depth) => {
    expect(problemsOf('['.repeat(depth) + ']'.repeat(depth))[0]?.message).toContain('deeper than 64');
  });

  it('refuses numbers beyond what a computer holds', () => {
    expect(problemsOf('{"a": [1, 1e400]}')).toEqual([{ path: 'a[1]', message: 'This number is too large.' }]);
  });

  it('refuses texts and sources beyond their limits', () => {
    const long = 'x'.repeat(32 * 1024 + 1);
    const folders = [
      { name: 'F', scripts: [{ id: 1, name: 'a', source: 'y'.repeat(16 * 1024 * 1024 + 1) }] },
    ];

    expect(problemsOf({ ...minimal({ folders }), description: long }).map(({ path }) => path)).toEqual([
      'description',
      'world.folders[0].scripts[0].source',
    ]);
  });
});

describe('references', () => {
  const agents = [{ id: 1, name: 'Kari' }];

  it.each([
    ['an agent twice', { agents: [...agents, { id: 1, name: 'Ola' }] }, 'world.agents[1].id'],
    [
      'a member who is no agent',
      { channels: [{ id: 1, name: 'A', members: [{ agent: 2 }] }] },
      'world.channels[0].members[0].agent',
    ],
    [
      'a bot folder that is not there',
      { channels: [{ id: 1, name: 'A', bot: { folder: 'B' } }] },
      'world.channels[0].bot.folder',
    ],
    [
      'a FAQ folder that is not there',
      { channels: [{ id: 1, name: 'A', preChatForm: { faqFolder: 3 } }] },
      'world.channels[0].preChatForm.faqFolder',
    ],
    [
      'a trigger without its script',
      { triggers: [{ id: 1, event: 402, script: 7 }] },
      'world.triggers[0].script',
    ],
    [
      'a script id twice, in two folders',
      {
        folders: [
          { name: 'A', scripts: [{ id: 1, name: 'a' }] },
          { name: 'B', scripts: [{ id: 1, name: 'b' }] },
        ],
      },
      'world.folders[1].scripts[0].id',
    ],
    ['two folders of one name', { folders: [{ name: 'A' }, { name: 'A' }] }, 'world.folders[1].name'],
    [
      'a FAQ folder in itself',
      { faq: { folders: [{ id: 1, parent: 1, name: 'A' }] } },
      'world.faq.folders[0].parent',
    ],
    [
      'a quick reply of nobody',
      { quickReplies: [{ id: 1, agent: 4, name: 'a' }] },
      'world.quickReplies[0].agent',
    ],
    ['31 February', { startsAt: '2026-02-31T09:00:00Z' }, 'world.startsAt'],
    ['a time zone of nowhere', { timeZone: 'Europe/Atlantis' }, 'world.timeZone'],
  ])('refuses %s', (_, world, path) => {
    expect(problemsOf(minimal(world)).map((problem) => problem.path)).toContain(path);
  });

  it('refuses steps about sessions, agents and channels that are not there yet', () => {
    const steps = [
      { input: { type: 'customer.writes', session: 1, text: 'too early' } },
      { input: { type: 'customer.connects', channel: 5 } },
      { input: { type: 'agent.picksUp', agent: 9, session: 1 } },
    ];

    expect(problemsOf({ ...minimal(), steps }).map(({ path }) => path)).toEqual([
      'steps[0].input.session',
      'steps[1].input.channel',
      'steps[2].input.agent',
    ]);
  });

  it('takes what an earlier step has saved, and what a step expects to be refused', () => {
    const steps = [
      { input: { type: 'admin.savesAgent', agent: { id: 9, name: 'New' } } },
      { input: { type: 'agent.picksUpNext', agent: 9 } },
      { input: { type: 'customer.connects', channel: 5 }, expect: [{ refused: true }] },
    ];

    expect(parseScenario(JSON.stringify({ ...minimal(), steps })).ok).toBe(true);
  });
});
