import type { EventOf } from './events.ts';
import { webhookState } from './numbers.ts';
import { addTimer, dropTimers } from './timers.ts';
import type { WebhookStatistics, World } from './world.ts';

/** Milliseconds before the second and the third attempt (chat-domain §10.1). */
const retryDelays = [1000, 4000];

type WebhookEvent = EventOf<
  'webhook.queued' | 'webhook.attempted' | 'webhook.stateChanged' | 'webhook.saved' | 'webhook.deleted'
>;

export const noStatistics: WebhookStatistics = { calls: 0, errors: 0, consecutiveErrors: 0, played: 0 };

/** How a webhook has fared so far. */
export const statisticsOf = (world: World, webhook: number): WebhookStatistics =>
  world.webhookStatistics[webhook] ?? noStatistics;

export function foldWebhook(world: World, event: WebhookEvent): World {
  switch (event.type) {
    case 'webhook.queued':
      return addTimer(world, {
        due: Date.parse(event.at),
        seq: event.seq,
        kind: 'webhook',
        webhook: event.webhook,
        eventId: event.eventId,
        attempt: 1,
        session: event.session ?? 0,
        message: event.message ?? 0,
        payload: event.payload,
      });
    case 'webhook.attempted':
      return foldAttempt(world, event);
    case 'webhook.stateChanged':
      return {
        ...world,
        webhooks: world.webhooks.map((webhook) =>
          webhook.id === event.webhook ? { ...webhook, state: event.to } : webhook,
        ),
        timers: event.to === webhookState.active ? world.timers : withoutTimersOf(world, event.webhook),
      };
    case 'webhook.saved': {
      const { webhook } = event;
      const others = world.webhooks.filter(({ id }) => id !== webhook.id);
      return {
        ...world,
        webhooks: [...others, webhook].sort((a, b) => a.id - b.id),
        webhookStatistics: { ...world.webhookStatistics, [webhook.id]: noStatistics },
        timers: withoutTimersOf(world, webhook.id),
      };
    }
    case 'webhook.deleted':
      return {
        ...world,
        webhooks: world.webhooks.filter(({ id }) => id !== event.webhook),
        timers: withoutTimersOf(world, event.webhook),
      };
  }
}

const withoutTimersOf = (world: World, webhook: number) =>
  dropTimers(world.timers, (timer) => timer.kind === 'webhook' && timer.webhook === webhook);

/** A success is status 200 and nothing else (chat-domain §10.1). */
export const isSuccess = (result: number | 'timeout'): boolean => result === 200;

function foldAttempt(world: World, event: EventOf<'webhook.attempted'>): World {
  const old = statisticsOf(world, event.webhook);
  const success = isSuccess(event.result);
  const statistics: WebhookStatistics = {
    calls: old.calls + 1,
    errors: old.errors + (success ? 0 : 1),
    consecutiveErrors: success ? 0 : old.consecutiveErrors + 1,
    played: old.played + 1,
  };
  const timer = world.timers.find(
    (candidate) => candidate.kind === 'webhook' && candidate.eventId === event.eventId,
  );
  const attempted = {
    ...world,
    webhookStatistics: { ...world.webhookStatistics, [event.webhook]: statistics },
    timers: dropTimers(world.timers, (candidate) => candidate === timer),
  };
  const delay = retryDelays[event.attempt - 1];
  if (success || delay === undefined || timer?.kind !== 'webhook') return attempted;
  const due = Date.parse(event.at) + delay;
  return addTimer(attempted, { ...timer, due, seq: event.seq, attempt: event.attempt + 1 });
}
