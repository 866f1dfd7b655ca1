import type { Json, Webhook } from '../../../engine/definition.ts';
import type { WebhookState } from '../../../engine/numbers.ts';
import { answerDraft, answerOf, answerProblem, type AnswerDraft } from './webhook-answers.ts';

/** The events of chats that a webhook can hear of (chat-domain §10.1). */
export const chatEvents = ['chatsession.created', 'chatsession.changed', 'chatsession.message'] as const;

/** A webhook as it stands in its form: what is a list or a table there is text. */
export type WebhookValue = {
  readonly name: string;
  readonly type: 'webhook' | 'crmscript';
  readonly url: string;
  /** Those of the three that it hears of. */
  readonly events: readonly string[];
  /** Others, such as `webhook2.errors`, with commas between. */
  readonly otherEvents: string;
  readonly state: WebhookState;
  readonly secret: string;
  /** `name: value`, a line each. */
  readonly headers: string;
  /** `name: value` with a value of JSON, a line each. */
  readonly properties: string;
  readonly responses: readonly AnswerDraft[];
};

const isChatEvent = (name: string): boolean => chatEvents.some((one) => one === name.toLowerCase());
const split = (text: string): readonly string[] =>
  text
    .split(/[\s,]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

export const webhookValue = ({
  id: _,
  events,
  headers,
  properties,
  responses,
  ...rest
}: Webhook): WebhookValue => ({
  ...rest,
  events: chatEvents.filter((one) => events.some((name) => name.toLowerCase() === one)),
  otherEvents: events.filter((name) => !isChatEvent(name)).join(', '),
  headers: Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n'),
  properties: Object.entries(properties)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join('\n'),
  responses: responses.map(answerDraft),
});

type Lines = { readonly entries: readonly (readonly [string, string])[]; readonly wrong: string | null };

/** Lines of `name: value`, and the first that is none. */
export function readLines(text: string): Lines {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const read = lines.map((line) => /^\s*([^\s:]+)\s*:\s*(.*?)\s*$/.exec(line));
  const at = read.findIndex((one) => one === null);
  return {
    entries: read.flatMap((one) => (one === null ? [] : [[one[1] ?? '', one[2] ?? ''] as const])),
    wrong: at < 0 ? null : (lines[at] ?? ''),
  };
}

/** A value of JSON; what is none is the text that it is. */
function jsonOr(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** The webhook that a form stands for, whose texts can be read. */
export const webhookOf = (value: WebhookValue, id: number): Webhook => ({
  id,
  name: value.name.trim(),
  type: value.type,
  url: value.url.trim(),
  events: [...value.events, ...split(value.otherEvents)],
  state: value.state,
  secret: value.secret,
  headers: Object.fromEntries(readLines(value.headers).entries),
  properties: Object.fromEntries(
    readLines(value.properties).entries.map(([name, said]) => [name, jsonOr(said)]),
  ),
  responses: value.responses.filter((one) => answerProblem(one) === '').map(answerOf),
});
