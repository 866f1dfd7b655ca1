import type { Agent } from '../definition.ts';
import type { InputOf } from '../inputs.ts';
import { isOngoing, rightsOf } from '../agent-views.ts';
import { channelOf } from '../channel-of.ts';
import { agentNameFor, findAgent } from '../lookup.ts';
import { messageType, specialType, status, ticketOriginChat } from '../numbers.ts';
import { coded, type CodedText } from '../codes.ts';
import { following } from '../step-draft.ts';
import type { Cause, StepDraft } from '../step-draft.ts';
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
  draft: StepDraft,
  because: Cause,
  input: InputOf<'agent.setsPresence'>,
): CodedText | null {
  const agent = findAgent(draft.world, input.agent);
  if (agent === undefined) return coded('no-agent', { agent: input.agent });
  if (agent.present !== input.present) {
    draft.emit(because, { type: 'presence.changed', agent: agent.id, present: input.present });
  }
  return null;
}

/** Takes the one who has waited longest in the channels where the agent may respond (T47). */
export function picksUpNext(
  draft: StepDraft,
  because: Cause,
  input: InputOf<'agent.picksUpNext'>,
): CodedText | null {
  const agent = findAgent(draft.world, input.agent);
  if (agent === undefined) return coded('no-agent', { agent: input.agent });
  const next = waiting(draft.world).find((session) => mayRespond(draft, session, agent));
  if (next === undefined) return coded('nobody-waits', who(agent));
  return picksUp(draft, because, next, agent);
}

const mayRespond = (draft: StepDraft, session: Session, agent: Agent): boolean =>
  rightsOf(draft.world, agent.id, session).responds;

/** S10: an agent answers, even when Away (T46). The bot, if it was still there, is off (Q7). */
export function picksUp(draft: StepDraft, because: Cause, session: Session, agent: Agent): CodedText | null {
  if (!waiting(draft.world).some(({ id }) => id === session.id)) {
    return session.agent > 0 && isOngoing(session)
      ? coded('already-taken', {
          session: session.id,
          name: findAgent(draft.world, session.agent)?.name ?? '',
        })
      : coded('not-in-queue', { session: session.id });
  }
  const channel = channelOf(draft.world, session);
  if (!mayRespond(draft, session, agent)) {
    return coded('may-not-respond', { ...who(agent), channel: channel.name });
  }
  let next = because;
  if (session.botActive) {
    const seq = draft.emit(
      because,
      { type: 'session.botDeactivated', session: session.id, reason: 'pickUp' },
      'Q7',
    );
    next = following(because, seq);
  }
  const assigned = draft.emit(
    next,
    { type: 'session.assigned', session: session.id, agent: agent.id },
    'S10',
  );
  changeStatus(draft, following(because, assigned), session.id, status.customerLast, 'T12');
  if (channel.layout.welcomeMessage !== '') {
    saveSystemMessage(draft, following(because, assigned), session.id, specialType.welcome, {
      text: channel.layout.welcomeMessage,
      type: messageType.toCustomer,
      author: agentNameFor(channel, agent),
      agent: agent.id,
    });
  }
  return null;
}

/** Does what an agent does to one session, or says why not. */
export function agentActs(draft: StepDraft, because: Cause, input: AgentInput): CodedText | null {
  const session = draft.world.sessions.get(input.session);
  const agent = findAgent(draft.world, input.agent);
  if (agent === undefined) return coded('no-agent', { agent: input.agent });
  if (session === undefined) return coded('no-session', { session: input.session });
  return actions[input.type](draft, because, session, agent, input as never);
}

/** S11: the owner writes in 5 or 6 (rulings 19). */
const writes: Action<'agent.writes'> = (draft, because, session, agent, { text }) => {
  const problem = problemWithText(text) ?? problemWithOwner(draft, session, agent);
  if (problem !== null) return problem;
  say(draft, because, session, agent, text);
  return null;
};

function say(draft: StepDraft, because: Cause, session: Session, agent: Agent, text: string): void {
  saveMessage(
    draft,
    because,
    {
      session: session.id,
      text,
      type: messageType.toCustomer,
      specialType: specialType.none,
      specialParam: '',
      author: agentNameFor(channelOf(draft.world, session), agent),
      agent: agent.id,
    },
    {
      rule: 'S11',
      onSaved: (next) => {
        speakTo(draft, next, session.id);
      },
    },
  );
}

const sendsFile: Action<'agent.sendsFile'> = (draft, because, session, agent, { name }) => {
  const problem = problemWithOwner(draft, session, agent);
  if (problem !== null) return problem;
  if (isFileAllowed(draft, name)) say(draft, because, session, agent, name);
  else saveSystemMessage(draft, because, session.id, specialType.illegalFileType, { param: name });
  return null;
};

const types: Action<'agent.types'> = (draft, because, session, agent, { typing }) => {
  const problem = problemWithOwner(draft, session, agent);
  if (problem === null) setTyping(draft, because, session, 'user', typing);
  return problem;
};

/** S12, T18. */
const ends: Action<'agent.ends'> = (draft, because, session, agent) => {
  const problem = problemWithOwner(draft, session, agent, true);
  if (problem !== null) return problem;
  endChat(draft, because, session.id, specialType.closedByUser, ['T18', 'T21'], agent.name);
  return null;
};

/** A manager takes over a chat of another agent (chat-domain §8.2). */
const takesOver: Action<'agent.takesOver'> = (draft, because, session, agent) => {
  const problem = problemWithOwner(draft, session, agent, true);
  if (problem !== null) return problem;
  if (session.agent === agent.id) return coded('is-the-owner', { ...who(agent), session: session.id });
  const { id, transferTo: to, agent: from } = session;
  if (to > 0) draft.emit(because, { type: 'transfer.cancelled', session: id, from, to });
  if (session.listeners.includes(agent.id)) {
    draft.emit(because, { type: 'listener.left', session: id, agent: agent.id });
  }
  draft.emit(because, { type: 'session.unassigned', session: id, agent: from });
  draft.emit(because, { type: 'session.assigned', session: id, agent: agent.id });
  return null;
};

/** T53: a request that contains the chat log; its number is for the agent to send. */
const createsRequest: Action<'agent.createsRequest'> = (draft, because, session, agent, { title }) => {
  if (session.agent !== agent.id) return coded('not-the-owner', { ...who(agent), session: session.id });
  if (title.trim() === '') return coded('title-missing', {});
  const { category, priority } = channelOf(draft.world, session).offlineForm.requests;
  const request = draft.world.requests.length + 1;
  const seq = draft.emit(
    because,
    {
      type: 'request.created',
      session: session.id,
      request,
      title: title.trim(),
      category,
      priority,
      origin: ticketOriginChat,
      text: chatLog(draft.world, session.id, 'agent', draft.now),
      agent: agent.id,
    },
    'T53',
  );
  const fields = { ticket: request };
  draft.emit(following(because, seq), { type: 'session.updated', session: session.id, fields });
  return null;
};

/** T52: a listener sees the messages and cannot write. */
const listens: Action<'agent.listens'> = (draft, because, session, agent) => {
  if (!rightsOf(draft.world, agent.id, session).listens) return coded('may-not-listen', who(agent));
  if (!isOngoing(session)) return coded('only-ongoing-heard', {});
  if (session.agent === agent.id) return coded('is-the-owner', { ...who(agent), session: session.id });
  if (!session.listeners.includes(agent.id)) {
    draft.emit(because, { type: 'listener.joined', session: session.id, agent: agent.id }, 'T52');
  }
  return null;
};

const stopsListening: Action<'agent.stopsListening'> = (draft, because, session, agent) => {
  if (!session.listeners.includes(agent.id))
    return coded('not-listening', { ...who(agent), session: session.id });
  draft.emit(because, { type: 'listener.left', session: session.id, agent: agent.id });
  return null;
};

const linksContact: Action<'agent.linksContact'> = (draft, because, session, agent, { contact }) => {
  if (session.agent !== agent.id) return coded('not-the-owner', { ...who(agent), session: session.id });
  if (!draft.world.contacts.some(({ id }) => id === contact)) return coded('no-contact', { contact });
  draft.emit(because, { type: 'contact.linked', session: session.id, contact, agent: agent.id });
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
