import { systemLine } from '../engine/transcript.ts';
import type { EventName, EventOf, RecordedEvent } from '../engine/events.ts';
import type { SessionStatus } from '../engine/numbers.ts';
import type { World } from '../engine/world.ts';
import { oneLine } from './format.ts';
import { systemWords } from './system-words.ts';
import { words } from './words.ts';
import { agentName, channelName, customerName, scriptOf } from './names.ts';

/** An event on one line: its subject, what happened, and the words that tell it from others of its kind. */
export type EventText = {
  readonly subject: string;
  readonly what: string;
  readonly detail: string;
  readonly from?: SessionStatus;
  readonly to?: SessionStatus;
  readonly bad: boolean;
};

const quoted = (text: string): string => (text === '' ? '' : `“${oneLine(plain(text), 120)}”`);
/** Rich text without its tags, for one line; it is shown as text either way. */
const plain = (html: string): string => html.replace(/<[^>]{0,200}>/g, ' ');
const n = (value: number): string => String(value);

/** Fields whose names are kinds of things, tried in order, for events that need no sentence of their own. */
const telling = ['name', 'text', 'table', 'webhook', 'trigger', 'script', 'folder', 'agent', 'mock'] as const;

function anyDetail(event: RecordedEvent): string {
  const fields = event as unknown as Readonly<Record<string, unknown>>;
  for (const key of [
    'channel',
    'folder',
    'script',
    'trigger',
    'webhook',
    'agent',
    'faqEntry',
    'faqFolder',
    'mock',
  ]) {
    const thing = fields[key];
    if (typeof thing === 'object' && thing !== null && 'name' in thing) return String(thing.name);
  }
  for (const key of telling) {
    const value = fields[key];
    if (typeof value === 'string') return oneLine(value);
    if (typeof value === 'number') return `${key} ${n(value)}`;
  }
  return '';
}

type Describe<T> = { readonly [K in EventName]?: (event: EventOf<K>, world: World) => T };

const nobody = ({ agent }: { readonly agent: number }, world: World) => agentName(world, agent);
const passed = ({ from, to }: { readonly from: number; readonly to: number }, world: World) =>
  `${agentName(world, from)} → ${agentName(world, to)}`;

const details: Describe<string> = {
  'session.created': ({ customer, channel }, world) =>
    `${customer.name || customer.alias} · ${channelName(world, channel)}`,
  'message.saved': ({ author, text, specialType }) =>
    text === '' ? (systemWords[specialType] ?? author) : `${author} ${quoted(text)}`,
  'message.blocked': ({ text, reason }) => `${quoted(text)} ${reason ?? ''}`,
  'message.shown': ({ message }) => n(message),
  'session.botDeactivated': ({ reason }) => reason,
  'session.assigned': nobody,
  'session.unassigned': nobody,
  'listener.joined': nobody,
  'listener.left': nobody,
  'session.updated': ({ fields }) => Object.keys(fields).join(', '),
  'session.rated': ({ rating }) => words.stars(rating),
  'typing.changed': ({ who, typing }) => (typing ? words.typingStarts(who) : words.typingStops(who)),
  'request.created': ({ request, title }) => `${n(request)} ${quoted(title)}`,
  'transfer.requested': passed,
  'transfer.accepted': passed,
  'transfer.rejected': passed,
  'transfer.cancelled': passed,
  'warning.raised': ({ kind, level }) => `${kind}, ${level}`,
  'presence.changed': ({ agent, present }, world) =>
    `${agentName(world, agent)}: ${present ? words.present : words.away}`,
  'script.started': ({ name, eventType }) => (eventType === undefined ? name : `${name} (${n(eventType)})`),
  'script.finished': ({ script, statements }, world) =>
    `${scriptOf(world, script)?.name ?? ''} · ${words.statements(statements)}`,
  'script.failed': ({ text, file, line }) => `${text} (${file}:${n(line)})`,
  'script.printed': ({ text }) => quoted(text),
  'hint.raised': ({ text }) => quoted(text),
  'http.called': ({ method, url, error, status }) => `${method} ${url} → ${error ?? n(status ?? 0)}`,
  'mock.saved': ({ mock }) => `${mock.request.method} ${mock.request.url}`,
  'webhook.queued': ({ eventName, name }) => `${eventName} → ${name}`,
  'webhook.attempted': ({ attempt, result }) => `${n(attempt)}: ${String(result)}`,
  'webhook.stateChanged': ({ from, to }) => `${n(from)} → ${n(to)}`,
  'bot.registered': ({ folder }) => folder,
  'bot.unregistered': ({ folder }) => folder,
  'variable.set': ({ scope, name, value }) => `${scope} ${name} = ${oneLine(value, 60)}`,
  'clock.advanced': ({ to }) => to.replace('T', ' ').replace('Z', ''),
};

function described<T>(table: Describe<T>, event: RecordedEvent, world: World): T | undefined {
  const describe = table[event.type] as ((event: RecordedEvent, world: World) => T) | undefined;
  return describe?.(event, world);
}

export function eventText(event: RecordedEvent, world: World): EventText {
  const [subject = ''] = event.type.split('.');
  if (event.type === 'session.statusChanged')
    return { subject, what: '', detail: '', bad: false, from: event.from, to: event.to };
  const bad = event.type === 'script.failed' || event.type === 'message.blocked';
  const text = {
    subject,
    bad,
    what: event.type,
    detail: (described(details, event, world) ?? anyDetail(event)).trim(),
  };
  if (event.type === 'session.created') return { ...text, to: event.status };
  return text;
}

const rules: Readonly<Record<string, string>> = words.rules;

/** Why a status changed, in words, by the rule that the event names. */
export const ruleWords = (rule: string | undefined): string => rules[rule ?? ''] ?? '';

type Why = { readonly said: string; readonly more: string };

const reasons: Describe<Why> = {
  'session.created': ({ session, channel }, world) => ({
    said: words.openedChat(nameOf(world, session)),
    more: channelName(world, channel),
  }),
  'message.saved': ({ message: id, author, session, text }, world) => {
    const message = world.messages.get(id);
    const line = message?.sender === 'system' ? systemLine(message) : '';
    if (line !== '') return { said: line, more: '' };
    return { said: words.wrote(author || nameOf(world, session)), more: quoted(text) };
  },
  'script.started': ({ name, eventType }) => ({
    said: name,
    more: eventType === undefined ? words.ran : words.ranFor(eventType),
  }),
  'script.failed': ({ line, text }) => ({ said: words.failedAt(line), more: text }),
};

const nameOf = (world: World, id: number): string => {
  const session = world.sessions.get(id);
  return session === undefined ? words.numbered(id) : customerName(session);
};

/** An event as a sentence of the causal list. */
export function whyText(event: RecordedEvent, world: World): Why {
  const { what, detail } = eventText(event, world);
  return described(reasons, event, world) ?? { said: spaced(what), more: detail };
}

/** `session.botDeactivated` as `session bot deactivated`. */
const spaced = (type: string): string =>
  type.replace('.', ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
