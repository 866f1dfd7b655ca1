import type { Agent } from '../definition.ts';
import type { Input, InputOf } from '../inputs.ts';
import { isManager } from '../lookup.ts';
import { status } from '../numbers.ts';
import type { Because, Stage } from '../stage.ts';
import type { Session } from '../world.ts';

/** What an agent does to one session. */
export type AgentInput = Extract<Input, { readonly agent: number; readonly session: number }>;

/** Whether an agent and a customer are talking: status 5 or 6. */
export const isOngoing = (session: Session): boolean =>
  session.status === status.customerLast || session.status === status.userLast;

/** Why the agent cannot act on a session that somebody handles; managers may act on chats of others. */
export function problemWithOwner(
  stage: Stage,
  session: Session,
  agent: Agent,
  managers = false,
): string | null {
  if (!isOngoing(session)) {
    return `Session ${String(session.id)} is in status ${String(session.status)}; only ongoing chats (5, 6) can be handled.`;
  }
  if (session.agent === agent.id) return null;
  if (managers && session.agent > 0 && isManager(stage.world, session, agent.id)) return null;
  return `${agent.name} does not handle session ${String(session.id)}.`;
}

/** Does one thing that an agent does to a session, or says why not. */
export type Action<T extends AgentInput['type']> = (
  stage: Stage,
  because: Because,
  session: Session,
  agent: Agent,
  input: InputOf<T>,
) => string | null;
