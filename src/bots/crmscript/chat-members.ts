import type { CarrierValue, NativeContext, NativeFunction } from '../../crmscript/library.ts';
import { memberRights, type MemberRights } from '../../engine/channel-settings.ts';
import type { Agent, Channel, Member } from '../../engine/definition.ts';
import { eachSetting } from '../../engine/setting-kinds.ts';
import type { World } from '../../engine/world.ts';
import { botOf } from './bot-environment.ts';
import { memberCarrier } from './chat-carriers.ts';

/* Who may do what in a channel, through NSChatAgent (chat-domain §1.2, §12.2). */

export const channelOf = (world: World, id: number): Channel | undefined =>
  world.channels.find((one) => one.id === id);

/** As whom scripts act: the first agent of the world. */
export const scriptUser = (world: World): Agent | undefined => world.agents[0];

/** No agent has a longer one. */
const longestName = 1024;

/** An agent by number, name or e-mail address, in any letter case. */
export function agentNamed(world: World, text: string): Agent | undefined {
  if (text.length > longestName) return undefined;
  const wanted = text.trim().toLowerCase();
  return world.agents.find(({ id, name, firstName, email }) =>
    [String(id), name, firstName, email].some((one) => one.toLowerCase() === wanted),
  );
}

const agentIdOf = (world: World, text: string): number => agentNamed(world, text)?.id ?? 0;

const memberFrom = (agent: number, carrier: CarrierValue): Member => ({
  agent,
  ...(eachSetting(memberRights, (right) => carrier.fields.get(right.carrier ?? '') === true) as MemberRights),
});

/** The agent whom a carrier is about. */
function userOf(carrier: CarrierValue): number {
  const user = carrier.fields.get('User');
  const fields = (user as CarrierValue | null | undefined)?.fields;
  const id = fields?.get('AssociateId') ?? fields?.get('EjUserId');
  return typeof id === 'number' ? id : 0;
}

/** Saves the channel with other members; whether that was possible. */
function save(context: NativeContext, channel: Channel, members: readonly Member[]): boolean {
  const input = { type: 'admin.savesChannel', channel: { ...channel, members } } as const;
  return botOf(context).act(context, (host, site) => host.perform(site, input)) === null;
}

function put(
  context: NativeContext,
  id: number,
  agent: number,
  carrier: CarrierValue | null,
): CarrierValue | null {
  const { host } = botOf(context);
  const channel = channelOf(host.world(), id);
  if (channel === undefined || carrier === null || !host.world().agents.some((one) => one.id === agent)) {
    return null;
  }
  const member = memberFrom(agent, carrier);
  const others = channel.members.filter((one) => one.agent !== agent);
  if (!save(context, channel, [...others, member])) return null;
  return memberCarrier(context, host.world(), channel, member);
}

function list(context: NativeContext, id: number): CarrierValue[] {
  const world = botOf(context).host.world();
  const channel = channelOf(world, id);
  return channel?.members.map((member) => memberCarrier(context, world, channel, member)) ?? [];
}

export const memberMethods: readonly NativeFunction[] = [
  {
    signature: 'NSChatTopicAgent[] GetChatTopicUserAgentList(Integer chatTopicId)',
    run: (context, _self: unknown, id: number) => list(context, id),
  },
  {
    signature: 'NSChatTopicAgent GetChatTopicUserAgent(Integer chatTopicId, String username)',
    run: (context, _self: unknown, id: number, username: string) => {
      const world = botOf(context).host.world();
      const channel = channelOf(world, id);
      const agent = agentIdOf(world, username);
      const member = channel?.members.find((one) => one.agent === agent);
      return channel && member ? memberCarrier(context, world, channel, member) : null;
    },
  },
  {
    signature: 'NSChatTopicAgent AddChatTopicUserAgent(Integer chatTopicId, NSChatTopicAgent useragent)',
    run: (context, _self: unknown, id: number, carrier: CarrierValue | null) =>
      put(context, id, carrier === null ? 0 : userOf(carrier), carrier),
  },
  {
    signature:
      'NSChatTopicAgent UpdateChatTopicUserAgent(Integer chatTopicId, String username, NSChatTopicAgent useragent)',
    run: (context, _self: unknown, id: number, username: string, carrier: CarrierValue | null) =>
      put(context, id, agentIdOf(botOf(context).host.world(), username), carrier),
  },
  {
    signature:
      'NSChatTopicAgent[] UpdateChatTopicUserAgent(Integer chatTopicId, NSChatTopicAgent[] useragents)',
    run: (context, _self: unknown, id: number, carriers: readonly (CarrierValue | null)[]) => {
      const channel = channelOf(botOf(context).host.world(), id);
      if (channel === undefined) return [];
      const members = carriers.flatMap((one) => (one === null ? [] : memberFrom(userOf(one), one)));
      return save(context, channel, members) ? list(context, id) : [];
    },
  },
  {
    signature: 'Void DeleteChatTopicUserAgent(Integer chatTopicId, String username)',
    run: (context, _self: unknown, id: number, username: string) => {
      const world = botOf(context).host.world();
      const channel = channelOf(world, id);
      const agent = agentIdOf(world, username);
      if (channel === undefined || !channel.members.some((one) => one.agent === agent)) return;
      save(
        context,
        channel,
        channel.members.filter((one) => one.agent !== agent),
      );
    },
  },
];
