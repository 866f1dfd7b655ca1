import type { RecordedEvent, ScriptRole } from '../events.ts';
import { againstBot, againstHearing, againstScript, againstTrigger, againstWebhook } from '../call-rule.ts';
import type { HearingRole } from '../call-rule.ts';
import { audience, type Happening } from './happening.ts';
import { channelOf } from '../channel-of.ts';
import { eventType, type TriggerEvent } from '../numbers.ts';
import { obstacle, type Obstacle } from '../obstacle.ts';
import { againstRegistration, findBotScripts } from '../registration.ts';
import type { Session, World } from '../world.ts';
import { isStoryEvent, type StoryEvent } from '../story.ts';
import type { StoryReplay } from '../story-replay.ts';
import type { FoundObstacle } from './screens.ts';

/** The role in which the bot's script would hear of it. */
export const roleFor = ({ event }: Happening): HearingRole => audience[event.type].role;

/** What one happening was not followed by, and why. */
export class Unheard {
  readonly #happening: Happening;
  readonly #telling: StoryReplay;
  readonly #id: number;
  /** What followed in the same step, and from it. */
  readonly #step: readonly StoryEvent[];
  /** How things stood when triggers had run and webhooks were told: then is the bot's turn. */
  readonly #turn: World;

  constructor(happening: Happening, telling: StoryReplay) {
    this.#happening = happening;
    this.#telling = telling;
    this.#id = telling.session;
    this.#step = telling.inStep(happening.event.step);
    this.#turn = this.#worldAfter();
  }

  /** Why no script of the bot ran for it; null where one did. */
  bot(): FoundObstacle | null {
    const { event } = this.#happening;
    const session = this.#turn.sessions.get(this.#id);
    if (session === undefined) return { because: obstacle('not-known', {}) };
    if (event.type === 'message.blocked') return this.#blocked();
    const deaf = event.type === 'message.saved' ? againstHearing(event.rule ?? '') : null;
    if (deaf !== null) return { because: deaf };
    const role = roleFor(this.#happening);
    const against = againstBot(this.#turn, session, role);
    if (against !== null) return { because: this.#beforeThat(against, session) };
    const registration = this.#turn.registrations.find(({ channel }) => channel === session.channel);
    return this.#fate(registration?.scripts[role] ?? 0, role);
  }

  /** Why a trigger did not run for it; null where it did. */
  trigger(id: number): FoundObstacle | null {
    const { event: happened, before } = this.#happening;
    const trigger = before.triggers.find((one) => one.id === id);
    const { events } = audience[happened.type];
    const [first = eventType.newSession] = events;
    if (trigger === undefined) return { because: obstacle('not-known', {}) };
    const heard = events.find((event) => event === trigger.event) ?? first;
    const against = againstTrigger(trigger, heard) ?? againstScript(before, trigger.script);
    if (against !== null) return { because: against, rule: against.code === 'script-gone' ? 'Q20' : '' };
    if (happened.type === 'message.blocked') {
      if (heard === eventType.afterSaveMessage) return this.#blocked();
      const isBlock = happened.reason?.code !== 'closed-meanwhile';
      if (isBlock && happened.trigger > 0 && id > happened.trigger) {
        return { because: obstacle('stopped-before', { trigger: happened.trigger }) };
      }
    }
    return this.#fate(trigger.script, 'trigger', heard);
  }

  /** Why a webhook was not told of it; null where it was. */
  webhook(id: number): FoundObstacle | null {
    const { event } = this.#happening;
    const webhook = this.#turn.webhooks.find((one) => one.id === id);
    if (webhook === undefined) return { because: obstacle('not-known', {}) };
    const against = againstWebhook(webhook, audience[event.type].webhook);
    if (against !== null) return { because: against };
    return event.type === 'message.blocked' ? this.#blocked() : null;
  }

  #blocked(): FoundObstacle {
    const { event } = this.#happening;
    return {
      because: obstacle('blocked', { trigger: event.type === 'message.blocked' ? event.trigger : 0 }),
    };
  }

  /** What became of a script that was to run: null where it ran. */
  #fate(script: number, role: ScriptRole, event?: TriggerEvent): FoundObstacle | null {
    const { seq, cause } = this.#happening.event;
    // Trigger 402 runs before the message is there: both follow from the same.
    const isBefore = event === eventType.beforeSaveMessage;
    const runs = this.#step.filter(
      (told) =>
        isStoryEvent(told, 'script.started') &&
        told.event.script === script &&
        told.event.role === role &&
        told.event.eventType === event &&
        told.event.cause === (isBefore ? cause : seq) &&
        (!isBefore || told.event.seq < seq),
    );
    const run = runs.at(-1);
    if (run === undefined) return { because: obstacle('too-many-events', {}) };
    const failed = this.#step.find(
      (told) => isStoryEvent(told, 'script.failed') && told.event.cause === run.event.seq,
    );
    const kind = failed !== undefined && isStoryEvent(failed, 'script.failed') ? failed.event.kind : '';
    if (kind === 'LeftOut') return { because: obstacle('left-out', { script }) };
    return kind === 'NestingTooDeep' ? { because: obstacle('nested-too-deep', {}) } : null;
  }

  /** What made it so that the bot's turn did not come: the bot was off before, or the channel has none. */
  #beforeThat(against: Obstacle, session: Session): Obstacle {
    const world = this.#turn;
    const channel = channelOf(world, session);
    if (against.code === 'bot-inactive') return this.#whenOff(session) ?? against;
    if (against.code === 'no-registration') {
      const now = againstRegistration(channel, world.folders);
      return now ?? obstacle('not-registered', { channel: session.channel });
    }
    if (against.code !== 'no-role-script') return against;
    const folder = world.folders.find(({ name }) => name === against.params.folder);
    const script = folder === undefined ? 0 : findBotScripts(folder)[against.params.role];
    return script === 0 ? against : obstacle('not-noticed', { ...against.params, script });
  }

  #whenOff(session: Session): Obstacle | null {
    const created = this.#telling.first;
    if (created === undefined) return null;
    const off = this.#telling.offs.find(({ event }) => event.seq <= this.#turn.seq);
    if (off !== undefined)
      return obstacle(off.event.reason === 'reset' ? 'handed-over' : 'bot-picked-up', {});
    const channel = channelOf(created.before, session);
    const then = againstRegistration(channel, created.before.folders);
    return then ?? obstacle('not-registered', { channel: session.channel });
  }

  /** The world when the bot's turn came: after what triggers and the change of status caused. */
  #worldAfter(): World {
    const { event, after } = this.#happening;
    const followers = new Set([event.seq]);
    let world = after;
    for (const told of this.#step) {
      if (told.event.seq <= event.seq || !followers.has(told.event.cause)) continue;
      if (told.event.cause === event.seq && !isBeforeTheBot(told.event, event)) continue;
      // What a webhook's target answers comes when the step is over.
      if (told.event.type !== 'webhook.queued') followers.add(told.event.seq);
      world = told.after;
    }
    return world;
  }
}

/** Whether what follows from a happening comes before the bot's turn: not its own run, and not what an FAQ leads to. */
function isBeforeTheBot(next: RecordedEvent, { type, rule }: Happening['event']): boolean {
  if (next.type === 'script.started')
    return next.role === 'trigger' && next.eventType !== eventType.beforeSaveMessage;
  if (next.type === 'webhook.queued') return true;
  return type === 'message.saved' && rule !== 'S5' && next.type === 'session.statusChanged';
}
