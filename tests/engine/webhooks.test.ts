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
