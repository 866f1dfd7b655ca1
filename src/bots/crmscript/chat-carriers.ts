import { CarrierValue, dateTimeAt, type NativeContext } from '../../crmscript/library.ts';
import { memberRights } from '../../engine/channel-settings.ts';
import type { Agent, Channel, Member } from '../../engine/definition.ts';
import { agentChats } from '../../engine/agent-views.ts';
import { leavesOf, valueAt } from '../../engine/setting-kinds.ts';
import type { Message, Session, World } from '../../engine/world.ts';

/*
 * Things of the chat as the carriers that NSChatAgent hands out (chat-domain §1). They are copies: a
 * script changes the chat by saving them.
 */

const time = (context: NativeContext, milliseconds: number | null): unknown =>
  milliseconds === null ? null : dateTimeAt(context, milliseconds);

const workOfCarrier = 1024;
const workOfField = 1024;

/** Room for a carrier with so many fields. */
export function make(
  context: NativeContext,
  name: string,
  fields: Readonly<Record<string, unknown>>,
): CarrierValue {
  const entries = Object.entries(fields);
  context.charge(64 + 48 * entries.length);
  context.work(workOfCarrier + workOfField * entries.length);
  return new CarrierValue(name, entries);
}

export const associateOf = (context: NativeContext, { id, name, email }: Agent): CarrierValue =>
  make(context, 'NSAssociate', {
    AssociateId: id,
    EjUserId: id,
    Name: name,
    FullName: name,
    FormalName: name,
    UserName: email,
  });

/** The agent, or an empty carrier for none. */
function associate(context: NativeContext, world: World, id: number): CarrierValue {
  const agent = world.agents.find((one) => one.id === id);
  return agent === undefined ? make(context, 'NSAssociate', {}) : associateOf(context, agent);
}

export const messageCarrier = (context: NativeContext, message: Message): CarrierValue =>
  make(context, 'NSChatMessage', {
    ChatMessageId: message.id,
    ChatSessionId: message.session,
    Type: message.type,
    Message: message.text,
    Author: message.author,
    ReadByCustomer: 0,
    SpecialType: message.specialType,
    SpecialParam: message.specialParam,
    WhenPosted: time(context, message.whenPosted),
  });

export const sessionCarrier = (context: NativeContext, world: World, session: Session): CarrierValue =>
  make(context, 'NSChatSessionEntity', {
    ChatSessionId: session.id,
    TopicId: session.channel,
    Status: session.status,
    ChatbotIsActive: session.botActive,
    User: associate(context, world, session.agent),
    TransferTo: associate(context, world, session.transferTo),
    Person: make(context, 'NSPerson', { PersonId: session.contact }),
    Ticket: make(context, 'NSTicket', { TicketId: session.ticket }),
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
    WhenRequested: time(context, session.whenRequested),
    WhenStarted: time(context, session.whenStarted),
    WhenEnded: time(context, session.whenEnded),
    WhenIdle: time(context, session.whenIdle),
    WhenFetched: time(context, session.whenIdle),
  });

export const memberCarrier = (
  context: NativeContext,
  world: World,
  channel: Channel,
  member: Member,
): CarrierValue =>
  make(context, 'NSChatTopicAgent', {
    TopicId: channel.id,
    User: associate(context, world, member.agent),
    ...Object.fromEntries(
      leavesOf(memberRights).map(({ path, setting }) => [setting.carrier ?? path, valueAt(member, path)]),
    ),
  });

export const presenceCarrier = (context: NativeContext, world: World, agent: Agent): CarrierValue =>
  make(context, 'NSChatPresence', {
    UserId: agent.id,
    DisplayName: agent.name,
    Present: agent.present,
    OngoingChats: agentChats(world, agent.id).ongoing.length,
    ChatTopics: world.channels
      .filter(({ members }) => members.some((member) => member.agent === agent.id))
      .map(({ id }) => id),
  });

export const userItem = (context: NativeContext, agent: Agent): CarrierValue =>
  make(context, 'NSMDOListItem', { Id: agent.id, Name: agent.name, ToolTip: agent.email });
