import { changedInputs, statusInputs } from '../event-data.ts';
import { eventType, status } from '../numbers.ts';
import type { SessionStatus } from '../numbers.ts';
import { runBot, runTriggers } from '../scripts.ts';
import { following } from '../step-draft.ts';
import type { Cause, StepDraft } from '../step-draft.ts';
import { queueWebhooks } from './webhooks.ts';

/** Only a chat that goes on can be handed from one agent to another. */
const talking = new Set<SessionStatus>([status.customerLast, status.userLast]);

/**
 * Changes a session's status, wherever the change comes from: the change, trigger 401, the webhook, then
 * the bot's session changed script if the bot is still active (rulings 18, chat-domain Q3). Setting the
 * status that it has is nothing at all (T72, Q41).
 */
export function changeStatus(
  draft: StepDraft,
  because: Cause,
  id: number,
  to: SessionStatus,
  rule: string,
): void {
  const before = draft.world.sessions.get(id);
  if (before === undefined || before.status === to) return;
  const from = before.status;
  const seq = draft.emit(because, { type: 'session.statusChanged', session: id, from, to }, rule);
  const next = following(because, seq);
  if (before.transferTo > 0 && !talking.has(to)) {
    const { agent, transferTo } = before;
    draft.emit(next, { type: 'transfer.cancelled', session: id, from: agent, to: transferTo }, 'T31');
  }
  const changed = draft.world.sessions.get(id) ?? before;
  runTriggers(draft, next, eventType.changedStatus, id, () => statusInputs(changed, from));
  queueWebhooks(draft, next, 'chatsession.changed', id, { status: to });
  runBot(draft, next, changed, 'sessionChanged', (session, world) =>
    changedInputs(world, session.status === to ? session : { ...session, status: to }, from),
  );
}
