import { describe, expect, it } from 'vitest';
import { createWorld } from '../../src/engine/create-world.ts';
import type { RecordedEvent } from '../../src/engine/events.ts';
import { eventText, ruleWords, whyText } from '../../src/ui/event-text.ts';
import { laneOf } from '../../src/ui/timeline/lanes.ts';
import { helpDesk } from './world-file.ts';

const at = '2026-03-02T09:00:00.000Z';
const envelope = { seq: 1, at, step: 1, cause: 0, depth: 0 } as const;
const world = createWorld({
  ...helpDesk,
  folders: [
    {
      name: 'Bot',
      scripts: [
        { id: 7, name: 'bot message received' },
        { id: 8, name: 'guard' },
      ],
    },
  ],
  triggers: [{ id: 1, event: 402, script: 8 }],
});
const message = (more: object): RecordedEvent => ({
  ...envelope,
  type: 'message.saved',
  session: 1,
  message: 1,
  messageType: 1,
  text: 'Hello <b>you</b>\nthere',
  author: 'Eko',
  specialType: 0,
  specialParam: '',
  whenPosted: at,
  ...more,
});
const none = () => undefined;

describe('the lane of an event', () => {
  it('is that of who wrote', () => {
    expect(laneOf(message({ messageType: 2 }), world, none)).toBe('customer');
    expect(laneOf(message({ agent: 1 }), world, none)).toBe('agent');
    expect(laneOf(message({ by: { script: 7, line: 3 } }), world, none)).toBe('bot');
    expect(laneOf(message({ by: { script: 8, line: 3 } }), world, none)).toBe('trigger');
    expect(laneOf(message({ messageType: 3, specialType: 15 }), world, none)).toBe('customer');
  });

  it('is that of the cause when the event has none of its own', () => {
    const change: RecordedEvent = {
      ...envelope,
      seq: 2,
      cause: 1,
      type: 'session.statusChanged',
      session: 1,
      from: 6,
      to: 5,
    };

    expect(laneOf(change, world, () => message({ messageType: 2 }))).toBe('customer');
    expect(laneOf(change, world, none)).toBeUndefined();
  });
});

describe('the line of an event', () => {
  it('puts a message on one line, as text', () => {
    expect(eventText(message({}), world)).toEqual({
      subject: 'message',
      what: 'message.saved',
      detail: 'Eko “Hello you there”',
      bad: false,
    });
  });

  it('shows a status change as old and new status', () => {
    const change: RecordedEvent = { ...envelope, type: 'session.statusChanged', session: 1, from: 4, to: 6 };

    expect(eventText(change, world)).toMatchObject({ from: 4, to: 6, what: '' });
  });

  it('says what a system message means that has no text', () => {
    expect(eventText(message({ text: '', specialType: 10, author: '' }), world).detail).toBe(
      'The agent ended the chat',
    );
  });

  it('marks a failure, with its place', () => {
    const failed: RecordedEvent = {
      ...envelope,
      type: 'script.failed',
      script: 7,
      statements: 1,
      kind: 'TypeError',
      text: 'No such function',
      file: 'bot message received',
      line: 9,
      column: 3,
      stack: [],
    };

    expect(eventText(failed, world)).toMatchObject({
      bad: true,
      detail: 'No such function (bot message received:9)',
    });
    expect(whyText(failed, world)).toEqual({ said: 'Failed at line 9', more: 'No such function' });
  });

  it('falls back on the name of the thing that was saved', () => {
    const [agent] = world.agents;
    if (agent === undefined) throw new Error('There is no agent.');

    expect(eventText({ ...envelope, type: 'agent.saved', agent }, world).detail).toBe('Kari Nord');
  });

  it('explains the rules of status changes, and says nothing of unknown ones', () => {
    expect(ruleWords('T15')).toBe('the customer spoke last');
    expect(ruleWords('T99')).toBe('');
    expect(ruleWords(undefined)).toBe('');
  });
});
