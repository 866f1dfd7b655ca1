import { isOngoing } from '../agent-views.ts';
import type { Agent } from '../definition.ts';
import { findAgent } from '../lookup.ts';
import { specialType } from '../numbers.ts';
import { coded, type CodedText } from '../codes.ts';
import { following } from '../step-draft.ts';
import { saveSystemMessage } from './messages.ts';
import { problemWithOwner, who } from './ownership.ts';
import type { Action } from './ownership.ts';
import type { Session } from '../world.ts';

/** S16: only to agents who are Present; the status stays (T48, T49). */
export const transfers: Action<'agent.transfers'> = (draft, because, session, agent, { to }) => {
  const problem = problemWithOwner(draft, session, agent, true);
  if (problem !== null) return problem;
  const target = findAgent(draft.world, to);
  if (target === undefined) return coded('no-agent', { agent: to });
  if (to === session.agent) return coded('is-the-owner', { ...who(target), session: session.id });
  if (!target.present) return coded('agent-away', who(target));
  if (session.transferTo > 0) return coded('transfer-waits', {});
  draft.emit(because, { type: 'transfer.requested', session: session.id, from: session.agent, to }, 'S16');
  return null;
};

export const cancelsTransfer: Action<'agent.cancelsTransfer'> = (draft, because, session, agent) => {
  const problem = problemWithOwner(draft, session, agent, true);
  if (problem !== null) return problem;
  const { id, agent: from, transferTo: to } = session;
  if (to === 0) return coded('no-transfer', { session: id });
  draft.emit(because, { type: 'transfer.cancelled', session: id, from, to });
  return null;
};

const problemWithOffer = (session: Session, agent: Agent): CodedText | null =>
  isOngoing(session) && session.transferTo === agent.id
    ? null
    : coded('not-transferred-to', { ...who(agent), session: session.id });

/** S17: a line says so, the owner changes, and the former one goes on listening (T49). */
export const acceptsTransfer: Action<'agent.acceptsTransfer'> = (draft, because, session, agent) => {
  const { id, agent: from } = session;
  const problem = problemWithOffer(session, agent);
  if (problem !== null) return problem;
  saveSystemMessage(draft, because, id, specialType.transferedSession, { param: agent.name });
  // The line's own triggers may have ended the chat, and the transfer with it.
  if (draft.world.sessions.get(id)?.transferTo !== agent.id) return null;
  const seq = draft.emit(because, { type: 'transfer.accepted', session: id, from, to: agent.id }, 'S17');
  const next = following(because, seq);
  if (session.listeners.includes(agent.id)) {
    draft.emit(next, { type: 'listener.left', session: id, agent: agent.id });
  }
  if (from > 0) draft.emit(next, { type: 'listener.joined', session: id, agent: from }, 'T49');
  return null;
};

/** S18: the owner keeps the chat (T50). */
export const rejectsTransfer: Action<'agent.rejectsTransfer'> = (draft, because, session, agent) => {
  const { id, agent: from } = session;
  const problem = problemWithOffer(session, agent);
  if (problem !== null) return problem;
  saveSystemMessage(draft, because, id, specialType.transferRejected, { param: agent.name });
  if (draft.world.sessions.get(id)?.transferTo !== agent.id) return null;
  draft.emit(because, { type: 'transfer.rejected', session: id, from, to: agent.id }, 'S18');
  return null;
};
