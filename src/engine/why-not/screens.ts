import type { EventOf } from '../events.ts';
import { status, type SessionStatus } from '../numbers.ts';
import { obstacle, type Obstacle } from '../obstacle.ts';
import {
  againstAnswering,
  againstFaq,
  againstOfflineForm,
  againstPreChatForm,
  screens,
  type ScreenName,
} from '../start-rule.ts';
import { byScript } from './by-script.ts';
import type { Decision, Round } from './rounds.ts';
import type { StoryEvent } from '../story.ts';
import type { StoryReplay } from '../story-replay.ts';

/** An obstacle, and the rule of the event that stood in the way where one did. */
export type FoundObstacle = { readonly because: Obstacle; readonly rule?: string };

/**
 * Why a session did not stand before one of the screens, since it started or, after a hand-off, started over; nothing
 * where it did. The customer saw a screen only if the session still stood there when its step was over.
 */
export function againstScreen(name: ScreenName, telling: StoryReplay): readonly FoundObstacle[] {
  const { round } = telling;
  const last = telling.last?.after;
  const session = last?.sessions.get(telling.session);
  if (round === undefined || last === undefined || session === undefined) {
    return [{ because: obstacle('not-known', {}) }];
  }
  if (telling.statusesSeen().has(screens[name])) {
    const isHidden = session.status === status.inQueue && session.botActive;
    return name === 'queue' && isHidden && last.options.botInQueue === 'hidden'
      ? [{ because: obstacle('hidden', {}) }]
      : [];
  }
  const found = new Reasons(round, telling).against(screens[name]);
  if (name !== 'offlineForm' || session.status !== status.inQueue) return found;
  const { fromQueue } = round.start.channel.offlineForm;
  const offer = obstacle('not-offered', { channel: round.start.channel.id });
  return fromQueue.enabled ? found : [...found, { because: offer }];
}

type Change = StoryEvent<EventOf<'session.statusChanged'>>;

class Reasons {
  readonly #round: Round;
  readonly #telling: StoryReplay;

  constructor(round: Round, telling: StoryReplay) {
    this.#round = round;
    this.#telling = telling;
  }

  against(screen: SessionStatus): readonly FoundObstacle[] {
    const { status: first, first: change, stood, start, sent = start } = this.#round;
    const left = stood.get(screen);
    if (left !== undefined) return this.#goneOn(left ?? undefined);
    if (screen === status.offlineForm) {
      return plain(againstOfflineForm(sent.world, sent.channel, sent.facts.botActive, sent.at));
    }
    const own = this.#own(screen);
    if (first === status.offlineForm) return [...nobody(start), ...own];
    if (screen === status.preChatForm) return own;
    if (first === status.preChatForm && !passesForm.has(change?.event.rule ?? '')) {
      return [...this.#stopped(change, 'form-first'), ...own];
    }
    if (screen === status.faq) return own;
    return this.#stopped(stood.get(status.faq) ?? undefined, 'faq-first');
  }

  /** What the settings of the screen itself say against it. */
  #own(screen: SessionStatus): readonly FoundObstacle[] {
    const { start, sent = start } = this.#round;
    if (screen === status.preChatForm) {
      return plain(againstPreChatForm(start.world, start.channel, start.facts));
    }
    return screen === status.faq ? plain(againstFaq(sent.world, sent.channel, sent.facts.faqDone)) : [];
  }

  /** Why it went no further than a screen that comes before: it still stands there, or what took it elsewhere. */
  #stopped(change: Change | undefined, still: 'form-first' | 'faq-first'): readonly FoundObstacle[] {
    const { start, sent } = this.#round;
    if (change === undefined) return [{ because: obstacle(still, { channel: start.channel.id }) }];
    return change.event.rule === 'T07' && sent !== undefined ? nobody(sent) : this.#goneOn(change);
  }

  /** What took the session on before anybody saw where it stood. */
  #goneOn(change: Change | undefined): readonly FoundObstacle[] {
    if (change === undefined) return [{ because: obstacle('not-known', {}) }];
    const { from, to, rule = '' } = change.event;
    const session = change.before.sessions.get(this.#telling.session);
    const script = session === undefined ? null : byScript(change, session, this.#telling);
    return [{ because: script ?? byPerson(rule, from, to), rule }];
  }
}

/** By these rules a form that was sent leads on. */
const passesForm: ReadonlySet<string> = new Set(['T05', 'T06']);

const plain = (found: readonly Obstacle[]): readonly FoundObstacle[] => found.map((because) => ({ because }));

const nobody = ({ world, channel, at, rule }: Decision): readonly FoundObstacle[] =>
  againstAnswering(world, channel, at).map((because) => ({ because, rule: rule === 'S8' ? 'T25' : rule }));

const left: ReadonlySet<string> = new Set(['T19', 'T20', 'T21', 'T22', 'T24', 'T27', 'T28', 'T32']);

/** What people did that took a session on. */
function byPerson(rule: string, from: SessionStatus, to: SessionStatus): Obstacle {
  if (rule === 'T10') return obstacle('faq-helped', {});
  if (rule === 'T11') return obstacle('took-offline-form', {});
  if (rule === 'T12') return obstacle('picked-up', {});
  return obstacle(left.has(rule) ? 'left' : 'moved', { from, to });
}
