import { describe, expect, it } from 'vitest';
import type { Input } from '../../src/engine/inputs.ts';
import { StepSignal } from '../../src/engine/script-call.ts';
import type { RunScript } from '../../src/engine/script-call.ts';
import type { Outcome } from '../../src/engine/step-request.ts';
import { stopBefore } from '../../src/engine/step-observer.ts';
import { committed, connects, ofType, take, worldWith, writes } from './given.ts';
import { sentence } from '../../src/words/sentence.ts';
import type { CodedText } from '../../src/engine/codes.ts';

const saidOf = (said: CodedText | undefined): string => (said === undefined ? '' : sentence(said));

describe('a refused input', () => {
  it.each<[string, Input, string]>([
    ['a message of a megabyte', writes('x'.repeat(1_048_576)), '1048576 characters; the most is 32768'],
    ['an empty message', writes('  \n '), 'needs some text'],
    ['an unknown session', { type: 'customer.leaves', session: 99 }, 'There is no session 99.'],
    ['an unknown channel', { type: 'customer.connects', channel: 9 }, 'There is no channel 9.'],
    ['an unknown agent', { type: 'agent.picksUpNext', agent: 9 }, 'There is no agent 9.'],
    [
      'a form that is not open',
      { type: 'customer.submitsForm', session: 1, form: 'offline' },
      'does not show the offline form',
    ],
    [
      'options that are not there',
      { type: 'customer.clicksOption', session: 1, message: 1, option: 'A' },
      'has no options',
    ],
    ['a clock that moves back', { type: 'clock.advances', by: -1 }, 'whole number of milliseconds'],
    [
      'a script for no folder',
      { type: 'admin.savesScript', folder: 'Nowhere', script: { id: 9, name: 'x' } },
      'Save the folder first',
    ],
  ])('%s is answered in words and leaves no trace', (_, input, words) => {
    const { world } = committed(take(worldWith({}), connects));

    const outcome = take(world, input);

    expect(outcome).toMatchObject({ kind: 'refused', events: [] });
    expect('reason' in outcome && sentence(outcome.reason)).toContain(words);
    expect('world' in outcome && outcome.world).toBe(world);
  });

  it('keeps what the clock fired on the way to it (rulings 14)', () => {
    const { world } = committed(take(worldWith({ created: 'later 3 soon' }), connects));

    const outcome = take(world, { type: 'customer.leaves', session: 9 }, { at: world.now + 5000 });

    expect(outcome.kind).toBe('refused');
    expect(outcome.events.map(({ type }) => type)).toEqual(['message.shown', 'clock.advanced']);
    expect(outcome.events.map(({ at }) => at.slice(17, 19))).toEqual(['03', '05']);
  });

  it('names every required field that is missing, and keeps the form open (T-14)', () => {
    const world = worldWith(
      { created: '' },
      {
        channels: [
          {
            id: 1,
            name: 'Help',
            members: [{ agent: 1 }],
            preChatForm: { enabled: true, required: ['email', 'company'] },
          },
        ],
      },
    );
    const asked = committed(take(world, connects)).world;

    const outcome = take(asked, {
      type: 'customer.submitsForm',
      session: 1,
      form: 'preChat',
      fields: { name: 'Ada' },
    });

    expect(outcome).toMatchObject({
      kind: 'refused',
      reason: {
        code: 'form-problems',
        params: {
          problems: [
            { field: 'email', code: 'missing' },
            { field: 'company', code: 'missing' },
          ],
        },
      },
    });
    expect(asked.sessions.get(1)?.status).toBe(1);
  });
});

describe('scripts that go wrong', () => {
  it('fail alone: what they did stays and the session goes on (Q42)', () => {
    const { world, events } = committed(
      take(worldWith({ created: 'post 1 before\nfail\npost 1 after' }), connects),
    );

    expect(ofType(events, 'message.saved').map(({ text }) => text)).toEqual(['before']);
    expect(ofType(events, 'script.failed')).toMatchObject([
      { kind: 'GeneralException', file: 'bot session created', line: 2 },
    ]);
    expect(take(world, writes('hi')).kind).toBe('committed');
  });

  it('that answer each other without end stop ten deep (Q4)', () => {
    const { events } = committed(
      take(worldWith({ created: 'post 1 x', changed: 'when 6 status 5\nwhen 5 status 6' }), connects),
    );

    const [failure] = ofType(events, 'script.failed');
    expect(failure).toMatchObject({ kind: 'NestingTooDeep', depth: 10 });
    expect(Math.max(...events.map(({ depth }) => depth))).toBe(10);
  });

  it('cause at most a thousand events', () => {
    const { events } = committed(take(worldWith({ created: 'print x\n'.repeat(3000) }), connects));

    expect(events.length).toBeLessThan(1010);
    expect(saidOf(ofType(events, 'script.failed')[0]?.failure)).toContain('1000 events');
  });

  it.each([
    ['status 12', '12 is not a status'],
    ['post 9 x', '9 is not a message type'],
    [`post 1 ${'x'.repeat(40_000)}`, '40000 characters; the most is 32768'],
  ])('are told about "%.12s"', (line, words) => {
    const { events } = committed(take(worldWith({ created: line }), connects));

    expect(saidOf(ofType(events, 'script.failed')[0]?.failure)).toContain(words);
  });

  it('that hung are left out, and the event says so (rulings 6)', () => {
    const { events } = committed(take(worldWith({}), connects, { leftOut: [2] }));

    expect(ofType(events, 'script.failed')).toMatchObject([{ script: 2, kind: 'LeftOut' }]);
    expect(ofType(events, 'message.saved')).toEqual([]);
  });
});

describe('an HTTP call', () => {
  const calling = { created: 'get https://example.org/x\npost 1 after' };

  it('that nobody answers fails in the script, which goes on (rulings 2)', () => {
    const { events } = committed(take(worldWith(calling), connects));

    expect(ofType(events, 'http.called')).toMatchObject([
      {
        answeredBy: 'nobody',
        failure: { code: 'no-mock-for', params: { method: 'GET', url: 'https://example.org/x' } },
      },
    ]);
    expect(ofType(events, 'message.saved')).toHaveLength(1);
  });

  it('ends the step with what it needs where the workspace asks, and nothing is committed', () => {
    const outcome = take(worldWith(calling), connects, { asks: true });

    expect(outcome).toMatchObject({
      kind: 'needs',
      request: { method: 'GET', url: 'https://example.org/x' },
    });
    expect(outcome).not.toHaveProperty('world');
  });

  it('takes the recorded answer when the step is run again with it (rulings 5)', () => {
    const answers = [{ method: 'GET', url: 'https://example.org/x', status: 200, body: 'ok' }];

    const { events } = committed(take(worldWith(calling), connects, { asks: true, answers }));

    expect(ofType(events, 'http.called')).toMatchObject([
      { answeredBy: 'recorded', status: 200, body: 'ok' },
    ]);
  });

  it('is answered by the first mock that matches, whose last response repeats', () => {
    const mocks = [
      { request: { url: 'https://example.org/*' }, responses: [{ status: 500 }, { status: 200 }] },
      { request: { url: 'https://example.org/x' }, responses: [{ status: 418 }] },
    ];
    const three = { created: 'get https://example.org/x\n'.repeat(3) };

    const { events } = committed(take(worldWith(three, { mocks }), connects));

    expect(ofType(events, 'http.called').map(({ status }) => status)).toEqual([500, 200, 200]);
  });
});

describe('a budget that is higher than a step may cost (rulings 45)', () => {
  const asking = worldWith({ created: '' }, { options: { statementBudget: 50_000_000 } });

  const limits = (world: typeof asking, input: Input): { limit: number; hints: string[] } => {
    let limit = 0;
    const reads: RunScript = (call) => {
      limit = call.meter.limit;
      return { data: { outputs: {}, state: {}, blocked: false, message: '' } };
    };
    const { events } = committed(take(world, input, {}, reads));
    return { limit, hints: ofType(events, 'hint.raised').map(({ hint }) => sentence(hint)) };
  };

  it('is taken down, and a file is told so once', () => {
    const first = limits(asking, connects);
    const { world } = committed(take(asking, connects));

    expect(first).toEqual({
      limit: 20_000_000,
      hints: [
        'The option statementBudget is 50,000,000. A step may cost 20,000,000 at most, so that is the budget.',
      ],
    });
    expect(limits(world, connects)).toEqual({ limit: 20_000_000, hints: [] });
  });

  it('is not set by hand either', () => {
    const set: Input = { type: 'admin.setsOptions', options: { statementBudget: 20_000_001 } };
    const { world, events } = committed(take(worldWith({}), set));

    expect(world.options.statementBudget).toBe(20_000_000);
    expect(ofType(events, 'hint.raised')).toHaveLength(1);
  });
});

describe('a stopped step', () => {
  it('commits nothing and tells where it stands (ARCHITECTURE "Steps")', () => {
    const snapshot = {
      statement: 1,
      frames: [],
      unfold: () => [],
      evaluate: () => ({ type: '', value: '' }),
    };
    const stops: RunScript = () => {
      throw new StepSignal({ kind: 'stopped', snapshot });
    };

    const outcome = take(worldWith({}), connects, { observer: stopBefore(1) }, stops);

    expect(outcome).toMatchObject({ kind: 'stopped', snapshot });
    expect(outcome).not.toHaveProperty('world');
  });
});

describe('random numbers', () => {
  it('are the same when a step is run again and others in the next step', () => {
    const world = worldWith({ created: 'print x\nprint x', received: 'print x' });
    const printed = (outcome: Outcome) => ofType(outcome.events, 'script.printed').map(({ text }) => text);
    const first = take(world, connects);
    const next = take(committed(first).world, writes('hi'));

    expect(printed(take(world, connects))).toEqual(printed(first));
    expect(new Set([...printed(first), ...printed(next)]).size).toBe(3);
  });
});

describe('a line of the system whose trigger moves the session', () => {
  it('ends the chat by the status at that moment', () => {
    const world = worldWith(
      { created: '' },
      {
        channels: [{ id: 1, name: 'Help', members: [{ agent: 1 }] }],
        folders: [{ name: 'Triggers', scripts: [{ id: 7, name: 'answers', source: 'when 4 post 1 wait' }] }],
        triggers: [{ id: 1, event: 402, script: 7 }],
      },
    );
    const waiting = committed(take(world, connects)).world;

    const { events } = committed(take(waiting, { type: 'customer.leaves', session: 1 }));

    expect(ofType(events, 'session.statusChanged').map(({ from, to, rule }) => [from, to, rule])).toEqual([
      [4, 6, 'T13'],
      [6, 7, 'T19'],
    ]);
  });
});
