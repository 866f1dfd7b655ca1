import type { Agent } from '../definition.ts';
import type { InputOf } from '../inputs.ts';
import { isOngoing, rightsOf } from '../agent-views.ts';
import { channelOf } from '../channel-of.ts';
import { agentNameFor, findAgent } from '../lookup.ts';
import { messageType, specialType, status, ticketOriginChat } from '../numbers.ts';
import { coded, type Said } from '../said.ts';
import { following } from '../stage.ts';
import type { Cause, Stage } from '../stage.ts';
import { chatLog } from '../transcript.ts';
import type { Session } from '../world.ts';
import { waiting } from '../views.ts';
import { problemWithText } from '../message-text.ts';
import { isFileAllowed } from './customer.ts';
import { saveMessage, saveSystemMessage, speakTo } from './messages.ts';
import { problemWithOwner, who } from './ownership.ts';
import type { Action, AgentInput } from './ownership.ts';
import { endChat } from './sessions.ts';
import { changeStatus } from './status.ts';
import { acceptsTransfer, cancelsTransfer, rejectsTransfer, transfers } from './transfers.ts';
import { setTyping } from './typing.ts';

export function setsPresence(
  stage: Stage,
  because: Cause,
  input: InputOf<'agent.setsPresence'>,
): Said | null {
  const agent = findAgent(stage.world, input.agent);
  if (agent === undefined) return coded('no-agent', { agent: input.agent });
  if (agent.present !== input.present) {
    stage.emit(because, { type: 'presence.changed', agent: agent.id, present: input.present });
  }
  return null;
}

/** Takes the one who has waited longest in the channels where the agent may respond (T47). */
export function picksUpNext(stage: Stage, because: Cause, input: InputOf<'agent.picksUpNext'>): Said | null {
  const agent = findAgent(stage.world, input.agent);
  if (agent === undefined) return coded('no-agent', { agent: input.agent });
  const next = waiting(stage.world).find((session) => mayRespond(stage, session, agent));
  if (next === undefined) return coded('nobody-waits', who(agent));
  return picksUp(stage, because, next, agent);
}

const mayRespond = (stage: Stage, session: Session, agent: Agent): boolean =>
  rightsOf(stage.world, agent.id, session).responds;

/** S10: an agent answers, even when Away (T46). The bot, if it was still there, is off (Q7). */
export function picksUp(stage: Stage, because: Cause, session: Session, agent: Agent): Said | null {
  if (!waiting(stage.world).some(({ id }) => id === session.id)) {
    return session.agent > 0 && isOngoing(session)
      ? coded('already-taken', {
          session: session.id,
          name: findAgent(stage.world, session.agent)?.name ?? '',
        })
      : coded('not-in-queue', { session: session.id });
  }
  const channel = channelOf(stage.world, session);
  if (!mayRespond(stage, session, agent)) {
    return coded('may-not-respond', { ...who(agent), channel: channel.name });
  }
  let next = because;
  if (session.botActive) {
    const seq = stage.emit(
      because,
      { type: 'session.botDeactivated', session: session.id, reason: 'pickUp' },
      'Q7',
    );
    next = following(because, seq);
  }
  const assigned = stage.emit(
    next,
    { type: 'session.assigned', session: session.id, agent: agent.id },
    'S10',
  );
  changeStatus(stage, following(because, assigned), session.id, status.customerLast, 'T12');
  if (channel.layout.welcomeMessage !== '') {
    saveSystemMessage(stage, following(because, assigned), session.id, specialType.welcome, {
      text: channel.layout.welcomeMessage,
      type: messageType.toCustomer,
      author: agentNameFor(channel, agent),
      agent: agent.id,
    });
  }
  return null;
}

/** Does what an agent does to one session, or says why not. */
export function agentActs(stage: Stage, because: Cause, input: AgentInput): Said | null {
  const session = stage.world.sessions.get(input.session);
  const agent = findAgent(stage.world, input.agent);
  if (agent === undefined) return coded('no-agent', { agent: input.agent });
  if (session === undefined) return coded('no-session', { session: input.session });
  return actions[input.type](stage, because, session, agent, input as never);
}

/** S11: the owner writes in 5 or 6 (rulings 19). */
const writes: Action<'agent.writes'> = (stage, because, session, agent, { text }) => {
  const problem = problemWithText(text) ?? problemWithOwner(stage, session, agent);
  if (problem !== null) return problem;
  say(stage, because, session, agent, text);
  return null;
};

function say(stage: Stage, because: Cause, session: Session, agent: Agent, text: string): void {
  saveMessage(
    stage,
    because,
    {
      session: session.id,
      text,
      type: messageType.toCustomer,
      specialType: specialType.none,
      specialParam: '',
      author: agentNameFor(channelOf(stage.world, session), agent),
      agent: agent.id,
    },
    {
      rule: 'S11',
      onSaved: (next) => {
        speakTo(stage, next, session.id);
      },
    },
  );
}

const sendsFile: Action<'agent.sendsFile'> = (stage, because, session, agent, { name }) => {
  const problem = problemWithOwner(stage, session, agent);
  if (problem !== null) return problem;
  if (isFileAllowed(stage, name)) say(stage, because, session, agent, name);
  else saveSystemMessage(stage, because, session.id, specialType.illegalFileType, { param: name });
  return null;
};

const types: Action<'agent.types'> = (stage, because, session, agent, { typing }) => {
  const problem = problemWithOwner(stage, session, agent);
  if (problem === null) setTyping(stage, because, session, 'user', typing);
  return problem;
};

/** S12, T18. */
const ends: Action<'agent.ends'> = (stage, because, session, agent) => {
  const problem = problemWithOwner(stage, session, agent, true);
  if (problem !== null) return problem;
  endChat(stage, because, session.id, specialType.closedByUser, ['T18', 'T21'], agent.name);
  return null;
};

/** A manager takes over a chat of another agent (chat-domain §8.2). */
const takesOver: Action<'agent.takesOver'> = (stage, because, session, agent) => {
  const problem = problemWithOwner(stage, session, agent, true);
  if (problem !== null) return problem;
  if (session.agent === agent.id) return coded('is-the-owner', { ...who(agent), session: session.id });
  const { id, transferTo: to, agent: from } = session;
  if (to > 0) stage.emit(because, { type: 'transfer.cancelled', session: id, from, to });
  if (session.listeners.includes(agent.id)) {
    stage.emit(because, { type: 'listener.left', session: id, agent: agent.id });
  }
  stage.emit(because, { type: 'session.unassigned', session: id, agent: from });
  stage.emit(because, { type: 'session.assigned', session: id, agent: agent.id });
  return null;
};

/** T53: a request that contains the chat log; its number is for the agent to send. */
const createsRequest: Action<'agent.createsRequest'> = (stage, because, session, agent, { title }) => {
  if (session.agent !== agent.id) return coded('not-the-owner', { ...who(agent), session: session.id });
  if (title.trim() === '') return coded('title-missing', {});
  const { category, priority } = channelOf(stage.world, session).offlineForm.requests;
  const request = stage.world.requests.length + 1;
  const seq = stage.emit(
    because,
    {
      type: 'request.created',
      session: session.id,
      request,
      title: title.trim(),
      category,
      priority,
      origin: ticketOriginChat,
      text: chatLog(stage.world, session.id, 'agent', stage.now),
      agent: agent.id,
    },
    'T53',
  );
  const fields = { ticket: request };
  stage.emit(following(because, seq), { type: 'session.updated', session: session.id, fields });
  return null;
};

/** T52: a listener sees the messages and cannot write. */
const listens: Action<'agent.listens'> = (stage, because, session, agent) => {
  if (!rightsOf(stage.world, agent.id, session).listens) return coded('may-not-listen', who(agent));
  if (!isOngoing(session)) return coded('only-ongoing-heard', {});
  if (session.agent === agent.id) return coded('is-the-owner', { ...who(agent), session: session.id });
  if (!session.listeners.includes(agent.id)) {
    stage.emit(because, { type: 'listener.joined', session: session.id, agent: agent.id }, 'T52');
  }
  return null;
};

const stopsListening: Action<'agent.stopsListening'> = (stage, because, session, agent) => {
  if (!session.listeners.includes(agent.id))
    return coded('not-listening', { ...who(agent), session: session.id });
  stage.emit(because, { type: 'listener.left', session: session.id, agent: agent.id });
  return null;
};

const linksContact: Action<'agent.linksContact'> = (stage, because, session, agent, { contact }) => {
  if (session.agent !== agent.id) return coded('not-the-owner', { ...who(agent), session: session.id });
  if (!stage.world.contacts.some(({ id }) => id === contact)) return coded('no-contact', { contact });
  stage.emit(because, { type: 'contact.linked', session: session.id, contact, agent: agent.id });
  return null;
};

const actions: { readonly [T in AgentInput['type']]: Action<T> } = {
  'agent.picksUp': picksUp,
  'agent.writes': writes,
  'agent.types': types,
  'agent.sendsFile': sendsFile,
  'agent.ends': ends,
  'agent.takesOver': takesOver,
  'agent.createsRequest': createsRequest,
  'agent.listens': listens,
  'agent.stopsListening': stopsListening,
  'agent.linksContact': linksContact,
  'agent.transfers': transfers,
  'agent.cancelsTransfer': cancelsTransfer,
  'agent.acceptsTransfer': acceptsTransfer,
  'agent.rejectsTransfer': rejectsTransfer,
};
