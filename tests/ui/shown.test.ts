import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '../../src/engine/events.ts';
import { createWorld } from '../../src/engine/create-world.ts';
import type { Message } from '../../src/engine/world.ts';
import { draftedSource, sharedStart, sourceDraft } from '../../src/ui/bots/folders/script-names.ts';
import { goesOn } from '../../src/ui/conversation/message-kinds.ts';
import { faqEntryOf } from '../../src/engine/faq-link.ts';
import { tells } from '../../src/ui/timeline/lanes.ts';

const at = '2026-03-02T09:00:00.000Z';
const envelope = { seq: 1, at, step: 1, cause: 0, depth: 0 } as const;

describe('the clock in the timeline', () => {
  const advanced: RecordedEvent = { ...envelope, type: 'clock.advanced', to: at };
  const soon = '2026-03-02T09:00:01.000Z';
  const longBefore = '2026-03-02T08:59:00.000Z';
  const typed = (when: string): RecordedEvent => ({
    ...envelope,
    at: when,
    type: 'typing.changed',
    session: 1,
    who: 'customer',
    typing: true,
  });

  it('is left out where the rows around it tell the time', () => {
    expect(tells(advanced, typed(longBefore), typed(at))).toBe(false);
    expect(tells(advanced, typed(at), typed(soon))).toBe(false);
    expect(tells(advanced, undefined, undefined)).toBe(false);
    expect(tells(typed(at), typed(at), typed(at))).toBe(true);
  });

  it('is kept where it moved on for long and nothing happened', () => {
    expect(tells(advanced, typed(longBefore), typed(soon))).toBe(true);
    expect(tells(advanced, typed(longBefore), undefined)).toBe(true);
  });
});

describe('a script', () => {
  const startOf = (...names: readonly string[]): number => {
    const scripts = names.map((name, index) => ({ id: index + 1, name }));
    const [folder] = createWorld({ startsAt: at, folders: [{ name: 'Bot', scripts }] }).folders;
    return folder === undefined ? -1 : sharedStart(folder);
  };

  it('is listed without the words that all scripts of its folder begin with', () => {
    expect(startOf('echobot register', 'echobot session created', 'echobot session changed')).toBe(8);
    expect(startOf('bot one', 'bot')).toBe(0);
    expect(startOf('hide numbers', 'note messages')).toBe(0);
    expect(startOf('echobot register')).toBe(0);
  });

  it('keeps an emptied text as an unsaved one, and no draft of what is saved', () => {
    for (const source of ['', 'print(1);']) {
      expect(draftedSource(sourceDraft(source, 'print(2);'))).toBe(source);
      expect(draftedSource(sourceDraft(source, source))).toBeUndefined();
    }
  });
});

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
