import { respondingAgents } from '../availability.ts';
import { customerFrom } from '../defaults.ts';
import { createdInputs, newSessionInputs } from '../event-data.ts';
import type { InputOf } from '../inputs.ts';
import { channelOf } from '../channel-of.ts';
import { eventType, specialType, status } from '../numbers.ts';
import type { SessionStatus } from '../numbers.ts';
import { coded, type CodedText } from '../codes.ts';
import { runBot, runTriggers } from '../scripts.ts';
import { following } from '../step-draft.ts';
import type { Cause, StepDraft } from '../step-draft.ts';
import { initialStatus } from '../start-rule.ts';
import { hasPostChatForm } from '../views.ts';
import type { Session } from '../world.ts';
import { saveSystemMessage } from './messages.ts';
import { changeStatus } from './status.ts';
import { queueWebhooks } from './webhooks.ts';

/** A customer opens the chat: S1 without a bot, S2 with one. */
export function connect(
  draft: StepDraft,
  because: Cause,
  input: InputOf<'customer.connects'>,
): CodedText | null {
  const channel = draft.world.channels.find(({ id }) => id === input.channel);
  if (channel === undefined) {
    return coded('no-channel', { channel: input.channel });
  }
  const customer = customerFrom(input.customer ?? {});
  const botActive = draft.world.registrations.some((registration) => registration.channel === channel.id);
  const facts = { botActive, identified: customer.identified, preChatDone: false, faqDone: false };
  const initial = initialStatus(draft.world, channel, facts, draft.now);
  const id = draft.world.sessions.length + 1;
  const seq = draft.emit(
    because,
    {
      type: 'session.created',
      session: id,
      channel: channel.id,
      status: initial,
      botActive,
      customer,
      queuePosition: draft.world.queue.length + 1,
      foundAgents: !botActive && respondingAgents(draft.world, channel).length > 0,
    },
    creationRules[initial],
  );
  announce(draft, following(because, seq), id);
  return null;
}

const creationRules: Partial<Record<SessionStatus, string>> = { 1: 'T01', 2: 'T02', 3: 'T04', 4: 'T03' };

/** Trigger 400, the webhook, then the bot's session created script (S1, S2). */
function announce(draft: StepDraft, because: Cause, id: number): void {
  const session = draft.world.sessions.get(id);
  if (session === undefined) return;
  runTriggers(draft, because, eventType.newSession, id, () => newSessionInputs(draft.world, session));
  queueWebhooks(draft, because, 'chatsession.created', id);
  runBot(draft, because, session, 'sessionCreated', (current, world) => createdInputs(world, current));
}

/**
 * Hands a session over to people: first the bot is off, then the session starts over as its channel's
 * settings and the presence of agents say (S8, T25). The bot's scripts are never called for it again.
 */
export function resetChat(draft: StepDraft, because: Cause, session: Session): void {
  let next = because;
  if (session.botActive) {
    const seq = draft.emit(
      because,
      { type: 'session.botDeactivated', session: session.id, reason: 'reset' },
      'S8',
    );
    next = following(because, seq);
  }
  if (session.agent > 0) {
    draft.emit(next, { type: 'session.unassigned', session: session.id, agent: session.agent }, 'Q48');
  }
  const { customer, preChatDone, faqDone } = session;
  const facts = { botActive: false, identified: customer.identified, preChatDone, faqDone };
  const to = initialStatus(draft.world, channelOf(draft.world, session), facts, draft.now);
  changeStatus(draft, next, session.id, to, 'T25');
}

/** How the customer's window closes, by status: where to, and whether a line says so (S13, T19, T21, T28). */
export function leave(draft: StepDraft, because: Cause, session: Session): CodedText | null {
  const { id } = session;
  switch (session.status) {
    case status.preChatForm:
    case status.faq:
      changeStatus(draft, because, id, status.closed, 'T28');
      return null;
    case status.offlineForm:
      changeStatus(draft, because, id, status.finished, 'T24');
      return null;
    case status.inQueue:
    case status.customerLast:
    case status.userLast:
      endChat(draft, because, id, specialType.closedByCustomer, ['T19', 'T21']);
      return null;
    case status.finished:
      if (hasPostChatForm(draft.world, session)) {
        changeStatus(draft, because, id, status.closed, 'T27');
      }
      return null;
    default:
      return coded('session-over', { session: id });
  }
}

/** The customer's client did not come back in time (S14, T20, T22, T32). */
export function closeVanished(draft: StepDraft, because: Cause, session: Session): void {
  const { id } = session;
  if (session.status < status.inQueue) {
    changeStatus(draft, because, id, status.closed, 'T32');
  } else if (session.status < status.finished) {
    endChat(draft, because, id, specialType.closedByIdle, ['T20', 'T22']);
  }
}

/**
 * Ends a chat with a closing line: a conversation in 7, waiting in 11. The line's own triggers may have
 * moved the session meanwhile, so it is the status after it that counts.
 *
 * @param rules the transition of a conversation, and that of a session in the queue.
 */
export function endChat(
  draft: StepDraft,
  because: Cause,
  id: number,
  line: number,
  rules: readonly [conversation: string, queue: string],
  param = '',
): void {
  const next = saveSystemMessage(draft, because, id, line, { param })?.next ?? because;
  const now = draft.world.sessions.get(id)?.status;
  if (now === status.inQueue) {
    changeStatus(draft, next, id, status.closedFromQueue, rules[1]);
  } else if (now === status.customerLast || now === status.userLast) {
    changeStatus(draft, next, id, status.finished, rules[0]);
  }
}
