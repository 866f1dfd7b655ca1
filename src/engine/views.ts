import { channelIn } from './lookup.ts';
import { specialType, status } from './numbers.ts';
import { parseOptions } from './options.ts';
import type { Message, Session, Undelivered, World } from './world.ts';

/*
 * What the panes show, worked out from the world. The page draws it, `expect` of a scenario checks it.
 */

export type CustomerScreen = 'preChat' | 'faq' | 'queue' | 'conversation' | 'offline' | 'postChat' | 'closed';

/** Which screen of the widget a customer sees (chat-domain §9). */
export function customerScreen(world: World, session: Session): CustomerScreen {
  switch (session.status) {
    case status.preChatForm:
      return 'preChat';
    case status.faq:
      return 'faq';
    case status.offlineForm:
      return 'offline';
    case status.inQueue:
      return 'queue';
    case status.customerLast:
    case status.userLast:
      return 'conversation';
    case status.finished:
      if (session.returned) return 'conversation';
      return hasPostChatForm(world, session) ? 'postChat' : 'closed';
    default:
      return 'closed';
  }
}

/** The post-chat form follows a conversation or an FAQ, not the offline form (Q10). */
export function hasPostChatForm(world: World, session: Session): boolean {
  return channelIn(world, session)?.postChatForm.enabled === true && session.previous !== status.offlineForm;
}

/** Lines that only agents see (chat-domain §6.3). */
const forAgentsOnly = new Set<number>([specialType.newSession, specialType.transferRejected]);

/**
 * The messages that a pane shows at this moment: delayed ones only once they are due, in order of when
 * they were posted, then of their numbers (rulings 16, T82, T83).
 */
export function visibleMessages(
  world: World,
  session: number,
  viewer: 'customer' | 'agent',
  now: number = world.now,
): readonly Message[] {
  const shown: Message[] = [];
  let inOrder = true;
  for (const id of world.sessions.get(session)?.messages ?? []) {
    const message = world.messages.get(id);
    if (message === undefined || message.whenPosted > now) continue;
    if (viewer === 'customer' && forAgentsOnly.has(message.specialType)) continue;
    inOrder &&= (shown.at(-1)?.whenPosted ?? 0) <= message.whenPosted;
    shown.push(message);
  }
  return inOrder ? shown : shown.sort((a, b) => a.whenPosted - b.whenPosted || a.id - b.id);
}

/**
 * What its author wrote in a session and a trigger blocked: shown to them alone, as their own text that was not
 * delivered (chat-domain Q19). The author is the customer, or the agent with this id.
 */
export const undeliveredOf = (session: Session, author: 'customer' | number): readonly Undelivered[] =>
  [...session.undelivered].filter(({ agent }) => agent === (author === 'customer' ? 0 : author));

/** Whether something of the bot or the agent is still to come: dots may be shown meanwhile (Q18). */
export const hasDelayedMessages = (world: World, session: number): boolean =>
  world.timers.some((timer) => timer.kind === 'message' && timer.session === session);

/** Who waits in the queue, the longest first; silent bots are listed unless the option hides them (Q7). */
export function waiting(world: World): readonly Session[] {
  const hidden = world.options.botInQueue === 'hidden';
  return world.queue.flatMap((id) => {
    const session = world.sessions.get(id);
    return session === undefined || (hidden && session.botActive) ? [] : [session];
  });
}

/** The place in the queue, from 1; 0 when the session does not wait. */
export const queuePlace = (world: World, session: Session): number =>
  waiting(world).findIndex(({ id }) => id === session.id) + 1;

/** The channel's queue text with its variables filled in; empty when it has none (T93). */
export function queueText(world: World, session: Session): string {
  const words = channelIn(world, session)?.layout.queueText;
  if (words?.enabled !== true) return '';
  return words.text
    .replaceAll('{cque}', String(queuePlace(world, session)))
    .replaceAll('{cavw}', averageWait(world, session.channel));
}

/** The average time until agents accept, as `hh:mm` rounded down (Q45). */
export function averageWait(world: World, channel: number): string {
  const accepts = world.accepts[channel];
  const seconds = accepts === undefined ? 0 : accepts.seconds / accepts.count;
  const minutes = Math.floor(seconds / 60);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Whether a waiting customer is offered the offline form: after so long, or with so many waiting (T95). */
export function offlineOffered(world: World, session: Session, now: number = world.now): boolean {
  const offer = channelIn(world, session)?.offlineForm.fromQueue;
  if (offer?.enabled !== true || session.status !== status.inQueue || session.waitingSince === null)
    return false;
  const { minutes, length } = offer;
  const waited = minutes > 0 && now - session.waitingSince >= minutes * 60_000;
  const inChannel = waiting(world).filter(({ channel }) => channel === session.channel).length;
  return waited || (length > 0 && inChannel >= length);
}

/** The labels of a message's buttons; none unless it is an options message. */
export const optionsOf = (message: Message): readonly string[] =>
  message.specialType === specialType.options ? parseOptions(message.specialParam).options : [];

/** Buttons go dead once the customer clicked one or wrote instead (chat-domain §6.3). */
export const optionsAreLive = (session: Session, message: Message): boolean =>
  message.session === session.id &&
  message.specialType === specialType.options &&
  message.id > session.optionsFrom &&
  session.status <= status.finished;

/** Whether the conversation is over for good: whoever writes begins a new one. */
export const isOver = ({ status: now }: Pick<Session, 'status'>): boolean =>
  now > status.finished || now === status.invalid;

/**
 * The conversations that people have before them: all, but for those that ended and whose customer has begun anew on
 * the same channel since.
 */
export function currentSessions(world: World): readonly Session[] {
  const latest = new Map<string, number>();
  const seat = ({ channel, customer }: Session) => `${String(channel)} ${customer.alias}`;
  for (const session of world.sessions) latest.set(seat(session), session.id);
  return [...world.sessions].filter((session) => {
    const ended = isOver(session) || session.status === status.finished;
    return !ended || session.customer.alias === '' || latest.get(seat(session)) === session.id;
  });
}

/** Whether a customer can send files: while somebody waits or talks (rulings 24). */
export const takesFiles = ({ status: now }: Pick<Session, 'status'>): boolean =>
  now >= status.inQueue && now <= status.userLast;
