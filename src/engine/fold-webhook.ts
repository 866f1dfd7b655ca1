import type { EventOf } from './events.ts';
import type { WebhookResult } from './definition.ts';
import type { WorldCopy } from './changed.ts';
import { webhookState } from './numbers.ts';
import { addTimer, dropTimers } from './timers.ts';
import type { Attempt, Delivery, Timer, WebhookStatistics, World } from './world.ts';

/** Milliseconds before the second and the third attempt (chat-domain §10.1). */
const retryDelays = [1000, 4000];

type WebhookEvent = EventOf<
  | 'webhook.queued'
  | 'webhook.called'
  | 'webhook.attempted'
  | 'webhook.stateChanged'
  | 'webhook.saved'
  | 'webhook.deleted'
>;

export const noStatistics: WebhookStatistics = { calls: 0, errors: 0, consecutiveErrors: 0, played: 0 };

/** How a webhook has fared so far. */
export const statisticsOf = (
  { webhookStatistics }: Pick<World, 'webhookStatistics'>,
  webhook: number,
): WebhookStatistics => webhookStatistics[webhook] ?? noStatistics;

/** So many of what a webhook got last are kept with the world, to be looked at and sent again. */
export const deliveriesKept = 100;

/** What a webhook got, oldest first. */
export const deliveriesOf = (world: World, webhook: number): readonly Delivery[] =>
  world.deliveries[webhook] ?? [];

export function foldWebhook(world: WorldCopy, event: WebhookEvent): World {
  switch (event.type) {
    case 'webhook.queued':
      addDelivery(world, event);
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
    case 'webhook.called':
      return foldCall(world, event);
    case 'webhook.attempted':
      return foldAttempt(world, event);
    case 'webhook.stateChanged':
      world.webhooks = world.webhooks.map((webhook) =>
        webhook.id === event.webhook ? { ...webhook, state: event.to } : webhook,
      );
      if (event.to === webhookState.active) forgetErrorsInARow(world, event.webhook);
      else world.timers = withoutTimersOf(world, event.webhook);
      return world;
    case 'webhook.saved': {
      const { webhook } = event;
      const others = world.webhooks.filter(({ id }) => id !== webhook.id);
      world.webhooks = [...others, webhook].sort((a, b) => a.id - b.id);
      world.timers = withoutTimersOf(world, webhook.id);
      return setStatistics(world, webhook.id, noStatistics);
    }
    case 'webhook.deleted':
      world.webhooks = world.webhooks.filter(({ id }) => id !== event.webhook);
      world.timers = withoutTimersOf(world, event.webhook);
      return world;
  }
}

const withoutTimersOf = (world: World, webhook: number) =>
  dropTimers(world.timers, (timer) => timer.kind === 'webhook' && timer.webhook === webhook);

function setStatistics(world: WorldCopy, webhook: number, statistics: WebhookStatistics): World {
  world.webhookStatistics = { ...world.webhookStatistics, [webhook]: statistics };
  return world;
}

/** Whoever starts a webhook again begins to count anew; what it did so far stays counted. */
const forgetErrorsInARow = (world: WorldCopy, webhook: number): World =>
  setStatistics(world, webhook, { ...statisticsOf(world, webhook), consecutiveErrors: 0 });

/** One that is sent again takes the place of the attempts that were still to come. */
function addDelivery(world: WorldCopy, event: EventOf<'webhook.queued'>): void {
  const { webhook, eventId, eventName, payload, signature = '', headers = {}, seq, cause } = event;
  const delivery: Delivery = {
    seq,
    cause,
    at: Date.parse(event.at),
    eventId,
    eventName,
    payload,
    signature,
    headers,
    session: event.session ?? 0,
    message: event.message ?? 0,
    resent: event.resent ?? false,
    attempts: [],
  };
  const kept = [...deliveriesOf(world, webhook), delivery].slice(-deliveriesKept);
  const isOld = (timer: World['timers'][number]) => timer.kind === 'webhook' && timer.eventId === eventId;
  world.deliveries = { ...world.deliveries, [webhook]: kept };
  world.timers = dropTimers(world.timers, isOld);
}

function withAttempt(world: World, event: EventOf<'webhook.attempted'>): World['deliveries'] {
  const deliveries = deliveriesOf(world, event.webhook);
  const index = deliveries.findLastIndex(({ eventId }) => eventId === event.eventId);
  const delivery = deliveries[index];
  if (delivery === undefined) return world.deliveries;
  const { result, failure, delay } = event;
  const attempt: Attempt = {
    at: Date.parse(event.at),
    result,
    ...(failure !== undefined && { failure }),
    ...(delay !== undefined && { delay }),
  };
  const attempts = [...delivery.attempts, attempt];
  return { ...world.deliveries, [event.webhook]: deliveries.with(index, { ...delivery, attempts }) };
}

/** A success is status 200 and nothing else (chat-domain §10.1). */
export const isSuccess = (result: WebhookResult): boolean => result === 200;

/** The response that comes was played when the target was called: who calls meanwhile gets the next. */
function foldCall(world: WorldCopy, event: EventOf<'webhook.called'>): World {
  const { webhook, eventId, delay, seq } = event;
  const old = statisticsOf(world, webhook);
  const isCalled = (one: Timer) => one.kind === 'webhook' && one.eventId === eventId;
  const timer = world.timers.find(isCalled);
  setStatistics(world, webhook, { ...old, played: old.played + 1 });
  world.timers = dropTimers(world.timers, isCalled);
  if (timer?.kind !== 'webhook') return world;
  const due = Date.parse(event.at) + delay;
  return addTimer(world, { ...timer, due, seq, waits: { response: old.played, delay } });
}

function foldAttempt(world: WorldCopy, event: EventOf<'webhook.attempted'>): World {
  const old = statisticsOf(world, event.webhook);
  const success = isSuccess(event.result);
  const statistics: WebhookStatistics = {
    calls: old.calls + 1,
    errors: old.errors + (success ? 0 : 1),
    consecutiveErrors: success ? 0 : old.consecutiveErrors + 1,
    played: old.played + (event.delay === undefined ? 1 : 0),
  };
  const timer = world.timers.find(
    (candidate) => candidate.kind === 'webhook' && candidate.eventId === event.eventId,
  );
  setStatistics(world, event.webhook, statistics);
  world.deliveries = withAttempt(world, event);
  world.timers = dropTimers(world.timers, (candidate) => candidate === timer);
  const delay = retryDelays[event.attempt - 1];
  if (success || delay === undefined || timer?.kind !== 'webhook') return world;
  const due = Date.parse(event.at) + delay;
  const { waits: _, ...next } = timer;
  return addTimer(world, { ...next, due, seq: event.seq, attempt: event.attempt + 1 });
}
