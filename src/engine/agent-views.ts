import { channelIn, memberOf } from './lookup.ts';
import { status } from './numbers.ts';
import { visibleMessages } from './views.ts';
import type { Session, World } from './world.ts';

/*
 * What agents have before them and may do, worked out from the world.
 */

/** What membership of a session's channel lets an agent do (chat-domain §1.2). */
export type Rights = {
  /** Answers and handles chats. */
  readonly responds: boolean;
  readonly listens: boolean;
  /** Takes over, transfers and ends chats of others. */
  readonly manages: boolean;
};

export function rightsOf(world: World, agent: number, session: Session): Rights {
  const member = memberOf(channelIn(world, session), agent);
  return {
    responds: member?.canRespond ?? false,
    listens: member?.canListen ?? false,
    manages: member?.manager ?? false,
  };
}

/** Whether an agent or a bot and a customer are talking: status 5 or 6. */
export const isOngoing = ({ status: now }: Session): boolean =>
  now === status.customerLast || now === status.userLast;

/** Those of the `waiting` sessions that the agent may pick up, in their order. */
export const waitingFor = (world: World, agent: number, waiting: readonly Session[]): readonly Session[] =>
  waiting.filter((session) => rightsOf(world, agent, session).responds);

/** Sessions that go on at the desks of the agent's channels, or with a bot. */
export const goingOn = (world: World, agent: number): readonly Session[] =>
  [...world.sessions].filter((session) => {
    if (!isOngoing(session)) return false;
    const { responds, listens, manages } = rightsOf(world, agent, session);
    return responds || listens || manages;
  });

/** How many messages the customer wrote since anybody answered. */
export function unansweredOf(world: World, session: Session): number {
  const messages = visibleMessages(world, session.id, 'agent');
  const answered = messages.findLastIndex(({ sender }) => sender === 'agent' || sender === 'bot');
  return messages.slice(answered + 1).filter(({ sender }) => sender === 'customer').length;
}

/** Sessions that ended are listed as recent for so long (chat-domain §8.1). */
const recentFor = 8 * 3600 * 1000;

export type AgentChats = {
  readonly ongoing: readonly Session[];
  readonly recent: readonly Session[];
  /** Being transferred to this agent, who has not answered yet. */
  readonly transfers: readonly Session[];
  readonly listening: readonly Session[];
};

/** The lists of an agent's Chats tab (T49, T54). */
export function agentChats(world: World, agent: number): AgentChats {
  const ongoing: Session[] = [];
  const recent: Session[] = [];
  const transfers: Session[] = [];
  const listening: Session[] = [];
  for (const session of world.sessions) {
    const active = isOngoing(session);
    if (active && session.transferTo === agent) transfers.push(session);
    if (active && session.agent === agent) ongoing.push(session);
    else if (active && session.listeners.includes(agent)) listening.push(session);
    else if (!active && session.agent === agent && world.now - (session.whenEnded ?? 0) <= recentFor) {
      recent.push(session);
    }
  }
  return { ongoing, recent, transfers, listening };
}
