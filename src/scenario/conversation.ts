import type { EventName, RecordedEvent } from '../engine/events.ts';
import type { Input } from '../engine/inputs.ts';
import { statusNames } from '../engine/numbers.ts';
import { sentence } from '../words/sentence.ts';

/** An event as a line of the conversation, or null for what nobody of those who talk would notice. */
export function conversationLine(event: RecordedEvent): string | null {
  const said = lineOf(event);
  return said === null ? null : `${event.at.slice(11, 19)}  ${'  '.repeat(event.depth)}${said}`;
}

/** Only what those who talk would notice, and what went wrong in a script, has words. */
const sentences: {
  readonly [T in EventName]?: (event: Extract<RecordedEvent, { readonly type: T }>) => string;
} = {
  'message.saved': ({ author, text, specialType }) =>
    `${author === '' ? 'system' : author}: ${messageText(text, specialType)}`,
  'message.blocked': ({ trigger, text }) => `blocked by trigger ${String(trigger)}: ${text}`,
  'session.created': ({ session, customer, status }) =>
    `session ${String(session)} of ${nameOf(customer)} begins in ${statusText(status)}`,
  'session.statusChanged': ({ session, from, to }) =>
    `session ${String(session)}: ${statusText(from)} → ${statusText(to)}`,
  'session.assigned': ({ session, agent }) => `session ${String(session)}: agent ${String(agent)} has it`,
  'session.botDeactivated': ({ session }) => `session ${String(session)}: the bot hands over`,
  'request.created': ({ request, title }) => `request ${String(request)}: ${title}`,
  'script.printed': ({ channel, text }) => `${channel}: ${text.trimEnd()}`,
  'script.failed': ({ file, line, column, kind, failure }) =>
    `${file}:${String(line)}:${String(column)}: ${kind}: ${sentence(failure)}`,
};

function lineOf(event: RecordedEvent): string | null {
  const say = sentences[event.type] as ((event: RecordedEvent) => string) | undefined;
  return say === undefined ? null : say(event);
}

const messageText = (text: string, special: number): string =>
  special === 0 ? text : `${text === '' ? '' : `${text} `}[special ${String(special)}]`;

const nameOf = (customer: { readonly name: string; readonly alias: string }): string =>
  customer.name === '' ? (customer.alias === '' ? 'a customer' : customer.alias) : customer.name;

const statusText = (status: number): string => `${String(status)} ${statusNames[status] ?? ''}`;

/** An input in a few words: `customer.writes session 1 "hi"`. */
export function inputText(input: Input): string {
  const parts: string[] = [];
  if ('agent' in input && typeof input.agent === 'number') parts.push(`agent ${String(input.agent)}`);
  if ('session' in input && input.session !== undefined) parts.push(`session ${String(input.session)}`);
  if ('text' in input) parts.push(JSON.stringify(input.text));
  if (input.type === 'clock.advances')
    parts.push(`${String(input.by)} ms${input.timers === 'once' ? ', timers once' : ''}`);
  return [input.type, ...parts].join(' ');
}
