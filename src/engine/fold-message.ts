import type { WorldCopy } from './changed.ts';
import type { EventOf } from './events.ts';
import { messageType, specialType } from './numbers.ts';
import { updateSession } from './fold-session.ts';
import { momentOf } from './moment-of.ts';
import { addTimer } from './timers.ts';
import type { Message, Sender, World } from './world.ts';

/** The copies of the first and the last message that lists show are cut here (chat-domain §1.3). */
const copyLength = 1024;

export function foldMessage(world: WorldCopy, event: EventOf<'message.saved'>): World {
  const at = momentOf(event.at);
  const message: Message = {
    id: event.message,
    session: event.session,
    type: event.messageType,
    text: event.text,
    author: event.author,
    sender: senderOf(event),
    specialType: event.specialType,
    specialParam: event.specialParam,
    whenPosted: momentOf(event.whenPosted),
    agent: event.agent ?? 0,
  };
  world.messages = world.messages.set(message.id, message);
  updateSession(world, event.session, (session) => {
    const copy = message.sender === 'system' ? '' : message.text.slice(0, copyLength);
    const fromCustomer = message.sender === 'customer';
    return {
      messages: session.messages.add(message.id),
      whenIdle: at,
      firstMessage: session.firstMessage === '' ? copy : session.firstMessage,
      lastMessage: copy === '' ? session.lastMessage : copy,
      customerTyping: session.customerTyping && !fromCustomer,
      userTyping: session.userTyping && message.type !== messageType.toCustomer,
      optionsFrom: fromCustomer ? message.id : session.optionsFrom,
      faqQuestion: faqQuestionAfter(session.faqQuestion, event),
    };
  });
  if (message.whenPosted <= at) return world;
  const { session, id, whenPosted } = message;
  return addTimer(world, { due: whenPosted, seq: event.seq, kind: 'message', session, message: id });
}

/** Keeps what a person wrote and a trigger blocked; what a bot or the system would have said is nobody's. */
export function foldBlocked(world: WorldCopy, event: EventOf<'message.blocked'>): World {
  const { session: id, seq, text, agent = 0, trigger } = event;
  const isCustomers =
    event.messageType === messageType.toUser ||
    (event.messageType === messageType.special && event.specialType === specialType.clickedOption);
  if (text === '' || (agent === 0 && !isCustomers)) return world;
  return updateSession(world, id, ({ undelivered }) => ({
    undelivered: undelivered.add({ seq, text, at: momentOf(event.at), agent, trigger }),
  }));
}

function faqQuestionAfter(asked: number, event: EventOf<'message.saved'>): number {
  if (event.specialType === specialType.faqSuccessQuestion) return event.message;
  return event.answers === asked ? 0 : asked;
}

/** Who a message is from, which the product keeps in `created_by` and the widget shows by its side. */
export function senderOf(event: EventOf<'message.saved'>): Sender {
  if (event.agent !== undefined) return 'agent';
  if (event.messageType === messageType.toUser) return 'customer';
  if (event.specialType === specialType.clickedOption) return 'customer';
  return event.by === undefined ? 'system' : 'bot';
}
