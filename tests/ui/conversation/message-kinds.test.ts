import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/engine/world.ts';
import { goesOn } from '../../../src/ui/conversation/message-kinds.ts';
import { faqEntryOf } from '../../../src/engine/faq-link.ts';

const at = '2026-03-02T09:00:00.000Z';

describe('a message', () => {
  const message = (more: Partial<Message>): Message => ({
    id: 1,
    session: 1,
    type: 2,
    text: 'hi',
    author: 'Ada',
    sender: 'customer',
    specialType: 0,
    specialParam: '',
    whenPosted: Date.parse(at),
    agent: 0,
    ...more,
  });

  it('names its author and minute once for several in a row', () => {
    const first = message({});

    expect(goesOn(message({ whenPosted: first.whenPosted + 59_000 }), first)).toBe(true);
    expect(goesOn(message({ whenPosted: first.whenPosted + 60_000 }), first)).toBe(false);
    expect(goesOn(message({ author: 'Eko', sender: 'bot', type: 1 }), first)).toBe(false);
    expect(goesOn(message({}), message({ type: 3, sender: 'system', specialType: 10 }))).toBe(false);
    expect(goesOn(first, undefined)).toBe(false);
  });

  it('leads to an entry of the FAQ by the address of Customer Centre alone', () => {
    expect(faqEntryOf('https://customer-center.example/faq/12')).toBe(12);
    expect(faqEntryOf('https://customer-center.example/faq/12?x')).toBe(0);
    expect(faqEntryOf('https://example.com/faq/12')).toBe(0);
  });
});
