import { isWithinOpeningHours } from '../../engine/availability.ts';
import { channelFrom } from '../../engine/defaults.ts';
import { worldOf, type Caller } from './caller.ts';
import { memberCarrier } from './carriers.ts';
import { perform } from './chat-sessions.ts';
import { channelOf, scriptUser } from './people.ts';
import { numberIn, type Carrier, type CarrierInput } from './plain.ts';
import { channelFromCarrier, topicCarrier } from './topic-carrier.ts';

/* Channels, as ChatAgent has them (chat-domain §12.2). */

/** The channel of a number; null for none. */
export function topicOf(caller: Caller, id: number): Carrier | null {
  const world = worldOf(caller);
  const channel = channelOf(world, id);
  return channel === undefined ? null : topicCarrier(world, channel);
}

/**
 * Saves a channel as its admin does, with all that follows from it; one without a number is new. Its members, and
 * what a carrier has no field for, stay. What is not possible gives nothing (rulings 23).
 */
function saveTopic(caller: Caller, given: CarrierInput | null): Carrier | null {
  if (given === null) return null;
  const { channels } = worldOf(caller);
  const number = numberIn(given, 'ChatTopicId') ?? 0;
  const id = number > 0 ? number : channels.reduce((highest, one) => Math.max(highest, one.id), 0) + 1;
  const before = channels.find((one) => one.id === id);
  if (number > 0 && before === undefined) return null;
  const channel = channelFromCarrier(given, before ?? channelFrom({ id, name: '' }));
  if (channel.name === '') return null;
  return perform(caller, { type: 'admin.savesChannel', channel }) ? topicOf(caller, id) : null;
}

export const chatTopics = {
  GetChatTopicEntity: topicOf,
  ChatTopicsForUser: (caller: Caller): Carrier[] => {
    const world = worldOf(caller);
    const id = scriptUser(world)?.id;
    const own = world.channels.filter(({ members }) => members.some(({ agent }) => agent === id));
    return own.map((channel) => topicCarrier(world, channel));
  },
  CreateDefaultChatTopicEntity: (caller: Caller): Carrier =>
    topicCarrier(worldOf(caller), channelFrom({ id: 0, name: '' })),
  CreateDefaultChatTopicAgent: (caller: Caller): Carrier | null => {
    const channel = channelFrom({ id: 0, name: '', members: [{ agent: 0 }] });
    const [member] = channel.members;
    return member === undefined ? null : memberCarrier(worldOf(caller), channel, member);
  },
  SaveChatTopicEntity: saveTopic,
  DeleteChatTopicEntity: (caller: Caller, channel: number): void => {
    perform(caller, { type: 'admin.deletesChannel', channel });
  },
  IsWithinOpeningHours: (caller: Caller, id: number): boolean => {
    const channel = channelOf(worldOf(caller), id);
    return channel !== undefined && isWithinOpeningHours(channel, caller.host.now());
  },
};
