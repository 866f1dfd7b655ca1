import { channelOf } from './channel-of.ts';
import { randomBits } from './random.ts';
import type { Message, Session, World } from './world.ts';

/*
 * What scripts read from EventData, by event (chat-domain §5). All values are text: "0" for what is not
 * set, "1" and "0" for yes and no (Q26).
 */

/** Names and values in the order of the documentation; a list, because an object of twenty fields takes longer to make. */
export type Inputs = readonly (readonly [name: string, value: string])[];

const yes = (value: boolean): string => (value ? '1' : '0');

/** The secret of the customer's client: derived, so that nothing has to be stored. */
export const sessionKey = (world: World, session: Session): string =>
  [1, 2, 3, 4].map((n) => randomBits(world.seed, -session.id, n).toString(16).padStart(8, '0')).join('');

export const registerInputs = (action: 'register' | 'unregister', channel: number): Inputs => [
  ['action', action],
  ['topicid', String(channel)],
];

/** For trigger 400. */
export const newSessionInputs = (world: World, session: Session): Inputs => [
  ['chatSession.id', String(session.id)],
  ['chatSession.topicId', String(session.channel)],
  ['chatSession.customerAlias', session.customer.alias],
  ['chatSession.sessionKey', sessionKey(world, session)],
  ['chatSession.customerHost', 'localhost'],
  ['chatSession.status', String(session.status)],
];

/** For the bot's session created script. On bot channels nobody is ever found (trap 17). */
export const createdInputs = (world: World, session: Session): Inputs => [
  ...newSessionInputs(world, session),
  ['chatSession.chatbot_isactive', yes(session.botActive)],
  ...topicInputs(world, session),
  ['foundAgents', '0'],
];

const topicInputs = (world: World, session: Session): Inputs => {
  const channel = channelOf(world, session);
  return [
    ['chatTopic.id', String(session.channel)],
    ['chatTopic.name', channel.name],
    ['chatTopic.botName', channel.bot.name],
  ];
};

/** For trigger 401: the new status, and for convenience both (Q23). */
export const statusInputs = (session: Session, from: number): Inputs => [
  ['chatSession.id', String(session.id)],
  ['chatSession.topicId', String(session.channel)],
  ['chatSession.status', String(session.status)],
  ['status.old', String(from)],
  ['status.new', String(session.status)],
];

/** For the bot's session changed script. `chatTopic.botName` is read there by echobot2 (Q25). */
export const changedInputs = (world: World, session: Session, from: number): Inputs => [
  ...statusInputs(session, from),
  ['chatSession.botActive', yes(session.botActive)],
  ...customerInputs(session),
  ...topicInputs(world, session),
];

/**
 * No agent has the session: a public bot that works on tenants asks for "-1" before it answers, so here Q26's
 * "0" gives way (docs/fidelity.md).
 */
const noUser = -1;

const customerInputs = (session: Session): Inputs => [
  ['chatSession.userId', String(session.agent > 0 ? session.agent : noUser)],
  ['chatSession.customerId', String(session.contact)],
  ['chatSession.customerName', session.customer.name],
  ['chatSession.customerEmail', session.customer.email],
  ['chatSession.companyName', session.customer.company],
  ['chatSession.customerPhone', session.customer.phone],
];

export type MessageText = Pick<Message, 'text' | 'type' | 'specialType' | 'specialParam' | 'author'>;

/** For triggers 402 and 403; before the message is saved it has no number yet (T67). */
export const messageInputs = (session: Session, message: MessageText, id: number | null): Inputs => [
  ['chatSession.topicId', String(session.channel)],
  ['chatSession.status', String(session.status)],
  ...customerInputs(session),
  ['chatMessage.sessionId', String(session.id)],
  ...(id === null ? [] : ([['chatMessage.id', String(id)]] as const)),
  ['chatMessage.message', message.text],
  ['chatMessage.type', String(message.type)],
  ['chatMessage.specialType', String(message.specialType)],
  ['chatMessage.specialParam', message.specialParam],
  ['chatMessage.author', message.author],
];

/** For the bot's message received script. */
export const receivedInputs = (world: World, session: Session, message: MessageText, id: number): Inputs => [
  ...messageInputs(session, message, id),
  ['chatSession.id', String(session.id)],
  ['chatSession.botActive', yes(session.botActive)],
  ['chatSession.contactId', '0'],
  ['chatSession.projectId', '0'],
  ['chatSession.saleId', '0'],
  ['chatSession.ticketId', String(session.ticket)],
  ...topicInputs(world, session),
];
