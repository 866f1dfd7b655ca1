import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { debriefOf, type Debrief } from '../../src/course/debrief.ts';
import { totalsOf } from '../../src/course/debrief-totals.ts';
import { rushOf } from '../../src/course/rush.ts';
import type { EventBody, RecordedEvent } from '../../src/engine/events.ts';

const start = Date.UTC(2026, 2, 2, 9);
const kari = 1;
const ola = 2;

/** A log of what happened in whole seconds after nine. */
function logOf(...all: readonly (readonly [second: number, event: EventBody])[]): readonly RecordedEvent[] {
  return all.map(([second, event], index) => ({
    ...event,
    seq: index + 1,
    step: index + 1,
    cause: 0,
    depth: 0,
    at: new Date(start + second * 1000).toISOString(),
  }));
}

const created = (session: number, name = 'Ada'): EventBody => ({
  type: 'session.created',
  session,
  channel: 1,
  status: 4,
  botActive: false,
  customer: { alias: name, name, email: '', phone: '', company: '', country: '', identified: false },
  queuePosition: 1,
  foundAgents: true,
});
const assigned = (session: number, agent: number): EventBody => ({
  type: 'session.assigned',
  session,
  agent,
});
const unassigned = (session: number, agent: number): EventBody => ({
  type: 'session.unassigned',
  session,
  agent,
});
const status = (session: number, from: number, to: number) =>
  ({ type: 'session.statusChanged', session, from, to }) as EventBody;
const rated = (session: number, rating: number): EventBody => ({ type: 'session.rated', session, rating });
const message = (session: number, agent: number | null): EventBody => ({
  type: 'message.saved',
  session,
  message: 1,
  messageType: agent === null ? 2 : 1,
  text: 'Text',
  author: 'Somebody',
  specialType: 0,
  specialParam: '',
  whenPosted: '',
  ...(agent === null ? {} : { agent }),
});
const warning = (session: number, kind: 'newChat' | 'newMessage', agents: readonly number[]): EventBody => ({
  type: 'warning.raised',
  session,
  kind,
  level: 'agent',
  agents,
});
const transfer = (
  how: 'accepted' | 'rejected' | 'cancelled',
  session: number,
  from: number,
  to: number,
): EventBody => ({
  type: `transfer.${how}`,
  session,
  from,
  to,
});

const debrief = (log: readonly RecordedEvent[], until: number, agent = kari): Debrief =>
  debriefOf(agent, log, start + until * 1000);

describe('the debrief of an agent', () => {
  it('tells of a chat how long the customer stood, the first answer, the longest silence and the stars', () => {
    const log = logOf(
      [0, created(1)],
      [40, assigned(1, kari)],
      [40, status(1, 4, 5)],
      [55, message(1, kari)],
      [60, message(1, null)],
      [70, message(1, null)],
      [120, message(1, kari)],
      [130, status(1, 6, 7)],
      [140, rated(1, 4)],
    );

    const { chats, answers } = debrief(log, 500);

    expect(chats).toEqual([
      {
        session: 1,
        customer: 'Ada',
        takenAt: start + 40_000,
        takenSeq: 2,
        waited: 40_000,
        firstAnswer: { ms: 15_000, from: start + 40_000, seq: 4 },
        longestSilence: { ms: 60_000, from: start + 60_000, seq: 7 },
        messages: 2,
        endedAt: start + 130_000,
        rating: 4,
      },
    ]);
    expect(answers).toEqual([{ session: 1, at: start + 120_000, seq: 7, ms: 60_000 }]);
  });

  it('counts a silence that nobody ended: until now, until the customer has gone, or until the chat was ended', () => {
    const begun = [
      [0, created(1)],
      [1, assigned(1, kari)],
      [1, status(1, 4, 5)],
      [10, message(1, null)],
    ] as const;

    const silenceOf = (log: readonly RecordedEvent[]) => debrief(log, 100).chats[0]?.longestSilence?.ms;

    expect(silenceOf(logOf(...begun))).toBe(90_000);
    expect(silenceOf(logOf(...begun, [30, { type: 'customer.disconnected', session: 1 }]))).toBe(20_000);
    expect(silenceOf(logOf(...begun, [40, status(1, 5, 7)]))).toBe(30_000);
  });

  it('does not lay to an agent what another one left unanswered, and counts what was handed over', () => {
    const log = logOf(
      [0, created(1)],
      [1, assigned(1, ola)],
      [1, status(1, 4, 5)],
      [2, message(1, null)],
      [300, transfer('rejected', 1, ola, kari)],
      [310, unassigned(1, ola)],
      [310, assigned(1, kari)],
      [310, transfer('accepted', 1, ola, kari)],
      [320, message(1, kari)],
    );

    const hers = debrief(log, 400);
    const his = debrief(log, 400, ola);

    expect(hers.chats[0]?.longestSilence?.ms).toBe(10_000);
    expect(hers.received).toEqual({ accepted: 1, rejected: 1, cancelled: 0 });
    expect(his.chats[0]).toMatchObject({
      longestSilence: { ms: 308_000 },
      endedAt: start + 310_000,
      messages: 0,
    });
    expect(his.sent).toEqual({ accepted: 1, rejected: 1, cancelled: 0 });
  });

  it('calls a warning missed when nothing was done about it within a minute', () => {
    const log = logOf(
      [0, created(1)],
      [100, warning(1, 'newChat', [kari, ola])],
      [150, assigned(1, kari)],
      [150, status(1, 4, 5)],
      [160, message(1, null)],
      [200, warning(1, 'newMessage', [kari, ola])],
      [261, message(1, kari)],
      [300, created(2)],
      [400, warning(2, 'newChat', [kari])],
    );

    expect(debrief(log, 430).warnings.map(({ seq, took, missed }) => [seq, took, missed])).toEqual([
      [2, 50_000, false],
      [6, 61_000, true],
      [9, null, false],
    ]);
    expect(debrief(log, 461).warnings.at(-1)?.missed).toBe(true);
    // The chat was not his to answer.
    expect(debrief(log, 461, ola).warnings.map(({ seq }) => seq)).toEqual([2]);
  });

  it('tells how many chats were open and how many waited, each time that changed', () => {
    const log = logOf(
      [0, created(1)],
      [5, created(2)],
      [10, assigned(1, kari)],
      [10, status(1, 4, 5)],
      [20, status(1, 5, 7)],
    );

    expect(debrief(log, 30).load.map(({ at, own, queue }) => [(at - start) / 1000, own, queue])).toEqual([
      [0, 0, 1],
      [5, 0, 2],
      [10, 1, 1],
      [20, 0, 1],
    ]);
  });

  it('puts chats together: the middle and the longest, what was missed, and the mean of the stars', () => {
    const chat = (session: number, first: number, rating: number | null) => ({
      session,
      customer: '',
      takenAt: 0,
      takenSeq: 1,
      waited: null,
      firstAnswer: { ms: first, from: 0, seq: session },
      longestSilence: null,
      messages: 1,
      endedAt: null,
      rating,
    });

    const totals = totalsOf({ chats: [chat(1, 5, 5), chat(2, 50, null), chat(3, 10, 2)], warnings: [] });

    expect(totals).toEqual({
      chats: 3,
      firstAnswer: { middle: 10, longest: { ms: 50, from: 0, seq: 2 } },
      longestSilence: null,
      warnings: 0,
      missed: 0,
      rating: 3.5,
    });
  });

  it('finds the longest silence that somebody with a watch finds who looks each second', () => {
    const acts = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom('customer', 'agent', 'gone')),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(acts, fc.integer({ min: 0, max: 60 }), (list, rest) => {
        let second = 0;
        const timed = list.map(([after, who]) => [(second += after), who] as const);
        const events = timed.map(([at, who]): readonly [number, EventBody] => [
          at,
          who === 'gone'
            ? { type: 'customer.disconnected', session: 1 }
            : message(1, who === 'agent' ? kari : null),
        ]);
        const until = second + rest;
        let longest: number | null = null;
        let unanswered = 0;
        let isAsked = false;
        for (let now = 0; now <= until; now++) {
          if (isAsked) longest = Math.max(longest ?? 0, (unanswered += 1));
          for (const [, who] of timed.filter(([at]) => at === now)) {
            if (who !== 'customer') isAsked = false;
            else if (!isAsked) {
              isAsked = true;
              unanswered = 0;
              longest ??= 0;
            }
          }
        }

        const log = logOf([0, created(1)], [0, assigned(1, kari)], [0, status(1, 4, 5)], ...events);

        expect(debrief(log, until).chats[0]?.longestSilence?.ms ?? null).toBe(
          longest === null ? null : longest * 1000,
        );
      }),
    );
  });
});

describe('a rush hour', () => {
  it('is told by how many stood, how long each stood who was taken, and what was answered in each minute', () => {
    const log = logOf(
      [0, created(1)],
      [10, created(2)],
      [10, created(3)],
      [30, assigned(2, kari)],
      [30, status(2, 4, 5)],
      [40, message(2, kari)],
      [50, status(3, 4, 11)],
      [100, assigned(1, kari)],
      [100, status(1, 4, 5)],
      [130, message(1, kari)],
    );

    const { queue, waits, answers } = rushOf(log, 0);

    expect(queue.map(({ at, length }) => [(at - start) / 1000, length])).toEqual([
      [0, 1],
      [10, 3],
      [30, 2],
      [50, 1],
      [100, 0],
    ]);
    expect(waits.map(({ seq, ms }) => [seq, ms])).toEqual([
      [4, 20_000],
      [8, 100_000],
    ]);
    expect(answers.map(({ count }) => count)).toEqual([1, 0, 1]);
    expect(rushOf(log, 3)).toEqual({ queue: [], waits: [], answers: [] });
  });
});
