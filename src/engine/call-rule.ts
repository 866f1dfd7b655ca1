import type { Trigger, Webhook } from './definition.ts';
import type { BotScripts } from './events.ts';
import { webhookState, type TriggerEvent } from './numbers.ts';
import { obstacle, type Obstacle } from './obstacle.ts';
import { findScript } from './registration.ts';
import type { Session, World } from './world.ts';

/** The roles of a bot that hear of a session. */
export type HearingRole = Exclude<keyof BotScripts, 'register'>;

/** The script that a channel's bot was registered with for a role; 0 is none. */
export const registeredScript = (world: World, channel: number, role: keyof BotScripts): number =>
  world.registrations.find((registration) => registration.channel === channel)?.scripts[role] ?? 0;

/** Why the bot's script for a role does not run in a session; null where it does (chat-domain §4, Q43). */
export function againstBot(world: World, session: Session, role: HearingRole): Obstacle | null {
  const { channel } = session;
  if (!session.botActive) return obstacle('bot-inactive', {});
  const registration = world.registrations.find((one) => one.channel === channel);
  if (registration === undefined) return obstacle('no-registration', { channel });
  const script = registeredScript(world, channel, role);
  if (script === 0) return obstacle('no-role-script', { channel, folder: registration.folder, role });
  return againstScript(world, script);
}

/** Why a script cannot run at all; null where it is there. */
export const againstScript = (world: World, script: number): Obstacle | null =>
  findScript(world.folders, script) === undefined ? obstacle('script-gone', { script }) : null;

/** Why a trigger does not hear of an event; null where it does (chat-domain Q20, T73). */
export function againstTrigger({ id, event, enabled }: Trigger, happened: TriggerEvent): Obstacle | null {
  if (event !== happened) return obstacle('other-event', { trigger: id, event });
  return enabled ? null : obstacle('trigger-off', { trigger: id });
}

/** Why a webhook is not told of an event; null where it is. Names of events are compared without case (T86, T89). */
export function againstWebhook({ id, state, events }: Webhook, event: string): Obstacle | null {
  if (state === webhookState.stopped) return obstacle('webhook-stopped', { webhook: id });
  if (state === webhookState.tooManyErrors) return obstacle('webhook-gave-up', { webhook: id });
  if (state !== webhookState.active) return obstacle('webhook-unknown', { webhook: id });
  return events.some((name) => name.toLowerCase() === event)
    ? null
    : obstacle('not-subscribed', { webhook: id, event });
}

/** Of which messages the bot's message received script hears, by the rule that they were saved by (S4 to S7, rulings 21). */
const messagesOfOthers: Readonly<Record<string, Obstacle>> = {
  S6: obstacle('bots-own', {}),
  S7: obstacle('system-line', {}),
  S11: obstacle('agents-own', {}),
  S5b: obstacle('faq-answer', {}),
  S5c: obstacle('faq-answer', {}),
};

/** Why the bot does not hear of a message that was saved by this rule; null where it does. */
export const againstHearing = (rule: string): Obstacle | null => messagesOfOthers[rule] ?? null;
