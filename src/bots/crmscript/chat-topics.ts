import type { CarrierValue, NativeContext, NativeFunction } from '../../crmscript/library.ts';
import { isWithinOpeningHours } from '../../engine/availability.ts';
import { channelFrom } from '../../engine/defaults.ts';
import { botOf } from './bot-environment.ts';
import { memberCarrier } from './chat-carriers.ts';
import { channelOf, scriptUser } from './chat-members.ts';
import { channelFromCarrier, topicCarrier } from './topic-carrier.ts';

/* Channels, through NSChatAgent (chat-domain §12.2). */

const worldOf = (context: NativeContext) => botOf(context).host.world();

function topic(context: NativeContext, id: number): CarrierValue | null {
  const world = worldOf(context);
  const channel = channelOf(world, id);
  return channel === undefined ? null : topicCarrier(context, world, channel);
}

const idIn = (carrier: CarrierValue, field: string): number => {
  const id = carrier.fields.get(field);
  return typeof id === 'number' ? id : 0;
};

/**
 * Saves a channel as its admin does, with all that follows from it; one without a number is new. Its members, and
 * what a carrier has no field for, stay. What is not possible gives nothing (rulings 23).
 */
function saveTopic(
  context: NativeContext,
  _self: unknown,
  carrier: CarrierValue | null,
): CarrierValue | null {
  if (carrier === null) return null;
  const { channels } = worldOf(context);
  const given = idIn(carrier, 'ChatTopicId');
  const id = given > 0 ? given : channels.reduce((highest, one) => Math.max(highest, one.id), 0) + 1;
  const before = channels.find((one) => one.id === id);
  if (given > 0 && before === undefined) return null;
  const channel = channelFromCarrier(carrier, before ?? channelFrom({ id, name: '' }));
  if (channel.name === '') return null;
  const input = { type: 'admin.savesChannel', channel } as const;
  const refused = botOf(context).act(context, (host, site) => host.perform(site, input));
  return refused === null ? topic(context, id) : null;
}

export const topicMethods: readonly NativeFunction[] = [
  {
    signature: 'NSChatTopicEntity GetChatTopicEntity(Integer chatTopicEntityId)',
    run: (context, _self: unknown, id: number) => topic(context, id),
  },
  {
    signature: 'NSChatTopicEntity[] ChatTopicsForUser()',
    run: (context) => {
      const world = worldOf(context);
      const id = scriptUser(world)?.id;
      const own = world.channels.filter(({ members }) => members.some(({ agent }) => agent === id));
      return own.map((channel) => topicCarrier(context, world, channel));
    },
  },
  {
    signature: 'NSChatTopicEntity CreateDefaultChatTopicEntity()',
    run: (context) => topicCarrier(context, worldOf(context), channelFrom({ id: 0, name: '' })),
  },
  {
    signature: 'NSChatTopicAgent CreateDefaultChatTopicAgent()',
    run: (context) => {
      const channel = channelFrom({ id: 0, name: '', members: [{ agent: 0 }] });
      return channel.members.map((member) => memberCarrier(context, worldOf(context), channel, member))[0];
    },
  },
  { signature: 'NSChatTopicEntity SaveChatTopicEntity(NSChatTopicEntity chatTopicEntity)', run: saveTopic },
  {
    signature: 'NSChatTopicEntity SaveChatTopicEntity(NSChatSessionEntity chatTopicEntity)',
    trap: 'The reference names the wrong type here; give it an NSChatTopicEntity.',
    differs: "saves nothing: gives the session's channel",
    run: (context, _self: unknown, session: CarrierValue | null) =>
      session === null ? null : topic(context, idIn(session, 'TopicId')),
  },
  {
    signature: 'Void DeleteChatTopicEntity(Integer chatTopicEntity)',
    run: (context, _self: unknown, channel: number) => {
      botOf(context).act(context, (host, site) =>
        host.perform(site, { type: 'admin.deletesChannel', channel }),
      );
    },
  },
  {
    signature: 'Bool IsWithinOpeningHours(Integer chatTopicId)',
    run: (context, _self: unknown, id: number) => {
      const channel = channelOf(worldOf(context), id);
      return channel !== undefined && isWithinOpeningHours(channel, context.environment.now());
    },
  },
];
