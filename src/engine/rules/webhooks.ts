import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { base64 } from '@scure/base';
import type { Webhook, WebhookResponse } from '../definition.ts';
import { messageInputs } from '../event-data.ts';
import { isSuccess, statisticsOf } from '../fold-webhook.ts';
import { webhookState } from '../numbers.ts';
import type { SessionStatus } from '../numbers.ts';
import { findInclude, findScript } from '../registration.ts';
import { runScript } from '../scripts.ts';
import { following, theInput } from '../stage.ts';
import type { Because, Stage } from '../stage.ts';
import type { Session, Timer, World } from '../world.ts';

export type WebhookEvent = 'chatsession.created' | 'chatsession.changed' | 'chatsession.message';

/** Consecutive failed attempts after which a webhook is stopped (chat-domain §10.1). */
const errorLimit = 9;

/** What `Changes` lists for a message: names only, the text is not in the payload (T87). */
const messageChanges = [
  'chatSession.topicId',
  'chatSession.userId',
  'chatSession.customerId',
  'chatSession.customerName',
  'chatSession.customerEmail',
  'chatSession.companyName',
  'chatSession.customerPhone',
  'chatMessage.sessionId',
  'chatMessage.id',
  'chatMessage.message',
  'chatMessage.type',
  'chatMessage.specialType',
  'chatMessage.specialParam',
  'chatMessage.author',
];

/** The message, or the status as it was at that moment: what follows may have changed it again. */
type About = { readonly message?: number; readonly status?: SessionStatus };

/** Queues an event for every active webhook that subscribes to it; delivery comes after the step. */
export function queueWebhooks(
  stage: Stage,
  because: Because,
  event: WebhookEvent,
  id: number,
  about: About = {},
): void {
  const session = stage.world.sessions.get(id);
  for (const webhook of stage.world.webhooks) {
    const subscribes = webhook.events.some((name) => name.toLowerCase() === event);
    if (webhook.state !== webhookState.active || !subscribes) continue;
    queue(
      stage,
      because,
      webhook,
      event,
      session && { ...session, status: about.status ?? session.status },
      about.message,
    );
  }
}

/** Sends the `test` event, as saving a webhook does, and records the target's answer (chat-domain §10.1). */
export function sendTest(stage: Stage, because: Because, webhook: Webhook): void {
  const { seq, eventId } = queue(stage, because, webhook, 'test', undefined, undefined);
  stage.emit(following(because, seq), {
    type: 'webhook.attempted',
    webhook: webhook.id,
    eventId,
    attempt: 1,
    result: responseOf(stage.world, webhook),
  });
}

function queue(
  stage: Stage,
  because: Because,
  webhook: Webhook,
  event: WebhookEvent | 'test',
  session: Session | undefined,
  message: number | undefined,
): { seq: number; eventId: string } {
  const eventId = stage.guid();
  const payload = payloadOf(stage, webhook, event, eventId, session);
  const seq = stage.emit(because, {
    type: 'webhook.queued',
    webhook: webhook.id,
    name: webhook.name,
    eventName: event,
    eventId,
    payload,
    ...(webhook.secret !== '' && { signature: signatureOf(webhook.secret, payload) }),
    ...(session !== undefined && { session: session.id }),
    ...(message !== undefined && { message }),
  });
  return { seq, eventId };
}

/** base64(HMAC-SHA256(secret, exact body)) (chat-domain §10.1, T88). */
export function signatureOf(secret: string, payload: string): string {
  return base64.encode(hmac(sha256, utf8ToBytes(secret), utf8ToBytes(payload)));
}

/** The exact body that is sent and signed (chat-domain §10.2). */
function payloadOf(
  stage: Stage,
  webhook: Webhook,
  event: WebhookEvent | 'test',
  eventId: string,
  session: Session | undefined,
): string {
  const body = {
    EventId: eventId,
    Timestamp: new Date(stage.now).toISOString().replace('Z', '0000Z'),
    Changes: event === 'chatsession.message' ? messageChanges : [],
    Event: event,
    PrimaryKey: session?.id ?? 0,
    Entity: event === 'test' ? 'test' : 'chatsession',
    ContextIdentifier: 'Default',
    ChangedByAssociateId: 0,
    WebhookName: webhook.name,
    ...(session !== undefined && event !== 'chatsession.message' && { FieldValues: fieldValues(session) }),
  };
  // Custom properties are appended; they cannot replace what the product sends.
  return JSON.stringify({ ...body, ...withoutNames(webhook.properties, body) });
}

const withoutNames = (properties: Webhook['properties'], body: object): Webhook['properties'] =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => !Object.hasOwn(body, name)));

const fieldValues = (session: Session) => ({
  alertLevel: session.alertLevel,
  chatbotIsactive: session.botActive,
  consented: session.consented,
  contactId: 0,
  customerAlias: session.customer.alias,
  customerId: session.contact,
  projectId: 0,
  rating: session.rating,
  saleId: 0,
  status: session.status,
  ticketId: session.ticket,
  topicId: session.channel,
  userId: session.agent,
});

/** The next of the webhook's responses; the last one repeats. */
export function responseOf(world: World, webhook: Webhook): WebhookResponse {
  const { played } = statisticsOf(world, webhook.id);
  return webhook.responses[Math.min(played, webhook.responses.length - 1)] ?? 200;
}

/** Delivers one event once; after nine failures in a row the webhook is stopped (T89). */
export function attemptDelivery(stage: Stage, timer: Extract<Timer, { kind: 'webhook' }>): void {
  const webhook = stage.world.webhooks.find(({ id }) => id === timer.webhook);
  if (webhook === undefined) return;
  const because: Because = { ...theInput, cause: timer.seq };
  const result =
    webhook.type === 'crmscript'
      ? runHandler(stage, because, webhook, timer)
      : responseOf(stage.world, webhook);
  const seq = stage.emit(because, {
    type: 'webhook.attempted',
    webhook: webhook.id,
    eventId: timer.eventId,
    attempt: timer.attempt,
    result,
    ...(timer.session > 0 && { session: timer.session }),
  });
  const { consecutiveErrors } = statisticsOf(stage.world, webhook.id);
  if (isSuccess(result) || consecutiveErrors < errorLimit || webhook.state !== webhookState.active) return;
  stage.emit(following(because, seq), {
    type: 'webhook.stateChanged',
    webhook: webhook.id,
    from: webhook.state,
    to: webhookState.tooManyErrors,
  });
}

/** A webhook of type crmscript runs a script, which reads the payload as variables (chat-domain §10.1). */
function runHandler(
  stage: Stage,
  because: Because,
  webhook: Webhook,
  timer: Extract<Timer, { kind: 'webhook' }>,
): WebhookResponse {
  const script =
    (/^\d+$/.test(webhook.url) ? findScript(stage.world.folders, Number(webhook.url)) : undefined) ??
    findInclude(stage.world.folders, webhook.url);
  const payload = JSON.parse(timer.payload) as Record<string, unknown>;
  const inputs = Object.fromEntries(
    Object.entries(payload)
      .filter(([, value]) => typeof value !== 'object')
      .map(([name, value]) => [name, String(value)]),
  );
  const session = stage.world.sessions.get(timer.session);
  const message = stage.world.messages.get(timer.message);
  const changes =
    session === undefined || message === undefined ? {} : messageInputs(session, message, message.id);
  for (const [name, value] of Object.entries(changes)) inputs[`Changes.${name}`] = value;
  const ran = runScript(stage, because, {
    script: script?.id ?? 0,
    role: 'webhook',
    inputs,
    ...(timer.session > 0 && { session: timer.session }),
  });
  if (script === undefined) return 404;
  if (ran === null) return 500;
  return ran.failed ? 500 : 200;
}
