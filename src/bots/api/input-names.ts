import type { Script } from '../../engine/definition.ts';
import { eventType, type TriggerEvent } from '../../engine/numbers.ts';
import { botScriptPatterns, isLike } from '../../engine/registration.ts';
import type { World } from '../../engine/world.ts';

type Role = {
  readonly title: string;
  readonly pattern?: string;
  readonly event?: TriggerEvent;
  readonly names: string;
};

const person =
  'chatSession.userId chatSession.customerId chatSession.customerName chatSession.customerEmail chatSession.companyName chatSession.customerPhone';
const status = 'chatSession.id chatSession.topicId chatSession.status status.old status.new';
const message = `chatSession.topicId chatSession.status ${person} chatMessage.sessionId chatMessage.message chatMessage.type chatMessage.specialType chatMessage.specialParam chatMessage.author`;
const opened =
  'chatSession.id chatSession.topicId chatSession.customerAlias chatSession.sessionKey chatSession.customerHost chatSession.status';
const topic = 'chatTopic.id chatTopic.name chatTopic.botName';

/** What `getInputValue` finds, by what the script is called for (crm §12.3, chat-domain §5). */
export const roles: readonly Role[] = [
  { title: 'register', pattern: botScriptPatterns.register, names: 'action topicid' },
  {
    title: 'session created',
    pattern: botScriptPatterns.sessionCreated,
    names: `${opened} chatSession.chatbot_isactive ${topic} foundAgents`,
  },
  {
    title: 'session changed',
    pattern: botScriptPatterns.sessionChanged,
    names: `${status} chatSession.botActive ${person} ${topic}`,
  },
  {
    title: 'message received',
    pattern: botScriptPatterns.messageReceived,
    names: `chatSession.id ${message} chatMessage.id chatSession.botActive chatSession.contactId chatSession.projectId chatSession.saleId chatSession.ticketId ${topic}`,
  },
  { title: 'trigger 400', event: eventType.newSession, names: opened },
  { title: 'trigger 401', event: eventType.changedStatus, names: status },
  { title: 'trigger 402', event: eventType.beforeSaveMessage, names: message },
  { title: 'trigger 403', event: eventType.afterSaveMessage, names: `${message} chatMessage.id` },
];

/** The name of an input, and the scripts that are given it. */
export type NamedInput = { readonly text: string; readonly detail: string };

/** The names for a script, by what the world calls it for; all there are where nothing calls it, as an include. */
export function inputNames({ triggers }: World, script: Script): readonly NamedInput[] {
  const own = roles.filter(
    ({ pattern, event }) =>
      (pattern !== undefined && isLike(script.name, pattern)) ||
      triggers.some((trigger) => trigger.script === script.id && trigger.event === event),
  );
  const found = new Map<string, string>();
  for (const { title, names } of own.length > 0 ? own : roles) {
    for (const text of names.split(' ')) {
      const others = found.get(text);
      found.set(text, others === undefined ? title : `${others}, ${title}`);
    }
  }
  return [...found].map(([text, detail]) => ({ text, detail }));
}
