import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '../../../src/engine/events.ts';
import { createWorld } from '../../../src/engine/create-world.ts';
import { laneOf, type LanedEvent } from '../../../src/ui/timeline/lanes.ts';
import { passesFilter, wide } from '../../../src/ui/timeline/timeline-filter.ts';
import { foundRows, moments, rowsOf, telling } from '../../../src/ui/timeline/steps.ts';
import { helpDesk } from '../world-file.ts';

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
  text: 'Hello',
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

/** Trigger 402 runs, Ada's message is saved, the bot's script answers; a second later Ada types. */
const ran = { script: 8, name: 'guard', role: 'trigger', eventType: 402, session: 1 } as const;
const bot = { script: 7, name: 'bot message received', role: 'messageReceived', session: 1 } as const;
const events: readonly RecordedEvent[] = [
  { ...envelope, seq: 1, type: 'script.started', ...ran },
  { ...envelope, seq: 2, type: 'script.finished', script: 8, statements: 3, session: 1 },
  message({ seq: 3, messageType: 2, author: 'Ada', text: 'Order 1042' }),
  {
    ...envelope,
    seq: 4,
    cause: 3,
    type: 'session.statusChanged',
    session: 1,
    from: 6,
    to: 5,
    rule: 'T15',
  },
  { ...envelope, seq: 5, cause: 3, type: 'script.started', ...bot },
  message({ seq: 6, cause: 5, depth: 1, message: 2, by: { script: 7, line: 3 } }),
  {
    ...envelope,
    seq: 7,
    step: 2,
    at: '2026-03-02T09:00:01.000Z',
    type: 'typing.changed',
    session: 2,
    who: 'customer',
    typing: true,
  },
];
const laned: readonly LanedEvent[] = events.map((event) => ({
  event,
  lane: laneOf(event, world, (seq) => events[seq - 1]),
}));
const seqs = (rows: readonly { readonly laned: LanedEvent }[]) => rows.map((row) => row.laned.event.seq);
const shown = telling(laned, false);

describe('the timeline', () => {
  it('hides typing and the ends of scripts unless asked', () => {
    expect(shown.map(({ event }) => event.seq)).toEqual([1, 3, 4, 5, 6]);
    expect(telling(laned, true).map(({ event }) => event.seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('folds what followed under what was done, with its count, also what a trigger did before', () => {
    const [row, ...others] = rowsOf(moments(shown), () => false);

    expect(others).toEqual([]);
    expect(row).toMatchObject({ laned: { event: { seq: 3 } }, count: 4, unfolded: false, level: 0 });
    expect(row).toMatchObject({ to: 5, failed: false });
  });

  it('unfolds it in the order in which it happened, as deep as scripts called each other', () => {
    const rows = rowsOf(moments(shown), () => true);

    expect(seqs(rows)).toEqual([3, 1, 4, 5, 6]);
    expect(rows.map(({ level }) => level)).toEqual([0, 1, 1, 1, 2]);
  });

  it('keeps what timers did in a step apart from what its input did', () => {
    const soon = events.map((event) =>
      event.seq < 3 ? event : { ...event, at: '2026-03-02T09:00:05.000Z' },
    );
    const two = moments(soon.map((event) => ({ event, lane: undefined })));

    expect(two.map(({ head, rest }) => [head.event.seq, rest.length])).toEqual([
      [1, 1],
      [3, 3],
      [7, 0],
    ]);
  });

  it('is narrowed to a session, an actor, a script and words of the sentence, the type or the rule', () => {
    const found = (sieve: object) =>
      seqs(
        foundRows(
          laned.filter((one) =>
            passesFilter(one, { ...wide, ...sieve }, (event) =>
              'author' in event ? `${event.author} wrote` : '',
            ),
          ),
        ),
      );

    expect(found({ session: 2 })).toEqual([7]);
    expect(found({ lane: 'trigger' })).toEqual([1, 2]);
    expect(found({ script: 7 })).toEqual([5, 6]);
    expect(found({ text: '  ADA wrote ' })).toEqual([3]);
    expect(found({ text: 'statuschanged' })).toEqual([4]);
    expect(found({ text: 't15' })).toEqual([4]);
    expect(found({ text: 'ada', session: 2 })).toEqual([]);
    expect(found({})).toHaveLength(events.length);
  });
});
