import type { Channel } from '../definition.ts';
import type { EventOf } from '../events.ts';
import { channelOf } from '../channel-of.ts';
import type { SessionStatus } from '../numbers.ts';
import type { StartFacts } from '../start-rule.ts';
import type { Session, World } from '../world.ts';
import { isStoryEvent, type StoryEvent } from '../story.ts';

/** How things stood when it was decided where a session goes. */
export type Decision = {
  readonly world: World;
  readonly channel: Channel;
  readonly facts: StartFacts;
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly rule: string;
};

type Change = StoryEvent<EventOf<'session.statusChanged'>>;

/** From a start, or a start over after a hand-off, to the next. */
export type Round = {
  readonly status: SessionStatus;
  readonly start: Decision;
  /** When the pre-chat form was sent, where it was. */
  readonly sent?: Decision;
  /** What took the session on at first. */
  readonly first?: Change;
  /** Each status in which it stood, and what took it on from there the first time; null while it stands there. */
  readonly stood: ReadonlyMap<SessionStatus, Change | null>;
};

const factsOf = ({ botActive, customer, preChatDone, faqDone }: Session): StartFacts => ({
  botActive,
  identified: customer.identified,
  preChatDone,
  faqDone,
});

const formSent: ReadonlySet<string> = new Set(['T05', 'T06', 'T07']);

/** The rounds of a session, an event after the other. */
export class Rounds {
  readonly #id: number;
  #round: Omit<Round, 'stood'> | undefined;
  #stood = new Map<SessionStatus, Change | null>();
  #now: SessionStatus = 0;

  constructor(session: number) {
    this.#id = session;
  }

  /** Undefined before the session was created. */
  get last(): Round | undefined {
    return this.#round && { ...this.#round, stood: this.#stood };
  }

  add(told: StoryEvent): void {
    const { event, before, after } = told;
    const session = before.sessions.get(this.#id);
    const decided = (one: Session, facts: StartFacts): Decision => ({
      world: before,
      channel: channelOf(before, one),
      facts,
      at: Date.parse(event.at),
      rule: event.rule ?? '',
    });
    if (isStoryEvent(told, 'session.created')) {
      const created = after.sessions.get(this.#id);
      if (created !== undefined) this.#begin(created.status, decided(created, factsOf(created)));
    } else if (session === undefined || this.#round === undefined) {
      return;
    } else if (isStoryEvent(told, 'session.botDeactivated') && told.event.reason === 'reset') {
      this.#begin(session.status, decided(session, { ...factsOf(session), botActive: false }));
    } else if (isStoryEvent(told, 'session.statusChanged')) {
      const facts = factsOf(session);
      const { to, rule = '' } = told.event;
      if (rule === 'T25') this.#begin(to, decided(session, facts));
      else {
        if (formSent.has(rule)) this.#round = { ...this.#round, sent: decided(session, facts) };
        this.#goOn(told, to);
      }
    }
  }

  #begin(status: SessionStatus, start: Decision): void {
    this.#round = { status, start };
    this.#now = status;
    this.#stood = new Map([[status, null]]);
  }

  #goOn(change: Change, to: SessionStatus): void {
    if (this.#round !== undefined) this.#round = { first: change, ...this.#round };
    if (this.#stood.get(this.#now) === null) this.#stood.set(this.#now, change);
    if (!this.#stood.has(to)) this.#stood.set(to, null);
    this.#now = to;
  }
}
