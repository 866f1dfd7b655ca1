import type { HearingRole } from '../call-rule.ts';
import type { EventOf } from '../events.ts';
import { eventType, type TriggerEvent } from '../numbers.ts';
import type { StoryEvent } from '../story.ts';

/** What triggers, webhooks and bots can hear of. */
export type Happening = StoryEvent<
  EventOf<'session.created' | 'session.statusChanged' | 'message.saved' | 'message.blocked'>
>;

/** Who hears of what: the events of triggers, the name for webhooks, the role of the bot's script (chat-domain §3). */
const ofMessage = {
  events: [eventType.beforeSaveMessage, eventType.afterSaveMessage],
  webhook: 'chatsession.message',
  role: 'messageReceived',
} as const;
export const audience: Readonly<Record<Happening['event']['type'], Audience>> = {
  'session.created': {
    events: [eventType.newSession],
    webhook: 'chatsession.created',
    role: 'sessionCreated',
  },
  'session.statusChanged': {
    events: [eventType.changedStatus],
    webhook: 'chatsession.changed',
    role: 'sessionChanged',
  },
  'message.saved': ofMessage,
  'message.blocked': ofMessage,
};
type Audience = {
  readonly events: readonly TriggerEvent[];
  readonly webhook: string;
  readonly role: HearingRole;
};

export const isHappening = (told: StoryEvent): told is Happening => Object.hasOwn(audience, told.event.type);
