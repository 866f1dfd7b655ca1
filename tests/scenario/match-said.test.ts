import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '../../src/engine/events.ts';
import { matchesRegexp } from '../../src/cli/matcher.ts';
import { isSuch, nearestText } from '../../src/scenario/expect-events.ts';

const envelope = { seq: 7, at: '2026-03-02T09:00:00.000Z', step: 2, cause: 6, depth: 1 };
const call: RecordedEvent = {
  ...envelope,
  type: 'http.called',
  method: 'GET',
  url: 'https://example.org/x',
  answeredBy: 'nobody',
  failure: { code: 'no-mock-for', params: { method: 'GET', url: 'https://example.org/x' } },
};
const hint: RecordedEvent = {
  ...envelope,
  type: 'hint.raised',
  hint: { code: 'special-param-long', params: { length: 300, limit: 255 } },
};
const such = (event: RecordedEvent, fields: object) =>
  isSuch(event, { event: event.type, ...fields }, matchesRegexp);

describe('what an event says', () => {
  it.each([
    { hint: 'special-param-long' },
    { hint: 'at most 255' },
    { hint: { code: 'special-param-long' } },
    { hint: { params: { length: 300 } } },
    { 'hint.params.limit': 255 },
    { hint: { contains: 'has 300 characters' } },
    { hint: { matches: '[0-9]+ characters' } },
    { hint: { not: 'options' } },
  ])('is expected by code, by parameters or by words: %j', (fields) => {
    expect(such(hint, fields)).toBe(true);
  });

  it.each([
    { hint: 'special-param' },
    { hint: 'at most 256' },
    { hint: { code: 'special-param-long', params: { length: 301 } } },
    { hint: { contains: 'AT MOST' } },
    { hint: { not: 'special-param-long' } },
  ])('is not as %j says', (fields) => {
    expect(such(hint, fields)).toBe(false);
  });

  it('is found by files that are older than the codes', () => {
    expect(such(hint, { text: { contains: 'at most 255 (chat_message.special_param)' } })).toBe(true);
    expect(such(hint, { text: { contains: 'at most 256' } })).toBe(false);
    expect(such(call, { error: 'offline: no mock for GET https://example.org/x' })).toBe(true);
    expect(such(call, { error: { not: { contains: 'offline' } } })).toBe(false);
  });

  it('is told in words where it is another than was expected', () => {
    const text = nearestText([call], { event: 'http.called', failure: 'timeout' }, matchesRegexp);

    expect(text).toBe('Nearest is event 7: its failure is "offline: no mock for GET https://example.org/x".');
  });
});
