import { respondingAgents } from '../availability.ts';
import { customerFrom } from '../defaults.ts';
import { createdInputs, newSessionInputs } from '../event-data.ts';
import type { InputOf } from '../inputs.ts';
import { channelOf } from '../channel-of.ts';
import { eventType, specialType, status } from '../numbers.ts';
import type { SessionStatus } from '../numbers.ts';
import { coded, type Said } from '../said.ts';
import { runBot, runTriggers } from '../scripts.ts';
import { following } from '../stage.ts';
import type { Cause, Stage } from '../stage.ts';
import { initialStatus } from '../start-rule.ts';
import { hasPostChatForm } from '../views.ts';
import type { Session } from '../world.ts';
import { saveSystemMessage } from './messages.ts';
import { changeStatus } from './status.ts';
import { queueWebhooks } from './webhooks.ts';

/** A customer opens the chat: S1 without a bot, S2 with one. */
export function connect(stage: Stage, because: Cause, input: InputOf<'customer.connects'>): Said | null {
  const channel = stage.world.channels.find(({ id }) => id === input.channel);
  if (channel === undefined) {
    return coded('no-channel', { channel: input.channel });
  }
  const customer = customerFrom(input.customer ?? {});
  const botActive = stage.world.registrations.some((registration) => registration.channel === channel.id);
  const facts = { botActive, identified: customer.identified, preChatDone: false, faqDone: false };
  const initial = initialStatus(stage.world, channel, facts, stage.now);
  const id = stage.world.sessions.length + 1;
  const seq = stage.emit(
    because,
    {
      type: 'session.created',
      session: id,
      channel: channel.id,
      status: initial,
      botActive,
      customer,
      queuePosition: stage.world.queue.length + 1,
      foundAgents: !botActive && respondingAgents(stage.world, channel).length > 0,
    },
    creationRules[initial],
  );
  announce(stage, following(because, seq), id);
  return null;
}

const creationRules: Partial<Record<SessionStatus, string>> = { 1: 'T01', 2: 'T02', 3: 'T04', 4: 'T03' };

/** Trigger 400, the webhook, then the bot's session created script (S1, S2). */
function announce(stage: Stage, because: Cause, id: number): void {
  const session = stage.world.sessions.get(id);
  if (session === undefined) return;
  runTriggers(stage, because, eventType.newSession, id, () => newSessionInputs(stage.world, session));
  queueWebhooks(stage, because, 'chatsession.created', id);
  runBot(stage, because, session, 'sessionCreated', (current, world) => createdInputs(world, current));
}

/**
 * Hands a session over to people: first the bot is off, then the session starts over as its channel's
 * settings and the presence of agents say (S8, T25). The bot's scripts are never called for it again.
 */
export function resetChat(stage: Stage, because: Cause, session: Session): void {
  let next = because;
  if (session.botActive) {
    const seq = stage.emit(
      because,
      { type: 'session.botDeactivated', session: session.id, reason: 'reset' },
      'S8',
    );
    next = following(because, seq);
  }
  if (session.agent > 0) {
    stage.emit(next, { type: 'session.unassigned', session: session.id, agent: session.agent }, 'Q48');
  }
  const { customer, preChatDone, faqDone } = session;
  const facts = { botActive: false, identified: customer.identified, preChatDone, faqDone };
  const to = initialStatus(stage.world, channelOf(stage.world, session), facts, stage.now);
  changeStatus(stage, next, session.id, to, 'T25');
}

/** How the customer's window closes, by status: where to, and whether a line says so (S13, T19, T21, T28). */
export function leave(stage: Stage, because: Cause, session: Session): Said | null {
  const { id } = session;
  switch (session.status) {
    case status.preChatForm:
    case status.faq:
      changeStatus(stage, because, id, status.closed, 'T28');
      return null;
    case status.offlineForm:
      changeStatus(stage, because, id, status.finished, 'T24');
      return null;
    case status.inQueue:
    case status.customerLast:
    case status.userLast:
      endChat(stage, because, id, specialType.closedByCustomer, ['T19', 'T21']);
      return null;
    case status.finished:
      if (hasPostChatForm(stage.world, session)) {
        changeStatus(stage, because, id, status.closed, 'T27');
      }
      return null;
    default:
      return coded('session-over', { session: id });
  }
}

/** The customer's client did not come back in time (S14, T20, T22, T32). */
export function closeVanished(stage: Stage, because: Cause, session: Session): void {
  const { id } = session;
  if (session.status < status.inQueue) {
    changeStatus(stage, because, id, status.closed, 'T32');
  } else if (session.status < status.finished) {
    endChat(stage, because, id, specialType.closedByIdle, ['T20', 'T22']);
  }
}

/**
 * Ends a chat with a closing line: a conversation in 7, waiting in 11. The line's own triggers may have
 * moved the session meanwhile, so it is the status after it that counts.
 *
 * @param rules the transition of a conversation, and that of a session in the queue.
 */
export function endChat(
  stage: Stage,
  because: Cause,
  id: number,
  line: number,
  rules: readonly [conversation: string, queue: string],
  param = '',
): void {
  const next = saveSystemMessage(stage, because, id, line, { param })?.next ?? because;
  const now = stage.world.sessions.get(id)?.status;
  if (now === status.inQueue) {
    changeStatus(stage, next, id, status.closedFromQueue, rules[1]);
  } else if (now === status.customerLast || now === status.userLast) {
    changeStatus(stage, next, id, status.finished, rules[0]);
  }
}
