import type { Channel } from '../definition.ts';
import type { EventOf } from '../events.ts';
import { channelOf } from '../channel-of.ts';
import type { SessionStatus } from '../numbers.ts';
import type { StartFacts } from '../start-rule.ts';
import type { Session, World } from '../world.ts';
import { isTold, type Told } from '../story.ts';

/** How things stood when it was decided where a session goes. */
export type Decision = {
  readonly world: World;
  readonly channel: Channel;
  readonly facts: StartFacts;
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly rule: string;
};

/** From a start, or a start over after a hand-off, to the next. */
export type Round = {
  readonly status: SessionStatus;
  readonly start: Decision;
  /** When the pre-chat form was sent, where it was. */
  readonly sent?: Decision;
  readonly changes: readonly Told<EventOf<'session.statusChanged'>>[];
};

const factsOf = ({ botActive, customer, preChatDone, faqDone }: Session): StartFacts => ({
  botActive,
  identified: customer.identified,
  preChatDone,
  faqDone,
});

const formSent: ReadonlySet<string> = new Set(['T05', 'T06', 'T07']);

/** The last round of a session; undefined where the story does not tell of its start. */
export function lastRound(story: readonly Told[], id: number): Round | undefined {
  let round: Round | undefined;
  for (const told of story) {
    const { event, before, after } = told;
    const session = before.sessions.get(id);
    const decided = (one: Session, facts: StartFacts): Decision => ({
      world: before,
      channel: channelOf(before, one),
      facts,
      at: Date.parse(event.at),
      rule: event.rule ?? '',
    });
    if (isTold(told, 'session.created')) {
      const created = after.sessions.get(id);
      if (created === undefined) continue;
      round = { status: created.status, start: decided(created, factsOf(created)), changes: [] };
    } else if (session === undefined || round === undefined) {
      continue;
    } else if (isTold(told, 'session.botDeactivated') && told.event.reason === 'reset') {
      const facts = { ...factsOf(session), botActive: false };
      round = { status: session.status, start: decided(session, facts), changes: [] };
    } else if (isTold(told, 'session.statusChanged')) {
      const facts = factsOf(session);
      const { to, rule = '' } = told.event;
      if (rule === 'T25') round = { status: to, start: decided(session, facts), changes: [] };
      else {
        const sent = formSent.has(rule) ? { sent: decided(session, facts) } : {};
        round = { ...round, ...sent, changes: [...round.changes, told] };
      }
    }
  }
  return round;
}

/** The statuses in which a session stood when a step was over: what people saw. */
export function statusesSeen(story: readonly Told[], id: number): ReadonlySet<SessionStatus> {
  const seen = new Set<SessionStatus>();
  story.forEach(({ event, after }, index) => {
    if (story[index + 1]?.event.step === event.step) return;
    const now = after.sessions.get(id)?.status;
    if (now !== undefined) seen.add(now);
  });
  return seen;
}
