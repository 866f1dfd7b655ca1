import type { EventBody, EventName, RecordedEvent } from '../engine/events.ts';

const envelope = ['type', 'seq', 'at', 'step', 'cause', 'depth', 'by', 'rule', 'session'] as const;

type KeyOf<Body, T> = Body extends { readonly type: infer Types }
  ? T extends Types
    ? keyof Body
    : never
  : never;
type OwnField<T extends EventName> = Exclude<KeyOf<EventBody, T>, 'type' | 'session' | typeof whereMade>;

const registration = ['channel', 'folder', 'scripts'] as const;
const fromTo = ['from', 'to'] as const;

/** The own fields of each event, in the order of the union in engine/events.ts. */
export const ownFields = {
  'session.created': ['channel', 'status', 'botActive', 'customer', 'queuePosition', 'foundAgents'],
  'session.statusChanged': fromTo,
  'session.botDeactivated': ['reason'],
  'session.assigned': ['agent'],
  'session.unassigned': ['agent'],
  'session.updated': ['form', 'fields'],
  'session.rated': ['rating'],
  'session.purged': [],
  'message.saved': [
    'message',
    'messageType',
    'text',
    'author',
    'specialType',
    'specialParam',
    'whenPosted',
    'agent',
    'answers',
  ],
  'message.blocked': ['text', 'messageType', 'author', 'specialType', 'agent', 'trigger', 'reason'],
  'message.shown': ['message'],
  'typing.changed': ['who', 'typing'],
  'customer.disconnected': [],
  'customer.reconnected': [],
  'customer.returned': [],
  'listener.joined': ['agent'],
  'listener.left': ['agent'],
  'contact.linked': ['contact', 'agent'],
  'transcript.made': ['email', 'text'],
  'request.created': ['request', 'title', 'category', 'priority', 'origin', 'text', 'agent'],
  'transfer.requested': fromTo,
  'transfer.accepted': fromTo,
  'transfer.rejected': fromTo,
  'transfer.cancelled': fromTo,
  'warning.raised': ['kind', 'level', 'agents'],
  'script.started': ['script', 'name', 'role', 'eventType'],
  'script.printed': ['text', 'channel'],
  'script.finished': ['script', 'statements', 'took', 'memory'],
  'script.failed': [
    'kind',
    'failure',
    'file',
    'line',
    'column',
    'stack',
    'script',
    'statements',
    'took',
    'memory',
  ],
  'http.called': [
    'method',
    'url',
    'sent',
    'status',
    'failure',
    'answeredBy',
    'mock',
    'released',
    'body',
    'delay',
  ],
  'hint.raised': ['hint'],
  'webhook.queued': [
    'webhook',
    'name',
    'eventName',
    'eventId',
    'payload',
    'signature',
    'headers',
    'message',
    'resent',
  ],
  'webhook.called': ['webhook', 'eventId', 'attempt', 'delay'],
  'webhook.attempted': ['webhook', 'eventId', 'attempt', 'result', 'failure', 'delay'],
  'webhook.stateChanged': ['webhook', 'from', 'to'],
  'bot.registered': registration,
  'bot.unregistered': registration,
  'channel.saved': ['channel'],
  'channel.deleted': ['channel'],
  'folder.saved': ['folder'],
  'folder.deleted': ['folder'],
  'script.saved': ['folder', 'script'],
  'script.deleted': ['script'],
  'trigger.saved': ['trigger'],
  'trigger.deleted': ['trigger'],
  'webhook.saved': ['webhook'],
  'webhook.deleted': ['webhook'],
  'agent.saved': ['agent'],
  'agent.deleted': ['agent'],
  'faqEntry.saved': ['faqEntry'],
  'faqEntry.deleted': ['faqEntry'],
  'faqFolder.saved': ['faqFolder'],
  'faqFolder.deleted': ['faqFolder'],
  'mock.saved': ['mock'],
  'mock.deleted': ['mock'],
  'mock.moved': ['mock', 'before'],
  'contact.saved': ['contact'],
  'contact.deleted': ['contact'],
  'quickReply.saved': ['quickReply'],
  'quickReply.deleted': ['quickReply'],
  'fileTypes.set': ['fileTypes'],
  'table.saved': ['table', 'rows'],
  'table.deleted': ['table'],
  'table.changed': ['table', 'id', 'row', 'place'],
  'options.set': ['options'],
  'variable.set': ['scope', 'name', 'value'],
  'presence.changed': ['agent', 'present'],
  'timers.held': ['until'],
  'clock.advanced': ['to'],
} as const satisfies { readonly [T in EventName]: readonly OwnField<T>[] };

/** Fields of events that the table above has forgotten: the compiler shows them here as a type that is not `never`. */
export type ForgottenField = {
  [T in EventName]: Exclude<OwnField<T>, (typeof ownFields)[T][number]>;
}[EventName];

/** All fields that an event of a type can have, in the order in which they are written. */
export const fieldsOf = (type: EventName): readonly string[] => [...envelope, ...ownFields[type]];

/**
 * An event as one line of JSON, the same bytes on every machine: what it shares with all events first,
 * then its own fields, each in a fixed order (ARCHITECTURE "Invariants", 5).
 */
export const eventLine = (event: RecordedEvent): string => eventLineWithout(event, []);

/** Where an answer came from is said where the step was made, and nowhere else: it is on no line. */
const whereMade = 'live';

/** What of an event may change without a change of the chat: why it came, and at which cost (rulings 37). */
export const noMatter: readonly string[] = ['rule', 'statements', 'took', 'memory'];

/** The line of an event as if it did not have these fields. */
export function eventLineWithout(event: RecordedEvent, without: readonly string[]): string {
  const fields = fieldsOf(event.type);
  const given = event as unknown as Readonly<Record<string, unknown>>;
  const others = Object.keys(given).filter((key) => !fields.includes(key) && key !== whereMade);
  const written = [...fields, ...others].filter((key) => !without.includes(key));
  return JSON.stringify(Object.fromEntries(written.map((key) => [key, given[key]])));
}
