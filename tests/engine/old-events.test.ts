import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '../../src/engine/events.ts';
import { modernEvent, modernSaid } from '../../src/engine/old-events.ts';

const envelope = { seq: 7, at: '2026-03-02T09:00:00.000Z', step: 2, cause: 6, depth: 1, session: 1 };
const text = (said: string) => ({ code: 'text', params: { text: said } });
const place = { kind: 'NullError', file: 'bot', line: 9, column: 4, stack: [], script: 2, statements: 3 };
const call = { method: 'GET', url: 'https://example.org/x', answeredBy: 'nobody' };
const blocked = { text: 'hi', messageType: 2, author: 'Ada', specialType: 0, trigger: 1 };

describe('an event of a build whose log spoke English', () => {
  it.each([
    [
      { type: 'hint.raised', text: 'Shorten it.' },
      { type: 'hint.raised', hint: text('Shorten it.') },
    ],
    [
      { type: 'script.failed', text: 'x is NULL', ...place },
      { type: 'script.failed', failure: text('x is NULL'), ...place },
    ],
    [
      { type: 'http.called', error: 'offline', ...call },
      { type: 'http.called', failure: text('offline'), ...call },
    ],
    [
      { type: 'message.blocked', reason: 'No cards.', ...blocked },
      { type: 'message.blocked', reason: text('No cards.'), ...blocked },
    ],
  ])('is read as one of today: $type', (old, modern) => {
    expect(modernEvent({ ...old, ...envelope } as never)).toEqual({ ...modern, ...envelope });
  });

  it('is itself when it is of today, or says nothing', () => {
    const events = [
      { type: 'hint.raised', hint: text('x') },
      { type: 'script.failed', failure: text('x'), ...place },
      { type: 'http.called', status: 200, ...call },
      { type: 'message.blocked', ...blocked },
      { type: 'message.blocked', reason: text('x'), ...blocked },
      { type: 'script.printed', text: 'x', channel: 'print' },
    ].map((event) => ({ ...event, ...envelope }) as unknown as RecordedEvent);

    for (const event of events) expect(modernEvent(event)).toBe(event);
  });

  it('gave a sentence where a reason stands now', () => {
    const reason = { code: 'no-agent', params: { agent: 9 } };

    expect(modernSaid('There is no agent 9.')).toEqual(text('There is no agent 9.'));
    expect(modernSaid(reason)).toBe(reason);
  });
});
