import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mockOffers } from '../../src/scenario/call-mocks.ts';
import { readOutsideCalls } from '../../src/scenario/outside-calls.ts';
import type { OutsideCall } from '../../src/scenario/outside/outside-call.ts';
import { parseMocks } from '../../src/scenario/parse-mocks.ts';
import { writeHar, type HarCall } from '../../src/scenario/write-har.ts';

const creator = { name: 'Rehearsal', version: '1' };

const taken = (text: string): readonly OutsideCall[] => {
  const read = readOutsideCalls(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.calls;
};

const problems = (value: unknown) => {
  const read = readOutsideCalls(typeof value === 'string' ? value : JSON.stringify(value));
  return read.ok ? [] : read.problems;
};

const entry = (request: object, response: object, more: object = {}) => ({
  startedDateTime: '2026-03-02T09:00:00.000Z',
  time: 120.4,
  request: { method: 'GET', url: 'https://shop.test/orders', headers: [], ...request },
  response: { status: 200, headers: [], content: { text: '' }, ...response },
  cache: {},
  timings: {},
  _initiator: { type: 'script' },
  ...more,
});
const har = (...entries: object[]) => JSON.stringify({ log: { version: '1.2', entries, pages: [{}] } });

describe('a HAR file', () => {
  it('gives its calls with what they got, without what is of the wire only', () => {
    const [call] = taken(
      har(
        entry(
          { method: 'post', postData: { mimeType: 'application/json', text: '{"a":1}' } },
          {
            status: 201,
            headers: [
              { name: ':status', value: '201' },
              { name: 'Content-Encoding', value: 'gzip' },
              { name: 'Content-Type', value: 'application/json' },
              { name: 'X-A', value: '1' },
              { name: 'x-a', value: '2' },
            ],
            content: { text: 'eyJiIjoyfQ==', encoding: 'base64' },
          },
        ),
      ),
    );

    expect(call).toEqual({
      name: '',
      call: { method: 'POST', url: 'https://shop.test/orders', headers: {}, body: '{"a":1}' },
      answer: {
        status: 201,
        headers: { 'Content-Type': 'application/json', 'X-A': '1, 2' },
        body: '{"b":2}',
        delay: 120,
      },
    });
  });

  it('gives no answer for a picture, and none for a call that came to nothing', () => {
    const answers = taken(
      har(
        entry({}, { content: { text: 'iVBORw0KGgo=', encoding: 'base64' } }),
        entry({}, { status: 0 }),
        entry({ url: 'data:text/plain,x' }, {}),
      ),
    ).map(({ answer }) => answer);

    expect(answers).toEqual([null, null]);
  });

  it.each([
    ['is no JSON', '{', 'Expected'],
    ['is of another kind', { steps: [] }, 'neither a HAR file'],
    ['has nothing in it', { log: { entries: [] } }, 'no call of HTTP'],
    ['has an entry without a request', { log: { entries: [{ response: { status: 200 } }] } }, 'missing'],
    ['has a list in place of a text', { log: { entries: [entry({ url: [] }, {})] } }, 'must be'],
    ['reaches for prototypes', '{"log":{"entries":[],"__proto__":{}}}', 'not allowed'],
    ['is nested beyond reason', `{"log":${'['.repeat(100)}${']'.repeat(100)}}`, 'Nested deeper'],
  ])('that %s is refused as a whole, and says why', (_, value, message) => {
    expect(problems(value)[0]?.message).toContain(message);
  });

  const text = fc.string({ unit: 'grapheme', maxLength: 20 });
  const headers = fc.dictionary(fc.stringMatching(/^X-[A-Z]{1,5}$/), fc.stringMatching(/^[!-~]{1,10}$/), {
    maxKeys: 3,
  });
  const call: fc.Arbitrary<HarCall> = fc.record({
    at: fc.constant(Date.UTC(2026, 2, 2, 9)),
    call: fc.record({
      method: fc.constantFrom('GET', 'POST', 'DELETE'),
      url: fc.webUrl({ withQueryParameters: true }),
      headers,
      body: text,
    }),
    answer: fc.record({ status: fc.integer({ min: 100, max: 599 }), headers, body: text }),
    took: fc.nat(5000),
    answeredBy: fc.constantFrom('mock', 'recorded'),
    error: fc.constant(''),
    comment: fc.constant('orders, line 33'),
  });

  it('that was written here is read as the same calls', () => {
    fc.assert(
      fc.property(fc.array(call, { minLength: 1, maxLength: 5 }), (calls) => {
        const read = taken(writeHar(calls, creator));
        const same = calls.map(({ call: sent, answer, took }) => ({
          name: '',
          call: sent,
          answer: { ...answer, delay: took },
        }));
        expect(read).toEqual(same);
      }),
    );
  });

  it('that is written has every field that the format requires', () => {
    const [first] = fc.sample(call, 1);
    const { log } = JSON.parse(writeHar(first === undefined ? [] : [first], creator)) as {
      log: { version: string; entries: Record<string, Record<string, unknown>>[] };
    };
    const [written] = log.entries;

    expect(log).toMatchObject({ version: '1.2', creator });
    expect(Object.keys(written ?? {})).toEqual(
      expect.arrayContaining(['startedDateTime', 'time', 'request', 'response', 'cache', 'timings']),
    );
    expect(Object.keys(written?.['request'] ?? {})).toEqual(
      expect.arrayContaining(
        'method url httpVersion cookies headers queryString headersSize bodySize'.split(' '),
      ),
    );
    expect(Object.keys(written?.['response'] ?? {})).toEqual(
      expect.arrayContaining(
        'status statusText httpVersion cookies headers content redirectURL headersSize bodySize'.split(' '),
      ),
    );
    expect(written?.['timings']).toEqual({ send: 0, wait: first?.took, receive: 0 });
  });
});

describe('a collection of Postman', () => {
  const collection = {
    info: { name: 'Shop', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    variable: [{ key: 'host', value: 'https://shop.test' }],
    item: [
      {
        name: 'Orders',
        item: [
          {
            name: 'One order',
            request: {
              method: 'GET',
              url: { raw: '{{host}}/orders/:id?by={{who}}', variable: [{ key: 'id', value: '' }] },
              header: [{ key: 'X-Off', value: '1', disabled: true }],
            },
            response: [
              {
                name: 'Found',
                code: 200,
                header: [{ key: 'Content-Type', value: 'application/json' }],
                body: '{}',
              },
              { name: 'Gone', code: 404, header: null, body: null },
            ],
          },
        ],
      },
      {
        name: 'Book',
        request: {
          method: 'POST',
          url: 'shop.test/orders',
          body: { mode: 'urlencoded', urlencoded: [{ key: 'zip', value: '01 55' }] },
        },
      },
    ],
  };

  it('gives each example, from whatever folder; what no variable fills in is anything', () => {
    expect(taken(JSON.stringify(collection))).toEqual([
      {
        name: 'One order: Found',
        call: { method: 'GET', url: 'https://shop.test/orders/*?by=*', headers: {}, body: '' },
        answer: { status: 200, headers: { 'Content-Type': 'application/json' }, body: '{}', delay: 0 },
      },
      {
        name: 'One order: Gone',
        call: { method: 'GET', url: 'https://shop.test/orders/*?by=*', headers: {}, body: '' },
        answer: { status: 404, headers: {}, body: '', delay: 0 },
      },
      {
        name: 'Book',
        call: { method: 'POST', url: 'http://shop.test/orders', headers: {}, body: 'zip=01%2055' },
        answer: null,
      },
    ]);
  });

  it('becomes a mock for each, and says which are there twice and which have no answer', () => {
    const offers = mockOffers(taken(JSON.stringify(collection)), true);

    expect(offers.map(({ mock, isAnswered, isDouble }) => [mock.name, isAnswered, isDouble])).toEqual([
      ['One order: Found', true, false],
      ['One order: Gone', true, true],
      ['Book', false, false],
    ]);
  });

  it('that hides a list where an object should be is refused', () => {
    expect(problems({ ...collection, item: [{ name: 'x', request: [] }] })).not.toEqual([]);
  });
});

describe('mocks of calls', () => {
  const answered = (status: number, body = '') => entry({}, { status, content: { text: body } });

  it('play what the same call got, in order, without what repeats at the end', () => {
    const offers = mockOffers(taken(har(answered(503), answered(200, 'a'), answered(200, 'a'))), false);

    expect(offers).toEqual([
      {
        mock: {
          request: { method: 'GET', url: 'https://shop.test/orders' },
          responses: [
            { status: 503, delay: 120 },
            { status: 200, body: 'a', delay: 120 },
          ],
        },
        calls: 3,
        isAnswered: true,
        isDouble: false,
      },
    ]);
  });

  it('are mocks of a file, whatever was called', () => {
    const anything = fc.record({
      name: fc.string(),
      call: fc.record({
        method: fc.string({ minLength: 1 }),
        url: fc.webUrl(),
        headers: fc.constant({}),
        body: fc.json(),
      }),
      answer: fc.option(
        fc.record({
          status: fc.integer({ min: 100, max: 599 }),
          headers: fc.constant({ 'X-A': 'b' }),
          body: fc.string(),
          delay: fc.nat(100),
        }),
      ),
    });
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 6 }), fc.boolean(), (calls, apart) => {
        const mocks = mockOffers(calls, apart).map(({ mock }) => mock);
        expect(parseMocks(JSON.stringify(mocks))).toEqual({
          ok: true,
          mocks: JSON.parse(JSON.stringify(mocks)) as unknown,
        });
      }),
    );
  });
});
