import { agentChats } from '../../engine/agent-views.ts';
import { status } from '../../engine/numbers.ts';
import type { Input } from '../../engine/inputs.ts';
import type { Session, World } from '../../engine/world.ts';
import { worldOf, type Caller } from './caller.ts';
import { emptySession, sessionCarrier } from './carriers.ts';
import { agentNamed, scriptUser } from './people.ts';
import { numberIn, textIn, type Carrier, type CarrierInput } from './plain.ts';

/*
 * Sessions, as ChatAgent has them on the chat as it is (chat-domain §12.2). What is not possible now gives null and leaves
 * no event (rulings 23). The user of a script is the first agent of the world; who accepts or rejects a transfer is the
 * one to whom it was offered, who transfers is the one who has the chat.
 */

export const sessionOf = (caller: Caller, id: number): Session | undefined =>
  worldOf(caller).sessions.get(id);

/** The session as it is now; null for none. */
function entity(caller: Caller, id: number): Carrier | null {
  const session = sessionOf(caller, id);
  return session === undefined ? null : sessionCarrier(worldOf(caller), session);
}

type Doable = Exclude<Input, { type: 'clock.advances' }>;

/** Whether it was possible. */
export const perform = (caller: Caller, input: Doable): boolean =>
  caller.act((host, site) => host.perform(site, input)) === null;

/** Does something to a session; returns the session afterwards, or null if it was not possible. */
const performOn = (caller: Caller, id: number, input: Doable): Carrier | null =>
  perform(caller, input) ? entity(caller, id) : null;

/** Saves a changed status and what is known about the customer; the rest of a session is the chat's own. */
function saveSession(caller: Caller, given: CarrierInput | null): Carrier | null {
  const id = given === null ? 0 : (numberIn(given, 'ChatSessionId') ?? 0);
  const session = sessionOf(caller, id);
  if (given === null || session === undefined) return null;
  const { name, email, phone, company } = session.customer;
  const wanted = {
    name: textIn(given, 'CustomerName'),
    email: textIn(given, 'CustomerEmail'),
    phone: textIn(given, 'CustomerPhone'),
    company: textIn(given, 'CustomerCompanyName'),
  };
  const changed = JSON.stringify(wanted) !== JSON.stringify({ name, email, phone, company });
  const to = numberIn(given, 'Status') ?? session.status;
  caller.act((host, site) => {
    if (changed) host.updateSession(site, id, wanted);
    if (to !== session.status) host.setChatStatus(site, id, to);
  });
  return entity(caller, id);
}

const ongoing = (world: World): number[] =>
  agentChats(world, scriptUser(world)?.id ?? 0).ongoing.map(({ id }) => id);

function pickUpFirst(caller: Caller): Carrier | null {
  const agent = scriptUser(worldOf(caller))?.id ?? 0;
  const before = new Set(ongoing(worldOf(caller)));
  if (!perform(caller, { type: 'agent.picksUpNext', agent })) return null;
  const taken = ongoing(worldOf(caller)).find((id) => !before.has(id));
  return taken === undefined ? null : entity(caller, taken);
}

export const chatSessions = {
  GetChatSessionEntity: entity,
  SaveChatSessionEntity: saveSession,
  CreateChatSessionForTopic: (caller: Caller, channel: number): Carrier | null =>
    perform(caller, { type: 'customer.connects', channel })
      ? entity(caller, worldOf(caller).sessions.length)
      : null,
  DeleteChatSessionEntity: (caller: Caller, id: number): void => {
    if (sessionOf(caller, id) === undefined) return;
    caller.act((host, site) => {
      host.setChatStatus(site, id, status.deleted);
    });
  },
  CreateDefaultChatSessionEntity: (): Carrier => emptySession,
  ChatSessionsForUser: (caller: Caller): Carrier[] =>
    ongoing(worldOf(caller)).flatMap((id) => entity(caller, id) ?? []),
  PickUpChatSession: (caller: Caller, session: number): Carrier | null => {
    const agent = scriptUser(worldOf(caller))?.id ?? 0;
    return performOn(caller, session, { type: 'agent.picksUp', agent, session });
  },
  PickUpFirstChatSession: pickUpFirst,
  TransferChatSession: (caller: Caller, session: number, to: string): Carrier | null => {
    const agent = sessionOf(caller, session)?.agent ?? 0;
    const target = agentNamed(worldOf(caller), to)?.id ?? 0;
    return performOn(caller, session, { type: 'agent.transfers', agent, session, to: target });
  },
  AcceptChatSessionTransfer: (caller: Caller, session: number): Carrier | null => {
    const agent = sessionOf(caller, session)?.transferTo ?? 0;
    return performOn(caller, session, { type: 'agent.acceptsTransfer', agent, session });
  },
  RejectChatSessionTransfer: (caller: Caller, session: number): Carrier | null => {
    const agent = sessionOf(caller, session)?.transferTo ?? 0;
    return performOn(caller, session, { type: 'agent.rejectsTransfer', agent, session });
  },
  ResetChatSession: (caller: Caller, id: number): Carrier | null => {
    if (sessionOf(caller, id) === undefined) return null;
    caller.act((host, site) => {
      host.resetChat(site, id);
    });
    return entity(caller, id);
  },
};
