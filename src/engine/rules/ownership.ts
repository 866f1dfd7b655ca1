import type { Agent } from '../definition.ts';
import type { Input, InputOf } from '../inputs.ts';
import { isOngoing, rightsOf } from '../agent-views.ts';
import { coded, type CodedText } from '../codes.ts';
import type { Cause, StepDraft } from '../step-draft.ts';
import type { Session } from '../world.ts';

/** What an agent does to one session. */
export type AgentInput = Extract<Input, { readonly agent: number; readonly session: number }>;

/** Why the agent cannot act on a session that somebody handles; managers may act on chats of others. */
export function problemWithOwner(
  draft: StepDraft,
  session: Session,
  agent: Agent,
  managers = false,
): CodedText | null {
  if (!isOngoing(session)) {
    return coded('not-ongoing', { session: session.id, status: session.status });
  }
  if (session.agent === agent.id) return null;
  if (managers && session.agent > 0 && rightsOf(draft.world, agent.id, session).manages) return null;
  return coded('not-the-owner', { ...who(agent), session: session.id });
}

/** An agent, for what is said about them. */
export const who = ({ id, name }: Agent) => ({ agent: id, name });

/** Does one thing that an agent does to a session, or says why not. */
export type Action<T extends AgentInput['type']> = (
  draft: StepDraft,
  because: Cause,
  session: Session,
  agent: Agent,
  input: InputOf<T>,
) => CodedText | null;
