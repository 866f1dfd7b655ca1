import { againstWebhook } from '../call-rule.ts';
import type { Webhook, WebhookResponse } from '../definition.ts';
import { messageInputs } from '../event-data.ts';
import type { EventBody, EventOf } from '../events.ts';
import { deliveriesOf, isSuccess, statisticsOf } from '../fold-webhook.ts';
import type { InputOf } from '../inputs.ts';
import { webhookState } from '../numbers.ts';
import type { SessionStatus, WebhookState } from '../numbers.ts';
import { findHandler } from '../registration.ts';
import { coded, type CodedText } from '../codes.ts';
import { runScript } from '../scripts.ts';
import { following, theInput } from '../step-draft.ts';
import type { Cause, StepDraft } from '../step-draft.ts';
import type { Timer, World } from '../world.ts';
import { outcomeOf } from '../webhook-outcome.ts';
import { headersOf, payloadOf, signatureOf } from './webhook-request.ts';
import type { StateChange, Subject } from './webhook-request.ts';

export type WebhookEvent = 'chatsession.created' | 'chatsession.changed' | 'chatsession.message';

/** Consecutive failed attempts after which a webhook is stopped (chat-domain §10.1). */
const errorLimit = 9;

/** The message, or the status as it was at that moment: what follows may have changed it again. */
type About = { readonly message?: number; readonly status?: SessionStatus };

/** Queues an event for every active webhook that subscribes to it; delivery comes after the step. */
export function queueWebhooks(
  draft: StepDraft,
  because: Cause,
  event: WebhookEvent,
  id: number,
  about: About = {},
): void {
  const subscribers = subscribersOf(draft.world, event);
  if (subscribers.length === 0) return;
  const session = draft.world.sessions.get(id);
  const subject = session && { session: { ...session, status: about.status ?? session.status } };
  for (const webhook of subscribers) queue(draft, because, webhook, event, subject ?? {}, about.message);
}

const subscribersOf = (world: World, event: string): readonly Webhook[] =>
  world.webhooks.filter((webhook) => againstWebhook(webhook, event) === null);

/** The ends of the names of state events, by the state that a webhook got (chat-domain §10.1). */
const stateEvents: Readonly<Partial<Record<WebhookState, string>>> = {
  [webhookState.active]: 'started',
  [webhookState.stopped]: 'stopped',
  [webhookState.tooManyErrors]: 'errors',
};

/** Tells those who subscribe to `webhook{id}.started`, `.stopped` or `.errors` that a webhook's state has changed. */
export function queueStateEvents(draft: StepDraft, because: Cause, change: StateChange): void {
  const end = stateEvents[change.state];
  if (end === undefined) return;
  const event = `webhook${String(change.webhook)}.${end}`;
  for (const webhook of subscribersOf(draft.world, event)) queue(draft, because, webhook, event, { change });
}

/** Sends the `test` event, as saving a webhook does, and records the target's answer (chat-domain §10.1). */
export function sendTest(draft: StepDraft, because: Cause, webhook: Webhook): void {
  const { seq, eventId } = queue(draft, because, webhook, 'test', {});
  draft.emit(following(because, seq), {
    type: 'webhook.attempted',
    webhook: webhook.id,
    eventId,
    attempt: 1,
    ...outcomeOf(responseOf(webhook, statisticsOf(draft.world, webhook.id).played)),
  });
}

function queue(
  draft: StepDraft,
  because: Cause,
  webhook: Webhook,
  event: string,
  subject: Subject,
  message?: number,
): { seq: number; eventId: string } {
  const eventId = draft.guid();
  const payload = payloadOf(draft, webhook, event, eventId, subject);
  const { session } = subject;
  const seq = tell(draft, because, webhook, {
    eventName: event,
    eventId,
    payload,
    ...(session !== undefined && { session: session.id }),
    ...(message !== undefined && { message }),
  });
  return { seq, eventId };
}

type Sent = Pick<
  EventOf<'webhook.queued'>,
  'eventName' | 'eventId' | 'payload' | 'session' | 'message' | 'resent'
>;

/** Signs what a webhook gets with its secret, and queues it. */
function tell(draft: StepDraft, because: Cause, webhook: Webhook, sent: Sent): number {
  const { eventName, eventId, payload, ...about } = sent;
  const signature = webhook.secret === '' ? undefined : signatureOf(webhook.secret, payload);
  const body: EventBody = {
    type: 'webhook.queued',
    webhook: webhook.id,
    name: webhook.name,
    eventName,
    eventId,
    payload,
    ...(signature !== undefined && { signature }),
    ...(webhook.type === 'webhook' && { headers: headersOf(webhook, eventName, eventId, signature) }),
    ...about,
  };
  return draft.emit(because, body, sent.resent === true ? 'Q69' : undefined);
}

/**
 * Sends once more what a webhook got: the same bytes and the same EventId, by which a target knows that it is no other
 * event, signed and addressed as the webhook is set now; it has three attempts again (Q69).
 */
export function resendsWebhook(
  draft: StepDraft,
  because: Cause,
  input: InputOf<'admin.resendsWebhook'>,
): CodedText | null {
  const { world } = draft;
  const webhook = world.webhooks.find(({ id }) => id === input.webhook);
  if (webhook === undefined) return coded('no-webhook', { webhook: input.webhook });
  const before = deliveriesOf(world, webhook.id).findLast(({ eventId }) => eventId === input.eventId);
  if (before === undefined) return coded('no-delivery', { name: webhook.name, eventId: input.eventId });
  if (webhook.state !== webhookState.active) return coded('webhook-not-active', { name: webhook.name });
  const { eventName, eventId, payload, session, message } = before;
  tell(draft, because, webhook, {
    eventName,
    eventId,
    payload,
    ...(session > 0 && { session }),
    ...(message > 0 && { message }),
    resent: true,
  });
  return null;
}

/** Starts a webhook that was stopped, by hand or after too many errors, and tells of it as a save does (Q70). */
export function resetsWebhook(
  draft: StepDraft,
  because: Cause,
  input: InputOf<'admin.resetsWebhook'>,
): CodedText | null {
  const webhook = draft.world.webhooks.find(({ id }) => id === input.webhook);
  if (webhook === undefined) return coded('no-webhook', { webhook: input.webhook });
  const to = webhookState.active;
  if (webhook.state === to) return coded('webhook-is-active', { name: webhook.name });
  changeState(draft, because, webhook, to, 'Q70');
  return null;
}

function changeState(
  draft: StepDraft,
  because: Cause,
  { id: webhook, state: from }: Webhook,
  to: WebhookState,
  rule?: string,
): void {
  const changed = draft.emit(because, { type: 'webhook.stateChanged', webhook, from, to }, rule);
  queueStateEvents(draft, following(because, changed), { webhook, state: to });
}

/** One of the webhook's responses, from 0; the last one repeats. */
const responseOf = ({ responses }: Webhook, played: number): WebhookResponse =>
  responses[Math.min(played, responses.length - 1)] ?? 200;

const delayOf = (response: WebhookResponse): number =>
  typeof response === 'object' ? (response.delay ?? 0) : 0;

/** A target that says that it is gone for good, which is not tried again (state-events). */
const gone = 410;

/** Delivers one event once, and waits where the target takes its time (Q80); after nine failures in a row, or when its target is gone, the webhook is stopped (T89). */
export function attemptDelivery(draft: StepDraft, timer: Extract<Timer, { kind: 'webhook' }>): void {
  const webhook = draft.world.webhooks.find(({ id }) => id === timer.webhook);
  if (webhook === undefined) return;
  const because: Cause = { ...theInput, cause: timer.seq };
  const call = {
    webhook: webhook.id,
    eventId: timer.eventId,
    attempt: timer.attempt,
    ...(timer.session > 0 && { session: timer.session }),
  };
  const { waits } = timer;
  const response = responseOf(webhook, waits?.response ?? statisticsOf(draft.world, webhook.id).played);
  const delay = webhook.type === 'crmscript' ? 0 : delayOf(response);
  if (delay > 0 && waits === undefined) {
    draft.emit(because, { type: 'webhook.called', ...call, delay }, 'Q80');
    return;
  }
  const outcome =
    webhook.type === 'crmscript'
      ? { result: runHandler(draft, because, webhook, timer) }
      : outcomeOf(response);
  const { result } = outcome;
  const waited = waits !== undefined && { delay: waits.delay };
  const seq = draft.emit(because, { type: 'webhook.attempted', ...call, ...outcome, ...waited });
  const { consecutiveErrors } = statisticsOf(draft.world, webhook.id);
  const failed = !isSuccess(result) && (result === gone || consecutiveErrors >= errorLimit);
  if (!failed || webhook.state !== webhookState.active) return;
  changeState(draft, following(because, seq), webhook, webhookState.tooManyErrors);
}

/** A webhook of type crmscript runs a script, which reads the payload as variables (chat-domain §10.1). */
function runHandler(
  draft: StepDraft,
  because: Cause,
  webhook: Webhook,
  timer: Extract<Timer, { kind: 'webhook' }>,
): number {
  const script = findHandler(draft.world.folders, webhook.url);
  const payload = JSON.parse(timer.payload) as Record<string, unknown>;
  const given = Object.entries(payload)
    .filter(([, value]) => typeof value !== 'object')
    .map(([name, value]) => [name, String(value)] as const);
  const session = draft.world.sessions.get(timer.session);
  const message = draft.world.messages.get(timer.message);
  const changes =
    session === undefined || message === undefined ? [] : messageInputs(session, message, message.id);
  const inputs = [...given, ...changes.map(([name, value]) => [`Changes.${name}`, value] as const)];
  const ran = runScript(draft, because, {
    script: script?.id ?? 0,
    role: 'webhook',
    inputs: () => inputs,
    ...(timer.session > 0 && { session: timer.session }),
  });
  if (script === undefined) return 404;
  if (ran === null) return 500;
  return ran.failed ? 500 : 200;
}
