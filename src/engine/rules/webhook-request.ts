import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { base64 } from '@scure/base';
import type { Webhook } from '../definition.ts';
import { statisticsOf } from '../fold-webhook.ts';
import type { WebhookState } from '../numbers.ts';
import type { StepDraft } from '../step-draft.ts';
import type { Session } from '../world.ts';

/* The request that a webhook's target gets: its headers and its exact body (chat-domain §10.1, §10.2). */

/** A webhook whose state has changed, as `webhook{id}.started` and its like tell of it. */
export type StateChange = { readonly webhook: number; readonly state: WebhookState };

/** What an event is about: a session, a webhook, or nothing. */
export type Subject = { readonly session?: Session; readonly change?: StateChange };

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

/** base64(HMAC-SHA256(secret, exact body)) (chat-domain §10.1, T88). */
export function signatureOf(secret: string, payload: string): string {
  return base64.encode(hmac(sha256, utf8ToBytes(secret), utf8ToBytes(payload)));
}

/** The exact body that is sent and signed (chat-domain §10.2). */
export function payloadOf(
  draft: StepDraft,
  webhook: Webhook,
  event: string,
  eventId: string,
  { session, change }: Subject,
): string {
  const body = {
    EventId: eventId,
    Timestamp: new Date(draft.now).toISOString().replace('Z', '0000Z'),
    Changes: event === 'chatsession.message' ? messageChanges : [],
    // The header names the webhook, the body does not (state-events).
    Event: change === undefined ? event : event.replace(/^webhook\d+/, 'webhook'),
    PrimaryKey: session?.id ?? change?.webhook ?? 0,
    Entity: change !== undefined ? 'webhook' : session === undefined ? 'test' : 'chatsession',
    ContextIdentifier: 'Default',
    ChangedByAssociateId: 0,
    WebhookName: webhook.name,
    ...(session !== undefined && event !== 'chatsession.message' && { FieldValues: fieldValues(session) }),
    ...(change !== undefined && { FieldValues: webhookValues(draft, change) }),
  };
  // Custom properties are appended; they cannot replace what the product sends.
  return JSON.stringify({ ...body, ...withoutNames(webhook.properties, body) });
}

/**
 * The headers of the first attempt; a retry only counts `X-SuperOffice-Retry` up. Those of the webhook itself come
 * last and replace none of the product's (chat-domain §10.1).
 */
export function headersOf(
  webhook: Webhook,
  event: string,
  eventId: string,
  signature: string | undefined,
): Readonly<Record<string, string>> {
  const own = {
    'Content-Type': 'application/json; charset=utf-8',
    'User-Agent': 'NetServer-Webhook/11.7',
    'X-SuperOffice-Event': event,
    'X-SuperOffice-EventId': eventId,
    'X-SuperOffice-Retry': '0',
    ...(signature !== undefined && { 'X-SuperOffice-Signature': signature }),
    ...(event === 'test' && { 'X-Hook-Test': 'true' }),
  };
  const taken = new Set(Object.keys(own).map((name) => name.toLowerCase()));
  const others = Object.entries(webhook.headers).filter(([name]) => !taken.has(name.toLowerCase()));
  return { ...own, ...Object.fromEntries(others) };
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

/** The fields of a webhook that its state events carry. When it was registered nobody knows here: as the world began. */
const webhookValues = (draft: StepDraft, { webhook, state }: StateChange) => ({
  events: statisticsOf(draft.world, webhook).calls,
  registered: new Date(draft.world.startsAt).toISOString(),
  registered_associate_id: 0,
  state,
  updated: new Date(draft.now).toISOString(),
  updated_associate_id: 0,
});
