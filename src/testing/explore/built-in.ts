import type { RecordedEvent } from '../../engine/events.ts';
import { senderOf } from '../../engine/fold-message.ts';
import type { Input } from '../../engine/inputs.ts';
import { messageType, status } from '../../engine/numbers.ts';
import type { World } from '../../engine/world.ts';
import type { Expectation } from '../../scenario/format.ts';

/** What holds in every order, whatever a scenario expects. */
export type BuiltIn =
  /** A bot speaks in a conversation that it has handed over, or that an agent took from it. */
  | 'bot-after-hand-off'
  /** Two agents have one chat, or one speaks in the chat of another. */
  | 'two-owners'
  /** What somebody wrote is not there. */
  | 'message-lost'
  /** What somebody wrote is there twice, or a bot says twice in a row what it says once as the file has it. */
  | 'message-doubled'
  /** A session in status 4 does not stand in the queue, or one in another status does. */
  | 'not-in-queue'
  /** A session in 5 or 6 has neither a bot nor an agent: nobody will answer. */
  | 'nobody-has-it';

/** A rule that does not hold after a step: where, and what a test has to expect to fail there. */
export type Broken = {
  readonly rule: BuiltIn;
  readonly session: number;
  /** The event that did it; 0 is none. */
  readonly seq: number;
  readonly text: string;
  readonly expectation: Expectation;
};

/** What of a session's past the rules go by. Never changed in place. */
type Past = {
  readonly owner: number;
  /** The step of its hand-over; 0 while the bot has it, or there was none. */
  readonly handedOver: number;
  /** What the bot said last, if nobody has spoken since. */
  readonly last: string;
};

/** Messages of bots that are not shown yet, by number: the step that they were said in, and whether that was after the hand-over. */
type Delayed = { readonly step: number; readonly isLate: boolean };

export type Followed = {
  readonly sessions: ReadonlyMap<number, Past>;
  readonly delayed: ReadonlyMap<number, Delayed>;
};

export const nothingFollowed: Followed = { sessions: new Map(), delayed: new Map() };

const newPast: Past = { owner: 0, handedOver: 0, last: '' };

/** How the scenario's own words are told: whether a bot may say this once more in a session. */
export type MayRepeat = (session: number, text: string, special: number, param: string) => boolean;

/** What was known before a step, what happened in it, and the world after it. */
export type Happening = {
  readonly before: Followed;
  /** The world before: whose bots are whose. */
  readonly world: World;
  readonly after: World;
  readonly input: Input;
  readonly isRefused: boolean;
  readonly events: readonly RecordedEvent[];
  readonly mayRepeat: MayRepeat;
};

/** Follows a step and tells which rules it breaks. */
export function follow(happening: Happening): {
  readonly followed: Followed;
  readonly broken: readonly Broken[];
} {
  const follower = new Follower(happening);
  for (const event of happening.events) follower.follow(event);
  follower.judgeInput();
  follower.judgeSessions();
  return { followed: { sessions: follower.sessions, delayed: follower.delayed }, broken: follower.broken };
}

type Saved = Extract<RecordedEvent, { readonly type: 'message.saved' }>;

class Follower {
  readonly sessions: Map<number, Past>;
  readonly delayed: Map<number, Delayed>;
  readonly broken: Broken[] = [];
  readonly #happening: Happening;
  /** The sessions that something happened in, with the last event that decides who has them. */
  readonly #touched = new Map<number, RecordedEvent>();

  constructor(happening: Happening) {
    this.#happening = happening;
    this.sessions = new Map(happening.before.sessions);
    this.delayed = new Map(happening.before.delayed);
  }

  follow(event: RecordedEvent): void {
    switch (event.type) {
      case 'session.created':
        this.#set(event.session, newPast);
        break;
      case 'session.botDeactivated':
        this.#set(event.session, { handedOver: event.step });
        break;
      case 'session.assigned': {
        const { owner } = this.#of(event.session);
        if (owner > 0 && owner !== event.agent) this.#tell('two-owners', event, '', { agent: event.agent });
        this.#set(event.session, { owner: event.agent });
        break;
      }
      case 'session.unassigned':
        this.#set(event.session, { owner: 0 });
        break;
      case 'transfer.accepted':
        this.#set(event.session, { owner: event.to });
        break;
      case 'message.saved':
        this.#saved(event);
        return;
      case 'message.shown':
        this.#shown(event);
        return;
      case 'session.statusChanged':
        break;
      default:
        return;
    }
    this.#touched.set(event.session, event);
  }

  /** What a person wrote is saved once, or told to be blocked once (S4, S11, Q19). */
  judgeInput(): void {
    const { input, isRefused, events } = this.#happening;
    if (isRefused || (input.type !== 'customer.writes' && input.type !== 'agent.writes')) return;
    const own = events.filter(
      (event) =>
        (event.type === 'message.saved' || event.type === 'message.blocked') &&
        event.depth === 0 &&
        event.by === undefined &&
        event.session === input.session &&
        (input.type === 'agent.writes'
          ? event.agent === input.agent && event.specialType === 0
          : event.messageType === messageType.toUser),
    );
    if (own.length === 1) return;
    const { session, text } = input;
    const pattern = { event: 'message.saved', session, depth: 0 };
    const expectation = { ...pattern, times: 1 };
    const rule = own.length === 0 ? 'message-lost' : 'message-doubled';
    this.broken.push({ rule, session, seq: own[1]?.seq ?? 0, text, expectation });
  }

  judgeSessions(): void {
    const { after, world } = this.#happening;
    for (const [id, event] of this.#touched) {
      const session = after.sessions.get(id);
      if (session === undefined) continue;
      const stands = after.queue.includes(id);
      if (stands !== (session.status === status.inQueue)) {
        const { status: now } = session;
        this.broken.push({
          rule: 'not-in-queue',
          session: id,
          seq: event.seq,
          text: '',
          expectation: { no: { event: 'session.statusChanged', session: id, to: now } },
        });
      }
      if (isForsaken(after, id) && !isForsaken(world, id))
        this.#tell('nobody-has-it', event, '', ofWhom(event));
    }
  }

  #saved(event: Saved): void {
    const { session, message, text, agent } = event;
    const past = this.#of(session);
    const sender = senderOf(event);
    if (agent !== undefined && agent !== past.owner) {
      this.#tell('two-owners', event, text, { agent });
    }
    if (sender === 'customer' || sender === 'agent') this.#set(session, { last: '' });
    if (sender !== 'bot' || !this.#isBots(event)) return;
    this.#judgeRepetition(event, past);
    if (Date.parse(event.whenPosted) > Date.parse(event.at))
      this.delayed.set(message, { step: event.step, isLate: past.handedOver > 0 });
    else if (past.handedOver > 0)
      this.#tell('bot-after-hand-off', event, text, { author: event.author, text });
  }

  /** A message that was said as the bot handed over belongs to the hand-over, however late it is shown. */
  #shown(event: Extract<RecordedEvent, { readonly type: 'message.shown' }>): void {
    const { session, message } = event;
    const delayed = this.delayed.get(message);
    const { handedOver } = this.#of(session);
    if (delayed === undefined) return;
    this.delayed.delete(message);
    if (handedOver === 0 || (!delayed.isLate && delayed.step >= handedOver)) return;
    const text = this.#happening.after.messages.get(message)?.text ?? '';
    this.#tell('bot-after-hand-off', event, text, {});
  }

  #judgeRepetition(event: Saved, past: Past): void {
    const { session, text, specialType, specialParam, author } = event;
    const said = JSON.stringify([text, specialType, specialParam]);
    if (past.last === said && !this.#happening.mayRepeat(session, text, specialType, specialParam))
      this.#tell('message-doubled', event, text, { author, text });
    this.#set(session, { last: said });
  }

  /** Whether a script of a bot said it, and not one of a trigger or a webhook. */
  #isBots({ by }: Saved): boolean {
    const { world, after } = this.#happening;
    return [...world.registrations, ...after.registrations].some(({ scripts }) =>
      [scripts.sessionCreated, scripts.sessionChanged, scripts.messageReceived].includes(by?.script ?? 0),
    );
  }

  #tell(
    rule: BuiltIn,
    event: RecordedEvent & { readonly session?: number },
    text: string,
    fields: Readonly<Record<string, string | number>>,
  ): void {
    const { session = 0, seq, type } = event;
    this.broken.push({ rule, session, seq, text, expectation: { no: { event: type, session, ...fields } } });
  }

  #of(session: number): Past {
    return this.sessions.get(session) ?? newPast;
  }

  #set(session: number, changes: Partial<Past>): void {
    this.sessions.set(session, { ...this.#of(session), ...changes });
  }
}

/** Whether somebody talks in a session that nobody has. */
function isForsaken(world: World, id: number): boolean {
  const session = world.sessions.get(id);
  if (session === undefined || session.botActive || session.agent > 0) return false;
  return session.status === status.customerLast || session.status === status.userLast;
}

/** What tells an event that decides who has a session from others of its kind. */
function ofWhom(event: RecordedEvent): Readonly<Record<string, number>> {
  if (event.type === 'session.statusChanged') return { to: event.to };
  if (event.type === 'session.unassigned' || event.type === 'session.assigned') return { agent: event.agent };
  return {};
}
