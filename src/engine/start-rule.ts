import { isAvailable, isWithinOpeningHours, respondingAgents } from './availability.ts';
import type { Channel } from './definition.ts';
import { status, type SessionStatus } from './numbers.ts';
import { obstacle, type Obstacle } from './obstacle.ts';
import type { World } from './world.ts';

/** What a customer can meet before the conversation. */
export const screens = {
  preChatForm: status.preChatForm,
  faq: status.faq,
  offlineForm: status.offlineForm,
  queue: status.inQueue,
} as const;
export type ScreenName = keyof typeof screens;

/** What a start depends on beside the channel and who is there. */
export type StartFacts = {
  readonly botActive: boolean;
  readonly identified: boolean;
  readonly preChatDone: boolean;
  readonly faqDone: boolean;
};

/** Why no person could answer on this channel now; nothing where somebody could (chat-domain §2.2, Q50). */
export function againstAnswering(world: World, channel: Channel, now: number): readonly Obstacle[] {
  const found: Obstacle[] = [];
  if (!isWithinOpeningHours(channel, now)) found.push(obstacle('closed', { channel: channel.id }));
  if (respondingAgents(world, channel).length === 0) {
    const agents = channel.members
      .filter(({ agent, canRespond }) => canRespond && world.agents.some(({ id }) => id === agent))
      .map(({ agent }) => agent);
    found.push(
      agents.length === 0
        ? obstacle('no-responders', { channel: channel.id })
        : obstacle('nobody-present', { channel: channel.id, agents }),
    );
  }
  return found;
}

/** Why the offline form does not come first; nothing where it does (T04, T07). */
export function againstOfflineForm(
  world: World,
  channel: Channel,
  botActive: boolean,
  now: number,
): readonly Obstacle[] {
  const found: Obstacle[] = [];
  if (botActive) found.push(obstacle('bot-there', { channel: channel.id }));
  if (isAvailable(world, channel, now)) {
    found.push(obstacle('agents-there', { channel: channel.id, agents: respondingAgents(world, channel) }));
  }
  return found;
}

/** Why there is no pre-chat form, where its turn comes; nothing where there is one (T01, Q21). */
export function againstPreChatForm(world: World, channel: Channel, facts: StartFacts): readonly Obstacle[] {
  const found: Obstacle[] = [];
  if (!channel.preChatForm.enabled) found.push(obstacle('form-off', { channel: channel.id }));
  if (facts.identified) found.push(obstacle('known-customer', {}));
  else if (facts.preChatDone && !world.options.repeatForms) found.push(obstacle('form-done', {}));
  return found;
}

/** Why there is no FAQ, where its turn comes; nothing where there is one (T02, T05, Q21). */
export function againstFaq(world: World, channel: Channel, faqDone: boolean): readonly Obstacle[] {
  const found: Obstacle[] = [];
  if (!channel.preChatForm.faqEnabled) found.push(obstacle('faq-off', { channel: channel.id }));
  if (faqDone && !world.options.repeatForms) found.push(obstacle('faq-done', {}));
  return found;
}

/** The status in which a session starts, or starts over after a hand-off (chat-domain §2.2, Q1, Q21). */
export function initialStatus(world: World, channel: Channel, facts: StartFacts, now: number): SessionStatus {
  if (againstOfflineForm(world, channel, facts.botActive, now).length === 0) return status.offlineForm;
  if (againstPreChatForm(world, channel, facts).length === 0) return status.preChatForm;
  return afterPreChatForm(world, channel, facts.faqDone);
}

/** Where the pre-chat form leads, or would have led (T05, T06). */
export const afterPreChatForm = (world: World, channel: Channel, faqDone: boolean): SessionStatus =>
  againstFaq(world, channel, faqDone).length === 0 ? status.faq : status.inQueue;
