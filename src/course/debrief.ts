import { messageType, status } from '../engine/numbers.ts';
import type { RecordedEvent } from '../engine/events.ts';

/** A stretch of the virtual clock that ended with an event, or has not ended. */
export type Span = {
  /** How long it was, in milliseconds; until the moment of the debrief where it has not ended. */
  readonly ms: number;
  /** When it began, in milliseconds since 1970. */
  readonly from: number;
  /** The event to look at: the one that ended it, or began it where nothing has. */
  readonly seq: number;
};

/** One conversation, as far as this agent had it: from when it was taken until it was ended, handed on, or left. */
export type AgentChat = {
  readonly session: number;
  readonly customer: string;
  readonly takenAt: number;
  readonly takenSeq: number;
  /** How long the customer had stood in the queue; null where they came in another way. */
  readonly waited: number | null;
  /** From taking it to the agent's first words; null where there were none. */
  readonly firstAnswer: Span | null;
  /** The longest time that words of the customer went without an answer of this agent. */
  readonly longestSilence: Span | null;
  readonly messages: number;
  /** Null while it goes on. */
  readonly endedAt: number | null;
  /** Stars; null where none were given. */
  readonly rating: number | null;
};

/** A warning of the product that somebody has waited for too long (chat-domain T94), and whether this agent did something about it. */
export type Warned = {
  readonly session: number;
  readonly kind: 'newChat' | 'newMessage';
  readonly at: number;
  readonly seq: number;
  /** How long it took until the customer was taken or answered, by whomever; null where that did not come. */
  readonly took: number | null;
  readonly missed: boolean;
};

export type Handed = { readonly accepted: number; readonly rejected: number; readonly cancelled: number };

/** How an agent fared, by the virtual clock alone. */
export type Debrief = {
  readonly agent: number;
  readonly chats: readonly AgentChat[];
  /** Each time that words of a customer were answered: when, and after how long, in milliseconds. */
  readonly answers: readonly {
    readonly session: number;
    readonly at: number;
    readonly seq: number;
    readonly ms: number;
  }[];
  readonly warnings: readonly Warned[];
  /** Chats that were offered to this agent, and that this agent offered to others. */
  readonly received: Handed;
  readonly sent: Handed;
  /** How many chats were open at this agent, and how many customers stood in the queue, each time that one of the two changed. */
  readonly load: readonly { readonly at: number; readonly own: number; readonly queue: number }[];
};

/** Who does something about a warning within so many milliseconds has not missed it. */
export const heededWithin = 60_000;

type Had = { -readonly [Key in keyof AgentChat]: AgentChat[Key] };
type ChatSoFar = {
  customer: string;
  owner: number;
  isOpen: boolean;
  inQueue: boolean;
  /** Since when nobody has taken them who were put into the queue. */
  queuedAt: number | null;
  /** Since when words of the customer are unanswered, and the event of the first of them. */
  asked: { readonly at: number; readonly seq: number } | null;
  chat: Had | null;
  warned: (Warned & { took: number | null })[];
};

const none = { accepted: 0, rejected: 0, cancelled: 0 };

/**
 * What became of the chats of one agent: a fold over the whole log, from its first event. `now` is where the virtual clock stands, in
 * milliseconds since 1970: what has not ended is as long as until then.
 */
export function debriefOf(agent: number, events: readonly RecordedEvent[], now: number): Debrief {
  const folding = new Folding(agent);
  for (const event of events) folding.take(event);
  return folding.end(now);
}

class Folding {
  readonly #agent: number;
  readonly #places = new Map<number, ChatSoFar>();
  readonly #chats: Had[] = [];
  readonly #answers: Debrief['answers'][number][] = [];
  readonly #warnings: (Warned & { took: number | null })[] = [];
  readonly #received = { ...none };
  readonly #sent = { ...none };
  readonly #load: Debrief['load'][number][] = [];

  constructor(agent: number) {
    this.#agent = agent;
  }

  take(event: RecordedEvent): void {
    if (!('session' in event)) return;
    const at = Date.parse(event.at);
    const place = this.#place(event.session);
    switch (event.type) {
      case 'session.created':
        place.customer = event.customer.name || event.customer.alias;
        this.#becomes(place, event.status, at, event.seq);
        break;
      case 'session.updated':
        place.customer = event.fields.name ?? place.customer;
        break;
      case 'session.statusChanged':
        this.#becomes(place, event.to, at, event.seq);
        break;
      case 'session.assigned':
        this.#assigned(event.session, place, event.agent, at, event.seq);
        break;
      case 'session.unassigned':
        this.#leaves(place, at, event.seq);
        place.owner = 0;
        break;
      case 'customer.disconnected':
        this.#falls(place, at, event.seq);
        break;
      case 'message.saved':
        if (event.messageType === messageType.toUser) place.asked ??= { at, seq: event.seq };
        else if (event.messageType === messageType.toCustomer && event.agent !== undefined)
          this.#says(event.session, place, event.agent, at, event.seq);
        break;
      case 'session.rated':
        if (place.chat !== null) place.chat.rating = event.rating;
        break;
      case 'warning.raised':
        this.#warns(event, place, at);
        break;
      case 'transfer.accepted':
        this.#hands(event, 'accepted');
        break;
      case 'transfer.rejected':
        this.#hands(event, 'rejected');
        break;
      case 'transfer.cancelled':
        this.#hands(event, 'cancelled');
        break;
      default:
        return;
    }
    this.#notes(at);
  }

  end(now: number): Debrief {
    for (const place of this.#places.values())
      if (place.isOpen && place.owner === this.#agent && place.asked !== null)
        silence(place.chat, place.asked.at, now, place.asked.seq);
    const late = (one: Warned): boolean => (one.took ?? now - one.at) > heededWithin;
    return {
      agent: this.#agent,
      chats: this.#chats,
      answers: this.#answers,
      warnings: this.#warnings.map((one) => ({ ...one, missed: late(one) })),
      received: this.#received,
      sent: this.#sent,
      load: this.#load,
    };
  }

  #place(session: number): ChatSoFar {
    const known = this.#places.get(session);
    if (known !== undefined) return known;
    const made: ChatSoFar = {
      customer: '',
      owner: 0,
      isOpen: false,
      inQueue: false,
      queuedAt: null,
      asked: null,
      chat: null,
      warned: [],
    };
    this.#places.set(session, made);
    return made;
  }

  #becomes(place: ChatSoFar, to: number, at: number, seq: number): void {
    const isOpen = to === status.customerLast || to === status.userLast;
    place.inQueue = to === status.inQueue;
    if (place.inQueue) place.queuedAt ??= at;
    if (to >= status.finished) {
      this.#ends(place, at, seq);
      for (const one of place.warned) one.took ??= at - one.at;
      place.warned = [];
      place.queuedAt = null;
    } else if (isOpen && place.owner === this.#agent && place.chat !== null) place.chat.endedAt = null;
    place.isOpen = isOpen;
  }

  #assigned(session: number, place: ChatSoFar, agent: number, at: number, seq: number): void {
    place.owner = agent;
    this.#heeds(place, 'newChat', at);
    place.chat = null;
    if (agent !== this.#agent) {
      place.queuedAt = null;
      return;
    }
    const waited = place.queuedAt === null ? null : at - place.queuedAt;
    place.queuedAt = null;
    // What was asked before was not this agent's to answer.
    if (place.asked !== null) place.asked = { at, seq };
    place.chat = {
      session,
      customer: place.customer,
      takenAt: at,
      takenSeq: seq,
      waited,
      firstAnswer: null,
      longestSilence: null,
      messages: 0,
      endedAt: null,
      rating: null,
    };
    this.#chats.push(place.chat);
  }

  #says(session: number, place: ChatSoFar, agent: number, at: number, seq: number): void {
    const { asked, chat } = place;
    place.asked = null;
    this.#heeds(place, 'newMessage', at);
    if (agent !== this.#agent || chat === null || place.owner !== agent) return;
    chat.messages += 1;
    chat.firstAnswer ??= { ms: at - chat.takenAt, from: chat.takenAt, seq };
    if (asked === null) return;
    silence(chat, asked.at, at, seq);
    this.#answers.push({ session, at, seq, ms: at - asked.at });
  }

  /** Nobody waits for an answer any more. */
  #falls(place: ChatSoFar, at: number, seq: number): void {
    this.#ownSilence(place, at, seq);
    place.asked = null;
  }

  #ends(place: ChatSoFar, at: number, seq: number): void {
    this.#leaves(place, at, seq);
    place.asked = null;
  }

  /** The chat is this agent's no more; what was asked is still asked. */
  #leaves(place: ChatSoFar, at: number, seq: number): void {
    this.#ownSilence(place, at, seq);
    if (place.owner === this.#agent && place.chat !== null) place.chat.endedAt ??= at;
  }

  #ownSilence({ asked, owner, chat }: ChatSoFar, at: number, seq: number): void {
    if (asked !== null && owner === this.#agent) silence(chat, asked.at, at, seq);
  }

  #warns(event: Extract<RecordedEvent, { type: 'warning.raised' }>, place: ChatSoFar, at: number): void {
    const { kind, level, agents, session, seq } = event;
    if (level !== 'agent' || !agents.includes(this.#agent)) return;
    // A message is for whoever has the chat to answer; who waits in the queue is everybody's.
    if (kind === 'newMessage' && place.owner !== this.#agent) return;
    const warned = { session, kind, at, seq, took: null, missed: false };
    this.#warnings.push(warned);
    place.warned.push(warned);
  }

  #heeds(place: ChatSoFar, kind: Warned['kind'], at: number): void {
    for (const one of place.warned) if (one.kind === kind) one.took ??= at - one.at;
    place.warned = place.warned.filter((one) => one.kind !== kind);
  }

  #hands({ from, to }: { readonly from: number; readonly to: number }, how: keyof Handed): void {
    if (to === this.#agent) this.#received[how] += 1;
    if (from === this.#agent) this.#sent[how] += 1;
  }

  #notes(at: number): void {
    const all = [...this.#places.values()];
    const own = all.filter(({ owner, isOpen }) => isOpen && owner === this.#agent).length;
    const queue = all.filter(({ inQueue }) => inQueue).length;
    const last = this.#load.at(-1);
    if (last?.own === own && last.queue === queue) return;
    if (last?.at === at) this.#load.pop();
    this.#load.push({ at, own, queue });
  }
}

function silence(chat: Had | null, from: number, to: number, seq: number): void {
  const ms = to - from;
  if (chat !== null && ms > (chat.longestSilence?.ms ?? -1)) chat.longestSilence = { ms, from, seq };
}
