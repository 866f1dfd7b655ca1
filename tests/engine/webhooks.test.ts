import { describe, expect, it } from 'vitest';
import type { WebhookFile } from '../../src/engine/definition.ts';
import type { RecordedEvent } from '../../src/engine/events.ts';
import { signatureOf } from '../../src/engine/rules/webhook-request.ts';
import type { World } from '../../src/engine/world.ts';
import { after, committed, connects, ofType, take, worldWith, writes } from './given.ts';

it('signs the exact body with HMAC-SHA256 in base64 (T88)', () => {
  const body =
    '{"EventId":"5d0f2c1e-7a44-4d0b-9a51-0c6f6f3b2a10","Timestamp":"2025-03-04T09:15:02.1234567Z","Changes":[],"Event":"chatsession.created","PrimaryKey":4711,"Entity":"chatsession","ContextIdentifier":"Default","ChangedByAssociateId":0,"WebhookName":"Workshop hook","FieldValues":{"alertLevel":0,"chatbotIsactive":true,"consented":false,"contactId":0,"customerAlias":"Ada","customerId":0,"projectId":0,"rating":0,"saleId":0,"status":1,"ticketId":0,"topicId":3,"userId":0}}';

  expect(body).toHaveLength(468);
  expect(signatureOf('workshop-secret', body)).toBe('A8bRVHcqpsy6VGEOQtxCYjVSdiOSZFFCxJU7cYtuDX0=');
});

const hook = (more: Partial<WebhookFile> = {}): WebhookFile => ({
  id: 1,
  name: 'Hook',
  url: 'https://example.com/hook',
  events: ['chatsession.message'],
  ...more,
});
const monitor: WebhookFile = {
  id: 2,
  name: 'Monitor',
  url: 'https://example.com/monitor',
  events: ['Webhook1.Started', 'webhook1.stopped', 'webhook1.errors'],
};

const worldOf = (...webhooks: WebhookFile[]) =>
  after(worldWith({ created: '', received: '' }, { webhooks }), connects);

/** Everything that happens in the next ten seconds. */
const later = (world: World) => committed(take(world, { type: 'clock.advances', by: 10_000 }));
const told = (events: readonly RecordedEvent[]) =>
  ofType(events, 'webhook.queued')
    .filter(({ webhook }) => webhook === monitor.id)
    .map(({ eventName, payload }) => [eventName, JSON.parse(payload) as object]);

describe('a target that is gone for good (410)', () => {
  it('is called once and never again, and those who listen hear of it', () => {
    const written = committed(take(worldOf(hook({ responses: [410] }), monitor), writes('a')));

    expect(ofType(written.events, 'webhook.stateChanged')).toMatchObject([{ webhook: 1, from: 1, to: 3 }]);
    expect(told(written.events)).toMatchObject([
      [
        'webhook1.errors',
        { Event: 'webhook.errors', Entity: 'webhook', PrimaryKey: 1, FieldValues: { state: 3, events: 1 } },
      ],
    ]);
    const calm = later(written.world);
    expect(ofType(calm.events, 'webhook.attempted')).toEqual([]);
    const again = committed(take(calm.world, writes('b')));
    expect(ofType(again.events, 'webhook.queued')).toEqual([]);
  });

  it('differs from one that fails now, which is tried three times and stays active', () => {
    const written = committed(take(worldOf(hook({ responses: [500] }), monitor), writes('a')));
    const { world, events } = later(written.world);

    expect(ofType(events, 'webhook.attempted').map(({ attempt }) => attempt)).toEqual([2, 3]);
    expect(world.webhooks[0]?.state).toBe(1);
  });
});

describe('the state of a webhook', () => {
  it('is told when somebody stops it and starts it again, not when it stays as it is', () => {
    const saves = (state: 1 | 2) => ({ type: 'admin.savesWebhook', webhook: hook({ state }) }) as const;
    const world = worldOf(hook(), monitor);
    const same = committed(take(world, saves(1)));
    const stopped = committed(take(same.world, saves(2)));
    const started = committed(take(stopped.world, saves(1)));

    expect([same, stopped, started].map(({ events }) => told(events).map(([name]) => name))).toEqual([
      [],
      ['webhook1.stopped'],
      ['webhook1.started'],
    ]);
  });

  it('is told after nine failures in a row', () => {
    let world = worldOf(hook({ responses: ['timeout'] }), monitor);
    const names: unknown[] = [];
    for (const text of ['a', 'b', 'c']) {
      const written = committed(take(world, writes(text)));
      const calm = later(written.world);
      names.push(...told([...written.events, ...calm.events]).map(([name]) => name));
      ({ world } = calm);
    }

    expect(names).toEqual(['webhook1.errors']);
  });
});

describe('the request of a webhook', () => {
  it('shows its headers in the event: the product’s own, the signature, then those of the webhook', () => {
    const headers = { Authorization: 'Bearer 1', 'x-superoffice-event': 'mine' };
    const { events } = committed(
      take(
        worldOf(hook({ secret: 's', headers }), hook({ id: 3, type: 'crmscript', url: 'none' })),
        writes('a'),
      ),
    );
    const [queued, script] = ofType(events, 'webhook.queued');

    expect(queued?.headers).toEqual({
      'Content-Type': 'application/json; charset=utf-8',
      'User-Agent': expect.stringMatching(/^NetServer-Webhook\//) as string,
      'X-SuperOffice-Event': 'chatsession.message',
      'X-SuperOffice-EventId': queued?.eventId,
      'X-SuperOffice-Retry': '0',
      'X-SuperOffice-Signature': queued?.signature,
      Authorization: 'Bearer 1',
    });
    expect(script).toMatchObject({ webhook: 3 });
    expect(script).not.toHaveProperty('headers');
  });

  it('says that it is a test when the webhook is saved', () => {
    const { events } = committed(take(worldOf(), { type: 'admin.savesWebhook', webhook: hook() }));

    expect(ofType(events, 'webhook.queued')[0]?.headers).toMatchObject({
      'X-Hook-Test': 'true',
      'X-SuperOffice-Event': 'test',
    });
  });
});

describe('sending again', () => {
  const resends = (eventId: string) => ({ type: 'admin.resendsWebhook', webhook: 1, eventId }) as const;
  const queuedIn = (events: readonly RecordedEvent[]) => ofType(events, 'webhook.queued');

  it('sends the same bytes with the same EventId, signed and addressed as the webhook is set now', () => {
    const written = committed(take(worldOf(hook({ secret: 'old' })), writes('a')));
    const [first] = queuedIn(written.events);
    const world = after(written.world, {
      type: 'admin.savesWebhook',
      webhook: hook({ secret: 'new', headers: { Authorization: 'Bearer 2' } }),
    });
    const { events, world: then } = committed(take(world, resends(first?.eventId ?? '')));
    const [again] = queuedIn(events);

    expect(again).toMatchObject({
      payload: first?.payload,
      eventId: first?.eventId,
      eventName: 'chatsession.message',
      session: 1,
      message: first?.message,
      resent: true,
      cause: 0,
      signature: signatureOf('new', first?.payload ?? ''),
    });
    expect(again?.headers).toMatchObject({ Authorization: 'Bearer 2', 'X-SuperOffice-Retry': '0' });
    expect(ofType(events, 'webhook.attempted')).toMatchObject([
      { attempt: 1, result: 200, cause: again?.seq },
    ]);
    expect(then.deliveries[1]?.map(({ resent, attempts }) => [resent, attempts.length])).toEqual([
      [false, 1],
      [false, 1],
      [true, 1],
    ]);
  });

  it('tries three times anew, in the place of what was still to come', () => {
    const written = committed(take(worldOf(hook({ responses: [500] })), writes('a')));
    const eventId = queuedIn(written.events)[0]?.eventId ?? '';
    const again = committed(take(written.world, resends(eventId)));
    const { events, world } = later(again.world);

    expect(again.world.timers.filter(({ kind }) => kind === 'webhook')).toHaveLength(1);
    expect(ofType(events, 'webhook.attempted').map(({ attempt }) => attempt)).toEqual([2, 3]);
    expect(world.webhookStatistics[1]).toMatchObject({ calls: 4, errors: 4, consecutiveErrors: 4 });
    expect(world.deliveries[1]?.map(({ attempts }) => attempts.map(({ result }) => result))).toEqual([
      [500],
      [500, 500, 500],
    ]);
  });

  it('runs the script of a webhook of type crmscript with the same variables', () => {
    const world = worldOf(hook({ type: 'crmscript', url: '2' }));
    const written = committed(take(world, writes('a')));
    const again = committed(take(written.world, resends(queuedIn(written.events)[0]?.eventId ?? '')));

    expect(ofType(again.events, 'script.started')).toMatchObject([
      { script: 2, role: 'webhook', session: 1 },
    ]);
    expect(queuedIn(again.events)[0]).not.toHaveProperty('headers');
  });

  it('is refused for an event that nobody knows, a webhook that is not there, and one that is stopped', () => {
    const { world, events } = committed(take(worldOf(hook({ responses: [410] })), writes('a')));
    const { eventId = '' } = queuedIn(events)[0] ?? {};
    const code = (input: Parameters<typeof take>[1], of = world) => {
      const outcome = take(of, input);
      return outcome.kind === 'refused' ? outcome.reason.code : outcome.kind;
    };

    expect(code(resends(eventId))).toBe('webhook-not-active');
    expect(code(resends('00000000-0000-0000-0000-000000000000'))).toBe('no-delivery');
    expect(code({ ...resends(eventId), webhook: 7 })).toBe('no-webhook');
    const gone = after(world, { type: 'admin.deletesWebhook', webhook: 1 });
    expect(code(resends(eventId), gone)).toBe('no-webhook');
    // Whoever takes a deletion back has all of it back.
    expect(code(resends(eventId), after(gone, { type: 'admin.savesWebhook', webhook: hook() }))).toBe(
      'committed',
    );
  });

  it('knows the newest hundred of what a webhook got', () => {
    let world = worldOf(hook());
    for (let n = 0; n < 105; n += 1) world = after(world, writes(String(n)));

    expect(world.deliveries[1]).toHaveLength(100);
    expect(world.messages.get(world.deliveries[1]?.at(-1)?.message ?? 0)?.text).toBe('104');
  });
});

describe('starting a webhook again', () => {
  const resets = { type: 'admin.resetsWebhook', webhook: 1 } as const;

  it('makes it active without errors in a row, and tells those who listen; no test event is sent', () => {
    const { world } = committed(take(worldOf(hook({ responses: [410, 200] }), monitor), writes('a')));
    const started = committed(take(world, resets));

    expect(started.events[0]).toMatchObject({ type: 'webhook.stateChanged', from: 3, to: 1, cause: 0 });
    expect(told(started.events).map(([name]) => name)).toEqual(['webhook1.started']);
    expect(ofType(started.events, 'webhook.queued')).toHaveLength(1);
    expect(started.world.webhookStatistics[1]).toMatchObject({ calls: 1, errors: 1, consecutiveErrors: 0 });
    const { events } = committed(take(started.world, writes('b')));
    expect(ofType(events, 'webhook.attempted')).toMatchObject([{ webhook: 1, result: 200 }]);
  });

  it('starts one that was stopped by hand, and refuses one that is active or not there', () => {
    const stopped = worldOf(hook({ state: 2 }));

    expect(after(stopped, resets).webhooks[0]?.state).toBe(1);
    expect(take(worldOf(hook()), resets)).toMatchObject({ reason: { code: 'webhook-is-active' } });
    expect(take(worldOf(), resets)).toMatchObject({ reason: { code: 'no-webhook' } });
  });
});

describe('a target that takes its time or cannot be reached (Q80)', () => {
  const slow = hook({ responses: [{ status: 500, delay: 2000 }, { error: 'connection refused' }, 200] });
  const moves = (world: World, by: number) => committed(take(world, { type: 'clock.advances', by }));

  it('is called, and answers when its delay is over; what failed is tried again from then on', () => {
    const written = committed(take(worldOf(slow), writes('a')));
    expect(ofType(written.events, 'webhook.called')).toMatchObject([
      { attempt: 1, delay: 2000, rule: 'Q80' },
    ]);
    expect(ofType(written.events, 'webhook.attempted')).toEqual([]);

    const waited = moves(written.world, 1999);
    expect(ofType(waited.events, 'webhook.attempted')).toEqual([]);
    const answered = moves(waited.world, 1);
    expect(ofType(answered.events, 'webhook.attempted')).toMatchObject([
      { attempt: 1, result: 500, delay: 2000, at: '2026-03-02T09:00:02.000Z' },
    ]);

    const failed = moves(answered.world, 1000);
    expect(ofType(failed.events, 'webhook.attempted')).toMatchObject([
      { attempt: 2, result: 'error', failure: { code: 'text', params: { text: 'connection refused' } } },
    ]);
    const done = moves(failed.world, 4000);
    expect(ofType(done.events, 'webhook.attempted')).toMatchObject([{ attempt: 3, result: 200 }]);
    expect(done.world.webhookStatistics['1']).toMatchObject({ calls: 3, errors: 2, played: 3 });
    expect(done.world.timers.filter(({ kind }) => kind === 'webhook')).toEqual([]);
  });

  it('gives whoever is told meanwhile its next response', () => {
    const first = committed(take(worldOf(slow), writes('a')));
    const second = committed(take(first.world, writes('b')));

    expect(ofType(second.events, 'webhook.attempted')).toMatchObject([{ attempt: 1, result: 'error' }]);
  });

  it('is not saved while its first response is no 200, and is as long as the test has it', () => {
    const saves = (responses: WebhookFile['responses'], more = {}) =>
      take(worldOf(), { type: 'admin.savesWebhook', webhook: hook({ responses }), ...more });

    expect(saves([{ error: 'no route' }]).kind).toBe('refused');
    const { events } = committed(saves([{ delay: 5000 }]));
    expect(ofType(events, 'webhook.attempted')).toMatchObject([{ result: 200 }]);
  });
});

it('is brought back untested, as it stood there before (Q81)', () => {
  const webhook = hook({ responses: [500] });
  const { world, events } = committed(
    take(worldOf(), { type: 'admin.savesWebhook', webhook, untested: true }),
  );

  expect(world.webhooks).toMatchObject([{ id: 1, responses: [500] }]);
  expect(events.map(({ type }) => type)).toEqual(['webhook.saved']);
});
