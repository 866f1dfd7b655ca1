import type { HearingRole } from './call-rule.ts';
import { obstacle, type Obstacle } from './obstacle.ts';
import { isHappening, type Happening } from './why-not/happening.ts';
import { roleFor, Unheard } from './why-not/unheard.ts';
import { ruleOf, settingsFor, type Setting } from './remedies.ts';
import { screens, type ScreenName } from './start-rule.ts';
import { againstScreen, type FoundObstacle } from './why-not/screens.ts';
import type { StoryReplay } from './story-replay.ts';

/** What was expected and did not happen: a screen, a call of the bot's script, a run of a trigger, a call of a webhook. */
export type Question =
  | { readonly about: ScreenName }
  | { readonly about: 'bot'; readonly role: HearingRole; readonly event: number }
  | { readonly about: 'trigger'; readonly trigger: number; readonly event: number }
  | { readonly about: 'webhook'; readonly webhook: number; readonly event: number };

/** Why something did not happen: what stood in the way, the rule behind it, and the settings that would change it. */
export type WhyNot = {
  readonly question: Question;
  readonly because: Obstacle;
  /** Its number in chat-domain or rulings; empty where there is none. */
  readonly rule: string;
  readonly settings: readonly Setting[];
};

const answer = (question: Question, { because, rule = '' }: FoundObstacle): WhyNot => ({
  question,
  because,
  rule: rule === '' ? ruleOf(because) : rule,
  settings: settingsFor(because),
});

const names = Object.keys(screens) as readonly ScreenName[];

/**
 * Why a session did not stand before the pre-chat form, the FAQ, the offline form and in the queue, one after the other: an
 * answer for each thing that stood in the way. A screen that was there has none. `telling` is null where it cannot be read
 * any more: then each answer says that it is not known. With `only`, about that screen alone.
 */
export function whyNoScreen(telling: StoryReplay | null, only?: ScreenName): readonly WhyNot[] {
  const unknown: readonly FoundObstacle[] = [{ because: obstacle('not-known', {}) }];
  return (only === undefined ? names : [only]).flatMap((about) =>
    (telling === null ? unknown : againstScreen(about, telling)).map((found) => answer({ about }, found)),
  );
}

/** The happening that an event is, follows from, or leads to; undefined where there is none in the story. */
function happeningOf(telling: StoryReplay, event: number): Happening | undefined {
  for (let at = telling.at(event); at !== undefined; at = telling.at(at.event.cause)) {
    if (isHappening(at)) return at;
  }
  return undefined;
}

/** The last thing that happened by itself, and not because of another: what people did in the newest step. */
function newestOf(telling: StoryReplay): Happening | undefined {
  const step = telling.inStep(telling.happening?.event.step ?? 0);
  const followers = new Set<number>();
  let newest: Happening | undefined;
  for (const one of step) {
    if (followers.has(one.event.cause)) followers.add(one.event.seq);
    else if (isHappening(one)) {
      newest = one;
      followers.add(one.event.seq);
    }
  }
  return newest;
}

/** Who of bot, triggers and webhooks did not hear of something, and why. */
export type Silence = {
  /** The event that they could have heard of; 0 where there is none. */
  readonly event: number;
  readonly answers: readonly WhyNot[];
};

/**
 * Why the bot was not called, and why triggers and webhooks did not run, for an event of the session; 0 asks about
 * what happened last and not because of something else. Whoever did run has no answer.
 */
export function whyUnheard(telling: StoryReplay | null, event = 0): Silence {
  if (telling === null) {
    const question = { about: 'bot', role: 'sessionCreated', event } as const;
    return { event, answers: [answer(question, { because: obstacle('not-known', {}) })] };
  }
  const happening = event === 0 ? newestOf(telling) : happeningOf(telling, event);
  if (happening === undefined) return { event: 0, answers: [] };
  const unheard = new Unheard(happening, telling);
  const { seq } = happening.event;
  const answers: WhyNot[] = [];
  const say = (question: Question, found: FoundObstacle | null) => {
    if (found !== null) answers.push(answer(question, found));
  };
  say({ about: 'bot', role: roleFor(happening), event: seq }, unheard.bot());
  for (const { id: trigger } of happening.before.triggers) {
    say({ about: 'trigger', trigger, event: seq }, unheard.trigger(trigger));
  }
  for (const { id: webhook } of happening.before.webhooks) {
    say({ about: 'webhook', webhook, event: seq }, unheard.webhook(webhook));
  }
  return { event: seq, answers };
}
