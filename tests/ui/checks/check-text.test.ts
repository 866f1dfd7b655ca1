import { describe, expect, it } from 'vitest';
import type { CheckExpectation } from '../../../src/protocol/course-api.ts';
import type { ScenarioFile } from '../../../src/scenario/format.ts';
import { castOf } from '../../../src/ui/checks/cast.ts';
import { checkSentence, spanText } from '../../../src/ui/checks/check-text.ts';

const scenario: Pick<ScenarioFile, 'world' | 'steps'> = {
  world: { startsAt: '2026-03-02T09:00:00Z' },
  steps: [
    { input: { type: 'customer.connects', channel: 1, customer: { alias: 'Ada' } } },
    { input: { type: 'customer.connects', channel: 99 }, expect: [{ refused: true }] },
    { input: { type: 'customer.connects', channel: 1 } },
    { input: { type: 'customer.submitsForm', session: 2, form: 'preChat', fields: { name: 'Bo Lind' } } },
  ],
};
const cast = {
  ...castOf(scenario),
  agents: [
    { id: 1, name: 'Kari Nord' },
    { id: 2, name: 'Odd Dahl' },
  ],
  webhooks: [{ id: 3, name: 'Ticket system' }],
  folders: [{ scripts: [{ id: 7, name: 'Parcel, message received' }] }],
};

describe('a check as a sentence', () => {
  it.each<[CheckExpectation | readonly CheckExpectation[], string]>([
    [{ event: 'session.statusChanged', session: 1, to: 4 }, 'Ada’s status becomes 4 In queue'],
    [{ event: 'message.saved', session: 1, author: 'Parcel' }, 'Parcel says something'],
    [
      { event: 'message.saved', author: 'Parcel', text: { matches: '^Order \\d+ is on its way\\.$' } },
      'Parcel says “Order … is on its way.”',
    ],
    [
      { event: 'message.saved', session: 2, author: 'Parcel', text: { contains: 'order' } },
      'Parcel says “… order …”',
    ],
    [{ no: { event: 'message.saved', author: 'Parcel' } }, 'Parcel says nothing more'],
    [{ no: { event: 'message.saved', session: 1 } }, 'Nothing more is said'],
    [{ no: { event: 'session.assigned', session: 2, agent: 1 } }, 'Without: Kari Nord takes Bo Lind’s chat'],
    [{ event: 'session.assigned', session: 2, agent: 1 }, 'Kari Nord takes Bo Lind’s chat'],
    [{ event: 'transfer.rejected', from: 1, to: 2 }, 'Odd Dahl does not take over from Kari Nord'],
    [
      { event: 'webhook.queued', webhook: 3, eventName: 'chatsession.created' },
      'Ticket system gets chatsession.created',
    ],
    [{ event: 'presence.changed', agent: 2, present: false }, 'Odd Dahl is away'],
    [{ status: 7, session: 1 }, 'Ada’s status is 7 Finished'],
    [{ covered: { script: 7, atLeast: 0.8 } }, 'At least 80 % of Parcel, message received has run'],
    [
      [
        { event: 'session.botDeactivated', session: 1 },
        { event: 'session.statusChanged', session: 1, to: 4 },
      ],
      'The bot hands Ada over, then Ada’s status becomes 4 In queue',
    ],
    [{ session: { id: 1, botActive: false } }, 'The bot is off for Ada'],
    [{ session: { id: 2, agent: 1 } }, 'Kari Nord has Bo Lind’s chat'],
    [{ session: { id: 2, agent: 0 } }, 'No agent has Bo Lind’s chat'],
    [{ session: { id: 1, rating: 5 } }, 'The session of Ada has rating 5'],
    [{ queue: [1, 2] }, 'In the queue: Ada, Bo Lind'],
  ])('%j', (expected, sentence) => {
    expect(checkSentence({ expect: expected }, cast)).toBe(sentence);
  });

  it('says after which check, and within how long', () => {
    const expected = { event: 'session.assigned', session: 1, agent: 1 };
    expect(checkSentence({ expect: expected, from: 'Ada waits', within: '2m' }, cast)).toBe(
      'Kari Nord takes Ada’s chat after “Ada waits” within 2\u00a0minutes',
    );
  });

  it('leaves a span as it is written where it is of no kind that it knows', () => {
    expect(['1s', '200ms', '3h', 'soon'].map(spanText)).toEqual([
      '1\u00a0second',
      '200\u00a0ms',
      '3\u00a0hours',
      'soon',
    ]);
  });
});
