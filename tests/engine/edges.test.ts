import { describe, expect, it } from 'vitest';
import type { WorldFile } from '../../src/engine/definition.ts';
import type { ScriptCall } from '../../src/engine/script-call.ts';
import { nextTimer } from '../../src/engine/timers.ts';
import { after, committed, connects, ofType, take, worldWith, writes } from './given.ts';
import { runTinyScript } from './tiny-scripts.ts';

const trigger = (event: 400 | 401 | 402 | 403, source: string): Partial<WorldFile> => ({
  folders: [{ name: 'T', scripts: [{ id: 9, name: 'trigger', source }] }],
  triggers: [{ id: 1, event, script: 9 }],
  channels: [{ id: 1, name: 'Help', members: [{ agent: 1 }], postChatForm: { enabled: true } }],
});

describe('the limit of events', () => {
  it('holds for a webhook script that posts to its own session without end', () => {
    const world = worldWith(
      { created: '' },
      {
        folders: [{ name: 'T', scripts: [{ id: 9, name: 'handler', source: 'post 1 again' }] }],
        webhooks: [
          {
            id: 1,
            name: 'H',
            type: 'crmscript',
            url: 'handler',
            events: ['chatsession.message', 'chatsession.created'],
          },
        ],
        channels: [{ id: 1, name: 'Help', members: [{ agent: 1 }] }],
      },
    );

    const { events } = committed(take(world, connects));

    expect(events.length).toBeLessThan(1100);
  });

  it('holds for a thousand triggers of one event, and is said once', () => {
    const world = worldWith(
      { created: '' },
      {
        folders: [{ name: 'T', scripts: [{ id: 9, name: 'trigger', source: 'print x' }] }],
        triggers: Array.from({ length: 1000 }, (_, index) => ({
          id: index + 1,
          event: 400 as const,
          script: 9,
        })),
      },
    );

    const { events } = committed(take(world, connects));

    expect(events.length).toBeLessThan(1100);
    expect(ofType(events, 'hint.raised')).toHaveLength(1);
  });
});

describe('the clock', () => {
  it.each([9e15, 1.5])('does not go to %s', (to) => {
    const world = worldWith({});

    expect(take(world, connects, { at: world.now + to })).toMatchObject({
      kind: 'refused',
    });
    expect(take(world, { type: 'clock.advances', by: to })).toMatchObject({ kind: 'refused' });
  });

  it('leaves no timer behind that had nothing to tell', () => {
    const waiting = after(
      worldWith({ created: '' }),
      connects,
      { type: 'agent.setsPresence', agent: 1, present: false },
      { type: 'clock.advances', by: 120_000 },
    );

    expect(nextTimer(waiting)).toBeGreaterThan(waiting.now);
    const back = committed(take(waiting, { type: 'agent.setsPresence', agent: 1, present: true }));
    expect(ofType(back.events, 'warning.raised')).toEqual([]);
  });
});

describe('a channel', () => {
  it('with an unknown time zone is not saved', () => {
    const channel = { id: 1, name: 'Help', properties: { openingHours: { timeZone: 'Mars/Olympus' } } };

    expect(take(worldWith({}), { type: 'admin.savesChannel', channel })).toMatchObject({
      kind: 'refused',
      reason: { code: 'no-time-zone', params: { timeZone: 'Mars/Olympus' } },
    });
  });

  it('whose bot is turned off says which chats it leaves alone (Q43)', () => {
    const talking = after(worldWith({}), connects);

    const { events } = committed(
      take(talking, { type: 'admin.savesChannel', channel: { id: 1, name: 'Help' } }),
    );

    expect(ofType(events, 'hint.raised')[0]?.hint).toEqual({
      code: 'bot-has-chats',
      params: { sessions: [1] },
    });
  });
});

describe('triggers', () => {
  it('run all when one of them blocks where nothing can be blocked (§5.2)', () => {
    const world = worldWith(
      {},
      {
        folders: [{ name: 'T', scripts: [{ id: 9, name: 'trigger', source: 'block' }] }],
        triggers: [
          { id: 1, event: 403, script: 9 },
          { id: 2, event: 403, script: 9 },
        ],
        channels: [{ id: 1, name: 'Help', members: [{ agent: 1 }] }],
      },
    );

    const { events } = committed(take(after(world, connects), writes('hi')));

    expect(ofType(events, 'script.started')).toHaveLength(2);
  });

  it('that close the session before a message is saved block it, and the event says so', () => {
    const closed = after(worldWith({}, trigger(402, 'status 9')), connects);

    const { world, events } = committed(take(closed, writes('too late')));

    expect(ofType(events, 'message.saved')).toEqual([]);
    expect(ofType(events, 'message.blocked')).toMatchObject([
      { text: 'too late', trigger: 1, reason: { code: 'closed-meanwhile', params: {} } },
    ]);
    expect(world.sessions.get(1)?.status).toBe(9);
  });

  it('whose status change is changed again tell each webhook its own status', () => {
    const world = worldWith(
      {},
      {
        ...trigger(401, 'when 11 status 9'),
        webhooks: [{ id: 1, name: 'H', events: ['chatsession.changed'] }],
      },
    );

    const { events } = committed(take(after(world, connects), { type: 'customer.leaves', session: 1 }));

    const told = ofType(events, 'webhook.queued').map(
      ({ payload }) => (JSON.parse(payload) as { FieldValues: { status: number } }).FieldValues.status,
    );
    expect(told.toSorted((a, b) => a - b)).toEqual([9, 11]);
  });
});

describe('what is not shown', () => {
  it('cannot be submitted: the post-chat form after the offline form (Q10)', () => {
    const world = worldWith({}, { ...trigger(400, ''), agents: [{ id: 1, name: 'Kari', present: false }] });
    const dismissed = after(world, connects, { type: 'customer.dismissesForm', session: 1, form: 'offline' });

    expect(dismissed.sessions.get(1)?.status).toBe(7);
    expect(
      take(dismissed, { type: 'customer.submitsForm', session: 1, form: 'postChat', rating: 5 }),
    ).toMatchObject({
      kind: 'refused',
    });
  });

  it('cannot be clicked: options that are still delayed (rulings 16)', () => {
    const delayed = after(worldWith({ created: 'later 60 ["A","B"]' }), connects);
    const clicks = { type: 'customer.clicksOption', session: 1, message: 1, option: 'A' } as const;

    expect(take(delayed, clicks)).toMatchObject({ kind: 'refused' });
    expect(take(delayed, clicks, { at: delayed.now + 60_000 })).toMatchObject({ kind: 'committed' });
  });
});

it('a webhook is stopped by the ninth failure in a row, whichever event it belonged to (T89)', () => {
  const world = worldWith(
    { created: '' },
    {
      webhooks: [{ id: 1, name: 'H', events: ['chatsession.created'], responses: [500] }],
      channels: [{ id: 1, name: 'Help', members: [{ agent: 1 }] }],
    },
  );
  const queued = after(world, connects, connects, connects, connects, connects);

  const { world: later, events } = committed(take(queued, { type: 'clock.advances', by: 10_000 }));

  expect(5 + ofType(events, 'webhook.attempted').length).toBe(9);
  expect(later.webhooks[0]?.state).toBe(3);
});

it('properties of a webhook are appended and replace nothing', () => {
  const world = worldWith(
    { created: '' },
    {
      webhooks: [
        { id: 1, name: 'H', events: ['chatsession.created'], properties: { PrimaryKey: 99, shop: 'a' } },
      ],
    },
  );

  const { events } = committed(take(world, connects));

  expect(JSON.parse(ofType(events, 'webhook.queued')[0]?.payload ?? '')).toMatchObject({
    PrimaryKey: 1,
    shop: 'a',
  });
});

it('tells scripts -1 for the user while no agent has the session', () => {
  const world = worldWith({ created: '', received: '' });
  const seen: string[] = [];
  const run = (call: ScriptCall) => {
    seen.push(new Map(call.inputs()).get('chatSession.userId') ?? '');
    return runTinyScript(call);
  };

  take(after(world, connects), writes('hi'), {}, run);

  expect(new Set(seen)).toEqual(new Set(['-1']));
});
