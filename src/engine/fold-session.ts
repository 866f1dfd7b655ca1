import { changedSession, type WorldCopy } from './changed.ts';
import type { EventOf } from './events.ts';
import { status } from './numbers.ts';
import type { SessionStatus } from './numbers.ts';
import { Table } from './table.ts';
import { momentOf } from './moment-of.ts';
import { addTimer, dropTimers } from './timers.ts';
import type { Session, World } from './world.ts';

type Changes = Partial<Omit<Session, 'id'>>;

/** Changes some fields of one session, if there is such a one. */
export function updateSession(
  world: WorldCopy,
  id: number,
  changes: Changes | ((session: Session) => Changes),
): WorldCopy {
  const session = world.sessions.get(id);
  if (session === undefined) return world;
  const changed = typeof changes === 'function' ? changes(session) : changes;
  world.sessions = world.sessions.set(id, changedSession(session, changed));
  return world;
}

export function foldCreated(world: WorldCopy, event: EventOf<'session.created'>): World {
  const at = momentOf(event.at);
  const session: Session = {
    id: event.session,
    channel: event.channel,
    status: event.status,
    botActive: event.botActive,
    agent: 0,
    customer: event.customer,
    question: '',
    queuePosition: event.queuePosition,
    whenRequested: at,
    whenStarted: null,
    whenEnded: null,
    whenIdle: at,
    waitingSince: null,
    alertLevel: 0,
    rank: 0,
    firstMessage: '',
    lastMessage: '',
    customerTyping: false,
    userTyping: false,
    transferTo: 0,
    listeners: [],
    contact: 0,
    ticket: 0,
    consented: false,
    rating: 0,
    connected: true,
    preChatDone: false,
    faqDone: false,
    faqQuestion: 0,
    optionsFrom: 0,
    previous: null,
    way: [],
    returned: false,
    messages: Table.empty(),
    undelivered: Table.empty(),
  };
  world.sessions = world.sessions.set(event.session, session);
  return startWaiting(world, event.session, event.status, event.seq, at);
}

export function foldStatus(world: WorldCopy, event: EventOf<'session.statusChanged'>): World {
  const { session: id, from, to } = event;
  const at = momentOf(event.at);
  updateSession(world, id, (session) => ({
    status: to,
    previous: from,
    way: session.way.some(([a, b]) => a === from && b === to) ? session.way : [...session.way, [from, to]],
    waitingSince: null,
    alertLevel: 0,
    returned: false,
    faqDone: session.faqDone || (from === status.faq && (to === status.inQueue || to === status.finished)),
    faqQuestion: to === status.faq ? session.faqQuestion : 0,
    ...endOf(session, to, at),
    ...(isTalking(to) && !isTalking(from) && session.agent > 0
      ? { rank: lowestFreeRank(world, session.agent, id) }
      : {}),
    // Nobody types any more once it has ended.
    ...(to >= status.finished && { customerTyping: false, userTyping: false }),
  }));
  if (from === status.inQueue) world.queue = world.queue.filter((waiting) => waiting !== id);
  world.timers = dropTimers(
    world.timers,
    (timer) =>
      timer.session === id &&
      (timer.kind === 'warning' || (timer.kind === 'vanished' && to >= status.finished)),
  );
  startWaiting(world, id, to, event.seq, at);
  const isBack = from >= status.finished && world.sessions.get(id)?.connected === false;
  return isBack ? expectBack(world, id, event.seq, at) : world;
}

const isTalking = (one: SessionStatus): boolean => one === status.customerLast || one === status.userLast;

/** Sets the timer that closes the session of a customer who is gone (chat-domain §11); 0 seconds is never. */
export function expectBack(world: WorldCopy, id: number, seq: number, at: number): World {
  const seconds = world.options.idleSeconds;
  const open = (world.sessions.get(id)?.status ?? status.finished) < status.finished;
  if (seconds <= 0 || !open) return world;
  return addTimer(world, { due: at + seconds * 1000, seq, kind: 'vanished', session: id });
}

/** whenEnded is set at the end and cleared when the customer returns (chat-domain T26). */
function endOf(session: Session, to: SessionStatus, at: number): Changes {
  if (to < status.finished) return { whenEnded: null };
  return session.whenEnded === null ? { whenEnded: at } : {};
}

/** In 4 a customer waits to be picked up, in 5 for an answer; both are warned about (chat-domain §11). */
function startWaiting(world: WorldCopy, id: number, to: SessionStatus, seq: number, at: number): World {
  if (to !== status.inQueue && to !== status.customerLast) return world;
  const session = world.sessions.get(id);
  const channel = world.channels.find((candidate) => candidate.id === session?.channel);
  const about = to === status.inQueue ? 'newChat' : 'newMessage';
  const { warningNewChat, managerWarningNewChat, warningNewMessage, managerWarningNewMessage } =
    channel?.properties ?? noWarnings;
  const minutes =
    about === 'newChat'
      ? ([warningNewChat, managerWarningNewChat] as const)
      : ([warningNewMessage, managerWarningNewMessage] as const);
  updateSession(world, id, { waitingSince: at });
  if (to === status.inQueue) world.queue = [...world.queue, id];
  for (const [index, level] of (['agent', 'manager'] as const).entries()) {
    const after = (minutes[index] ?? 0) * 60_000;
    if (after > 0) {
      addTimer(world, { due: at + after, seq, kind: 'warning', session: id, about, level });
    }
  }
  return world;
}

const noWarnings = {
  warningNewChat: 0,
  managerWarningNewChat: 0,
  warningNewMessage: 0,
  managerWarningNewMessage: 0,
};

export function foldAssigned(world: WorldCopy, event: EventOf<'session.assigned'>): World {
  const session = world.sessions.get(event.session);
  if (session === undefined) return world;
  const at = momentOf(event.at);
  updateSession(world, event.session, {
    agent: event.agent,
    whenStarted: session.whenStarted ?? at,
    rank: lowestFreeRank(world, event.agent, event.session),
  });
  // Only a pick-up from the queue counts as an accept; a take-over does not.
  if (session.waitingSince === null || session.status !== status.inQueue) return world;
  const known = Object.hasOwn(world.accepts, session.channel) ? world.accepts[session.channel] : undefined;
  const accepts = {
    count: (known?.count ?? 0) + 1,
    seconds: (known?.seconds ?? 0) + (at - session.waitingSince) / 1000,
  };
  world.accepts = { ...world.accepts, [session.channel]: accepts };
  return world;
}

/** The lowest free number from 1 among the agent's active sessions: it picks the row's colour. */
export function lowestFreeRank(world: World, agent: number, except: number): number {
  const taken = new Set<number>();
  for (const session of world.sessions) {
    const active = session.status === status.customerLast || session.status === status.userLast;
    if (active && session.agent === agent && session.id !== except) taken.add(session.rank);
  }
  let rank = 1;
  while (taken.has(rank)) rank++;
  return rank;
}

export function foldPurged(world: WorldCopy, id: number): World {
  const session = world.sessions.get(id);
  if (session === undefined) return world;
  for (const message of session.messages) world.messages = world.messages.remove(message);
  world.sessions = world.sessions.remove(id);
  world.queue = world.queue.filter((waiting) => waiting !== id);
  world.timers = dropTimers(world.timers, (timer) => timer.kind !== 'webhook' && timer.session === id);
  return world;
}
