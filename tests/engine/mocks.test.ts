import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../src/engine/create-world.ts';
import type { MockFile, MockResponse } from '../../src/engine/definition.ts';
import type { EventOf } from '../../src/engine/events.ts';
import { fold } from '../../src/engine/fold.ts';
import { jsonHolds } from '../../src/engine/json-holds.ts';
import { mockFor } from '../../src/engine/mock-match.ts';
import { nearestMocks, partsOf } from '../../src/engine/nearest-mocks.ts';
import type { HttpRequest } from '../../src/engine/script-call.ts';
import type { StepRequest } from '../../src/engine/step-request.ts';
import type { World } from '../../src/engine/world.ts';
import { worldFromJson, worldToJson } from '../../src/engine/world-json.ts';
import { createPatternMatcher } from '../../src/bots/pattern-matcher.ts';
import { committed, connects, ofType, take, worldWith } from './given.ts';

type Call = EventOf<'http.called'>;

const { matches } = createPatternMatcher();
const url = 'https://shop.test/orders';

/** What the calls of a bot get: a line of the tiny language each, `get URL` or `send URL BODY`. */
function called(lines: readonly string[], mocks: readonly MockFile[], more: Partial<StepRequest> = {}) {
  const taken = committed(take(worldWith({ created: lines.join('\n') }, { mocks }), connects, more));
  return { ...taken, calls: ofType(taken.events, 'http.called') };
}

const gets = (count: number): string[] => Array.from({ length: count }, () => `get ${url}`);
const statuses = (calls: readonly Call[]) => calls.map(({ status, failure }) => status ?? failure?.code);

const twice: readonly Partial<MockResponse>[] = [{ status: 503 }, { status: 200 }];

describe('a sequence of answers', () => {
  it.each([
    [undefined, [503, 200, 200, 200, 200]],
    ['cycle' as const, [503, 200, 503, 200, 503]],
    ['nobody' as const, [503, 200, 'no-mock-for', 'no-mock-for', 'no-mock-for']],
  ])('with %s behind it goes on as that says', (after, expected) => {
    const { calls } = called(gets(5), [{ request: { url }, responses: twice, after }]);

    expect(statuses(calls)).toEqual(expected);
  });

  it('that is used up leaves the call to the mocks behind it', () => {
    const next = { request: { url: 'https://shop.test/*' }, responses: [{ status: 418 }] };

    const { calls } = called(gets(3), [{ request: { url }, responses: twice, after: 'nobody' }, next]);

    expect(statuses(calls)).toEqual([503, 200, 418]);
  });

  it('begins again when its mock is saved', () => {
    const { world } = called(gets(2), [{ id: 1, request: { url }, responses: twice, after: 'nobody' }]);

    const saved = committed(
      take(world, { type: 'admin.savesMock', mock: { id: 1, request: { url }, responses: twice } }),
    );

    expect(saved.world.mocksPlayed['1']).toBe(0);
  });
});

describe('a mock that keeps a state', () => {
  const mocks: readonly MockFile[] = [
    {
      request: { url, method: 'GET' },
      responses: [{ status: 404 }],
      state: { name: 'order', is: 'start' },
    },
    {
      request: { url, method: 'POST' },
      responses: [{ status: 201 }],
      state: { name: 'order', becomes: 'placed' },
    },
    { request: { url, method: 'GET' }, responses: [{ status: 200 }], state: { name: 'order', is: 'placed' } },
  ];

  it('answers in its state only, and an answer may move it to another', () => {
    const { calls, world } = called([...gets(1), `send ${url} book`, ...gets(2)], mocks);

    expect(statuses(calls)).toEqual([404, 201, 200, 200]);
    expect(world.mockStates).toEqual({ order: 'placed' });
  });

  it('stands in the world by the events alone, and an older world has none', () => {
    const before = worldWith({ created: `send ${url} book` }, { mocks });
    const { events, world } = committed(take(before, connects));
    const json = JSON.parse(JSON.stringify(events)) as typeof events;
    const { mockStates: _none, ...older } = worldToJson(before);

    expect(json.reduce(fold, before).mockStates).toEqual(world.mockStates);
    expect(worldFromJson(older as ReturnType<typeof worldToJson>).mockStates).toEqual({});
  });

  it('begins anew when one of its mocks is saved', () => {
    const { world } = called([`send ${url} book`], mocks);

    const { world: after } = committed(
      take(world, {
        type: 'admin.savesMock',
        mock: { id: 3, request: { url }, state: { name: 'order', is: 'placed' } },
      }),
    );

    expect(after.mockStates).toEqual({});
  });
});

describe('what goes wrong on purpose', () => {
  it('is no answer in time, no connection, or a body that breaks off', () => {
    const responses = [
      { fault: 'timeout' as const },
      { fault: 'connection' as const },
      { fault: 'malformed' as const, body: '{"order": 1042}' },
    ];

    const { calls, events } = called(
      [...gets(2), `send ${url} x`],
      [
        { request: { url }, responses: responses.slice(0, 2) },
        { request: { url, method: 'POST' }, responses: responses.slice(2) },
      ],
    );

    expect(calls.map(({ failure }) => failure)).toEqual([
      { code: 'no-answer-in-time', params: { limit: 30 } },
      { code: 'no-connection', params: { host: 'shop.test' } },
      undefined,
    ]);
    expect(ofType(events, 'message.saved').map(({ text }) => text)).toEqual(['got {"order']);
  });

  it('cuts no character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (body) => {
        const { events } = called(
          [`send ${url} x`],
          [{ request: { url, method: 'POST' }, responses: [{ fault: 'malformed', body }] }],
        );
        expect(ofType(events, 'message.saved')[0]?.text.isWellFormed()).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the body of a request', () => {
  const answers = (sent: string, request: Partial<MockFile['request']>): boolean => {
    const [call] = called([`send ${url} ${sent}`], [{ request: { url, method: 'POST', ...request } }]).calls;
    return call?.answeredBy === 'mock';
  };
  /** Real scripts hand their matcher in; the tiny ones have none. */
  const fits = (sent: string, pattern: string): boolean =>
    mockFor(
      worldWith({}, { mocks: [{ request: { url, method: 'POST', body: pattern, bodyMatch: 'pattern' } }] }),
      { method: 'POST', url, headers: {}, body: sent },
      matches,
    ) !== undefined;

  it('is compared as a text where nothing is said, as JSON by what the mock names', () => {
    expect(answers('{"zip":"0155","street":"A"}', { body: '{"zip":"0155"}' })).toBe(false);
    expect(answers('{"zip":"0155","street":"A"}', { body: '{ "zip": "01*" }', bodyMatch: 'json' })).toBe(
      true,
    );
    expect(answers('{"zip":"0255"}', { body: '{ "zip": "01*" }', bodyMatch: 'json' })).toBe(false);
    expect(answers('no JSON', { body: '{ "zip": "01*" }', bodyMatch: 'json' })).toBe(false);
  });

  it('is matched by a regular expression whose work is counted', () => {
    expect(fits('zip=0155', 'zip=\\d{4}')).toBe(true);
    expect(fits('zip=x', 'zip=\\d{4}')).toBe(false);
    expect(fits(`${'a'.repeat(40)}!`, '^(a+)+$')).toBe(false);
    expect(fits('anything', '(')).toBe(false);
  });

  it('as JSON holds itself, and whatever is left out of it', () => {
    const json = fc.jsonValue({ maxDepth: 3 }).filter((value) => !JSON.stringify(value).includes('*'));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), fc.string(), (fields, name) => {
        const { [name]: _left, ...fewer } = fields;
        expect(jsonHolds(fields, fields)).toBe(true);
        expect(jsonHolds(fields, fewer)).toBe(true);
        expect(jsonHolds(fewer, fields)).toBe(!Object.hasOwn(fields, name));
      }),
    );
  });

  it('may stand as deep as it likes', () => {
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;

    expect(answers(deep, { body: deep, bodyMatch: 'json' })).toBe(false);
  });
});

describe('a mock that holds its calls', () => {
  const mocks: readonly MockFile[] = [{ id: 4, request: { url }, responses: twice, hold: true }];
  const released = { method: 'GET', url, mock: 4 };

  it('has the step wait, also where nobody else is asked', () => {
    const world = worldWith({ created: `get ${url}\nget https://other.test/` }, { mocks });

    for (const asks of [true, 'held'] as const)
      expect(take(world, connects, { asks })).toMatchObject({
        kind: 'needs',
        request: { url },
        held: 4,
        by: { script: 2, line: 1 },
        statement: 1,
      });
  });

  it('answers once it is released, which counts as its answer, and the next call waits again', () => {
    const world = worldWith({ created: gets(2).join('\n') }, { mocks });

    expect(take(world, connects, { asks: 'held', answers: [released] })).toMatchObject({
      kind: 'needs',
      statement: 2,
    });
    const { calls, world: after } = called(gets(2), mocks, { asks: 'held', answers: [released, released] });
    expect(calls).toMatchObject([
      { status: 503, answeredBy: 'mock', mock: 4, released: true },
      { status: 200, answeredBy: 'mock', mock: 4, released: true },
    ]);
    expect(after.mocksPlayed).toEqual({ 4: 2 });
  });

  it('may be answered by hand instead, and answers at once where nobody can be asked', () => {
    const byHand = { method: 'GET', url, status: 200, body: 'mine', delay: 1500 };

    expect(called(gets(1), mocks, { asks: 'held', answers: [byHand] }).calls).toMatchObject([
      { status: 200, answeredBy: 'recorded', body: 'mine', delay: 1500 },
    ]);
    expect(called(gets(1), mocks).calls).toMatchObject([{ status: 503, answeredBy: 'mock' }]);
  });

  it('that is gone when its release is replayed says so', () => {
    const { calls } = called(gets(1), [], { answers: [released] });

    expect(calls).toMatchObject([{ failure: { code: 'no-mock', params: { mock: 4 } } }]);
  });

  it('leaves all other calls to be told that nobody answers', () => {
    const { calls } = called(['get https://other.test/'], mocks, { asks: 'held' });

    expect(calls).toMatchObject([{ answeredBy: 'nobody' }]);
  });
});

describe('the parts of a mock', () => {
  const word = fc.constantFrom('a', 'b', '*', 'ab');
  const pairs = fc.array(fc.tuple(word, word), { maxLength: 2 });
  const address = fc
    .tuple(
      fc.constantFrom('https://shop.test', 'http://shop.test:80', 'https://*'),
      fc.array(word, { maxLength: 2 }),
      pairs,
    )
    .map(([host, path, query]) => {
      const asked = query.map((pair) => pair.join('=')).join('&');
      return `${host}/${path.join('/')}${asked === '' ? '' : `?${asked}`}`;
    });
  const body = fc.constantFrom(
    '',
    '{"a":1}',
    '{"a":"*"}',
    '{"a":1,"b":2}',
    'plain',
    '{ "a": 1 }',
    '(',
    'a.*',
  );
  const headers = fc.constantFrom({}, { 'X-Key': 'a' }, { 'x-key': '*' });
  const mock: fc.Arbitrary<MockFile> = fc.record({
    request: fc.record({
      method: fc.constantFrom('GET', 'post', 'POST'),
      url: address,
      body,
      bodyMatch: fc.constantFrom(undefined, 'json', 'pattern'),
      headers,
    }),
    after: fc.constantFrom(undefined, 'nobody', 'cycle'),
    state: fc.constantFrom(undefined, { name: 's', is: 'start' }, { name: 's', is: 'other' }),
  });
  const request: fc.Arbitrary<HttpRequest> = fc.record({
    method: fc.constantFrom('GET', 'POST'),
    url: address,
    body,
    headers,
  });
  const worldOf = (file: MockFile, played: number): World => ({
    ...createWorld({ startsAt: '2026-03-02T09:00:00Z', mocks: [file] }),
    mocksPlayed: { 1: played },
  });

  it('all fit exactly when it answers', () => {
    fc.assert(
      fc.property(mock, request, fc.nat(2), (file, call, played) => {
        const world = worldOf(file, played);
        const parts = world.mocks.flatMap((mock) => partsOf(world, mock, call, matches));
        const answers = mockFor(world, call, matches) !== undefined;
        expect(
          parts.every(({ fits }) => fits),
          JSON.stringify(parts),
        ).toBe(answers);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the nearest mocks', () => {
  const order = 'https://shop.test/orders/1042';
  const world = createWorld({
    startsAt: '2026-03-02T09:00:00Z',
    mocks: [
      { name: 'Weather', request: { url: 'https://weather.test/now' } },
      { name: 'Order 1042', request: { url: order } },
      { name: 'Any order', request: { method: 'PUT', url: 'https://shop.test/orders/*/address' } },
      {
        name: 'Change of address',
        request: {
          method: 'POST',
          url: `${order}/address`,
          body: '{"street":"Storgata 12","zip":"0150"}',
          bodyMatch: 'json',
        },
      },
    ],
  });
  const body = '{"street":"Storgata 12","zip":"0155"}';
  const found = nearestMocks(world, { method: 'POST', url: `${order}/address`, headers: {}, body }, matches);

  it('come first where least is different; one of another service is none', () => {
    expect(found.map(({ mock, fitting, parts }) => [mock.name, fitting, parts.length])).toEqual([
      ['Change of address', 3, 4],
      ['Any order', 1, 2],
      ['Order 1042', 0, 2],
    ]);
  });

  it('say what differs, and how', () => {
    expect(found[0]?.parts.filter(({ fits }) => !fits)).toEqual([
      { kind: 'body', name: 'zip', fits: false, meant: '0150', came: '0155' },
    ]);
    expect(found[2]?.parts).toEqual([
      { kind: 'method', name: '', fits: false, meant: 'GET', came: 'POST' },
      { kind: 'path', name: '', fits: false, meant: '/orders/1042', came: '/orders/1042/address' },
    ]);
  });
});
