import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../../src/engine/create-world.ts';
import type { MockFile } from '../../../../src/engine/definition.ts';
import { mockFor as matching } from '../../../../src/engine/mock-match.ts';
import { nearestMocks } from '../../../../src/engine/nearest-mocks.ts';
import type { HttpRequest } from '../../../../src/engine/script-call.ts';
import { matchesPattern } from '../../../../src/ui/bots/http/budgeted.ts';
import { answerOfText, faultOf, readAnswer } from '../../../../src/ui/bots/http/answer-draft.ts';
import { freshResponse } from '../../../../src/ui/bots/http/mock-draft.ts';
import { mockFor, widenedMock } from '../../../../src/ui/bots/http/widen.ts';
import { readRawAnswer } from '../../../../src/scenario/raw-answer.ts';

const call: HttpRequest = {
  method: 'POST',
  url: 'https://shop.example/orders/1042/address?by=web',
  headers: { 'Content-Type': 'application/json' },
  body: '{"street":"Storgata 12","zip":"0155"}',
};
const worldOf = (mock: MockFile) => createWorld({ startsAt: '2026-03-02T09:00:00Z', mocks: [mock] });
const widened = (mock: MockFile, request = call) => {
  const [near] = nearestMocks(worldOf(mock), request, matchesPattern);
  return near === undefined ? null : widenedMock(near, request);
};

describe('a mock that is widened', () => {
  it.each<[string, MockFile['request'], Partial<MockFile['request']>]>([
    [
      'a field of its body',
      { method: 'POST', url: call.url, body: '{"street":"Storgata 12","zip":"0150"}', bodyMatch: 'json' },
      { body: '{"street":"Storgata 12"}' },
    ],
    [
      'a part of its path',
      { method: 'POST', url: 'https://shop.example/orders/77/address?by=web' },
      { url: 'https://shop.example/orders/*/address?by=web' },
    ],
    [
      'a value of its query',
      { method: 'POST', url: 'https://shop.example/orders/1042/address?by=app' },
      { url: 'https://shop.example/orders/1042/address?by=*' },
    ],
    [
      'what is behind its path',
      { method: 'POST', url: 'https://shop.example/orders/1042' },
      { url: 'https://shop.example/orders/1042*' },
    ],
    ['a header', { method: 'POST', url: call.url, headers: { 'X-Key': 'a' } }, { headers: undefined }],
    ['a body that is no JSON', { method: 'POST', url: call.url, body: 'plain' }, { body: '' }],
  ])('leaves %s open', (_, request, becomes) => {
    expect(widened({ request })?.mock.request).toMatchObject(becomes);
  });

  it('is none where it is about something else', () => {
    expect(widened({ request: { method: 'GET', url: call.url } })).toBeNull();
    expect(
      widened({ request: { method: 'POST', url: call.url }, state: { name: 'order', is: 'sent' } }),
    ).toBeNull();
  });

  it('answers the call from then on, whatever differed', () => {
    const word = fc.constantFrom('a', 'b', 'c');
    const url = fc
      .tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.array(fc.tuple(word, word), { maxLength: 2 }))
      .map(
        ([path, query]) =>
          `https://shop.example/${path.join('/')}${query.length === 0 ? '' : `?${query.map((pair) => pair.join('=')).join('&')}`}`,
      );
    const body = fc.oneof(
      fc.constantFrom('', 'x', 'y'),
      fc.dictionary(word, word, { maxKeys: 2 }).map((fields) => JSON.stringify(fields)),
    );
    const request = fc.record({
      method: fc.constant('POST'),
      url,
      body,
      bodyMatch: fc.constantFrom(undefined, 'json' as const),
      headers: fc.dictionary(word, word, { maxKeys: 1 }),
    });
    fc.assert(
      fc.property(request, request, (pattern, made) => {
        const asked = { method: 'POST', url: made.url, headers: made.headers, body: made.body };
        const wide = widened({ request: pattern }, asked);
        if (wide === null) return;
        expect(matching(worldOf(wide.mock), asked, matchesPattern)).toBeDefined();
      }),
      { numRuns: 2000 },
    );
  });

  it('is a new one for a call to which none comes near, and answers it', () => {
    const made = mockFor(call, [{ status: 200 }]);

    expect(made.request).toMatchObject({ bodyMatch: 'json' });
    expect(matching(worldOf(made), call, matchesPattern)).toBeDefined();
  });
});

describe('an answer by hand', () => {
  it('is recorded as it is written, with the time that it takes', () => {
    const draft = { ...freshResponse, status: '201', delay: '1.5', body: '{}' };

    expect(readAnswer(draft, call)).toMatchObject({
      ok: true,
      answer: {
        method: 'POST',
        url: call.url,
        status: 201,
        headers: { 'content-type': 'application/json' },
        body: '{}',
        delay: 1500,
      },
    });
  });

  it('is what was pasted', () => {
    const draft = answerOfText(readRawAnswer('HTTP/1.1 503 Busy\r\nRetry-After: 5\r\n\r\nbusy'));

    expect(readAnswer(draft, call)).toMatchObject({
      ok: true,
      answer: { status: 503, headers: { 'Retry-After': '5' }, body: 'busy' },
    });
  });

  it('goes wrong as a mock does', () => {
    expect(faultOf('timeout', call)).toMatchObject({
      error: 'timeout: no answer within 30 s',
      delay: 30_000,
    });
    expect(faultOf('connection', call)).toMatchObject({ error: 'could not connect to shop.example' });
    expect(readAnswer({ ...freshResponse, fault: 'malformed', body: '{"a":1}' }, call)).toMatchObject({
      answer: { status: 200, body: '{"a' },
    });
  });

  it('says what is wrong with it, and in which field', () => {
    expect(readAnswer({ ...freshResponse, status: 'fine' }, call)).toMatchObject({ ok: false, at: 'status' });
  });
});
