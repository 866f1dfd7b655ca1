import type { EventOf, RecordedEvent } from '../events.ts';
import { obstacle, type Obstacle } from '../obstacle.ts';
import { channelOf } from '../channel-of.ts';
import type { Session } from '../world.ts';
import { isStoryEvent, type StoryEvent } from '../story.ts';
import type { StoryReplay } from '../story-replay.ts';

type Change = StoryEvent<EventOf<'session.statusChanged'>>;

/** The innermost run of a script that an event follows from. */
function runOf(
  event: RecordedEvent,
  telling: StoryReplay,
): StoryEvent<EventOf<'script.started'>> | undefined {
  let at = event.by === undefined ? undefined : telling.at(event.cause);
  while (at !== undefined) {
    if (isStoryEvent(at, 'script.started')) return at;
    at = telling.at(at.event.cause);
  }
  return undefined;
}

const ofBots: ReadonlySet<string> = new Set(['sessionCreated', 'sessionChanged', 'messageReceived']);

/** Which trigger or webhook had a script run; 0 where none did. */
function callerOf({ event, before }: StoryEvent<EventOf<'script.started'>>) {
  const ofTrigger = before.triggers.find(
    (one) => event.role === 'trigger' && one.script === event.script && one.event === event.eventType,
  );
  const ofWebhook = event.role === 'webhook' && before.webhooks.find(({ type }) => type === 'crmscript');
  return { trigger: ofTrigger?.id ?? 0, webhook: ofWebhook === false ? 0 : (ofWebhook?.id ?? 0) };
}

/** That a script took a session on, and which; null where no script did. */
export function byScript(change: Change, session: Session, telling: StoryReplay): Obstacle | null {
  const { by, from, to, rule } = change.event;
  if (by === undefined) return null;
  const run = runOf(change.event, telling);
  const isBots = run !== undefined && ofBots.has(run.event.role);
  const channel = channelOf(change.before, session).id;
  const caller = run === undefined || isBots ? { trigger: 0, webhook: 0 } : callerOf(run);
  const what = { from, to, script: by.script, ...caller };
  if (rule !== 'T13' && rule !== 'T14') {
    return obstacle('script-set', { ...what, channel: isBots ? channel : 0 });
  }
  return isBots ? obstacle('bot-spoke-first', { ...what, channel }) : obstacle('script-spoke-first', what);
}
