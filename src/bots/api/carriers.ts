import { agentChats } from '../../engine/agent-views.ts';
import { memberRights } from '../../engine/channel-settings.ts';
import type { Agent, Channel, Member } from '../../engine/definition.ts';
import { leavesOf, valueAt } from '../../engine/setting-kinds.ts';
import type { Message, Session, World } from '../../engine/world.ts';
import { Carrier, Instant, type Plain } from './plain.ts';

/*
 * Things of the chat as the carriers that ChatAgent hands out (chat-domain §1). They are copies: a script changes the
 * chat by saving them.
 */

const time = (milliseconds: number | null): Plain =>
  milliseconds === null ? null : new Instant(milliseconds);

const associateOf = ({ id, name, email }: Agent): Carrier =>
  new Carrier('Associate', {
    AssociateId: id,
    EjUserId: id,
    Name: name,
    FullName: name,
    FormalName: name,
    UserName: email,
  });

/** The agent, or an empty carrier for none. */
function associate(world: World, id: number): Carrier {
  const agent = world.agents.find((one) => one.id === id);
  return agent === undefined ? new Carrier('Associate', {}) : associateOf(agent);
}

export const messageCarrier = (message: Message): Carrier =>
  new Carrier('ChatMessage', {
    ChatMessageId: message.id,
    ChatSessionId: message.session,
    Type: message.type,
    Message: message.text,
    Author: message.author,
    ReadByCustomer: 0,
    SpecialType: message.specialType,
    SpecialParam: message.specialParam,
    WhenPosted: time(message.whenPosted),
  });

export const sessionCarrier = (world: World, session: Session): Carrier =>
  new Carrier('ChatSessionEntity', {
    ChatSessionId: session.id,
    TopicId: session.channel,
    Status: session.status,
    ChatbotIsActive: session.botActive,
    User: associate(world, session.agent),
    TransferTo: associate(world, session.transferTo),
    Person: new Carrier('Person', { PersonId: session.contact }),
    Ticket: new Carrier('Ticket', { TicketId: session.ticket }),
    CustomerAlias: session.customer.alias,
    CustomerName: session.customer.name,
    CustomerEmail: session.customer.email,
    CustomerPhone: session.customer.phone,
    CustomerCompanyName: session.customer.company,
    CustomerHost: 'localhost',
    CustomerConsented: session.consented,
    FirstMessage: session.firstMessage,
    LastMessage: session.lastMessage,
    InitialQueuePos: session.queuePosition,
    AlertLevel: session.alertLevel,
    Rank: session.rank,
    Flags: (session.customerTyping ? 1 : 0) + (session.userTyping ? 2 : 0),
    WhenRequested: time(session.whenRequested),
    WhenStarted: time(session.whenStarted),
    WhenEnded: time(session.whenEnded),
    WhenIdle: time(session.whenIdle),
    WhenFetched: time(session.whenIdle),
  });

/** A session that is none yet. */
export const emptySession = new Carrier('ChatSessionEntity', {
  ChatSessionId: 0,
  TopicId: 0,
  Status: 0,
  ChatbotIsActive: false,
  User: new Carrier('Associate', {}),
  TransferTo: new Carrier('Associate', {}),
  Person: new Carrier('Person', { PersonId: 0 }),
  Ticket: new Carrier('Ticket', { TicketId: 0 }),
  ...Object.fromEntries(
    'CustomerAlias CustomerName CustomerEmail CustomerPhone CustomerCompanyName CustomerHost FirstMessage LastMessage'
      .split(' ')
      .map((name) => [name, '']),
  ),
  CustomerConsented: false,
  ...Object.fromEntries(['InitialQueuePos', 'AlertLevel', 'Rank', 'Flags'].map((name) => [name, 0])),
  ...Object.fromEntries(
    ['WhenRequested', 'WhenStarted', 'WhenEnded', 'WhenIdle', 'WhenFetched'].map((name) => [name, null]),
  ),
});

export const memberCarrier = (world: World, channel: Channel, member: Member): Carrier =>
  new Carrier('ChatTopicAgent', {
    TopicId: channel.id,
    User: associate(world, member.agent),
    ...Object.fromEntries(
      leavesOf(memberRights).map(({ path, setting }) => [
        setting.carrier ?? path,
        valueAt(member, path) as boolean,
      ]),
    ),
  });

export const presenceCarrier = (world: World, agent: Agent): Carrier =>
  new Carrier('ChatPresence', {
    UserId: agent.id,
    DisplayName: agent.name,
    Present: agent.present,
    OngoingChats: agentChats(world, agent.id).ongoing.length,
    ChatTopics: world.channels
      .filter(({ members }) => members.some((member) => member.agent === agent.id))
      .map(({ id }) => id),
  });

export const userItem = (agent: Agent): Carrier =>
  new Carrier('MDOListItem', { Id: agent.id, Name: agent.name, ToolTip: agent.email });
