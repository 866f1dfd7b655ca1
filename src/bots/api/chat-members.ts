import { memberRights, type MemberRights } from '../../engine/channel-settings.ts';
import type { Channel, Member } from '../../engine/definition.ts';
import { eachSetting } from '../../engine/setting-kinds.ts';
import { worldOf, type Caller } from './caller.ts';
import { memberCarrier } from './carriers.ts';
import { perform } from './chat-sessions.ts';
import { agentNamed, channelOf } from './people.ts';
import { partIn, type Carrier, type CarrierInput } from './plain.ts';

/* Who may do what in a channel, as ChatAgent has it (chat-domain §1.2, §12.2). */

const agentIdOf = (caller: Caller, text: string): number => agentNamed(worldOf(caller), text)?.id ?? 0;

const memberFrom = (agent: number, given: CarrierInput): Member => ({
  agent,
  ...(eachSetting(memberRights, (right) => given.field(right.carrier ?? '') === true) as MemberRights),
});

/** The agent whom a carrier is about. */
function userOf(given: CarrierInput): number {
  const user = partIn(given, 'User');
  const id = user?.field('AssociateId') ?? user?.field('EjUserId');
  return typeof id === 'number' ? id : 0;
}

/** Saves the channel with other members; whether that was possible. */
const save = (caller: Caller, channel: Channel, members: readonly Member[]): boolean =>
  perform(caller, { type: 'admin.savesChannel', channel: { ...channel, members } });

function put(caller: Caller, id: number, agent: number, given: CarrierInput | null): Carrier | null {
  const world = worldOf(caller);
  const channel = channelOf(world, id);
  if (channel === undefined || given === null || !world.agents.some((one) => one.id === agent)) return null;
  const member = memberFrom(agent, given);
  const others = channel.members.filter((one) => one.agent !== agent);
  if (!save(caller, channel, [...others, member])) return null;
  return memberCarrier(worldOf(caller), channel, member);
}

function list(caller: Caller, id: number): Carrier[] {
  const world = worldOf(caller);
  const channel = channelOf(world, id);
  return channel?.members.map((member) => memberCarrier(world, channel, member)) ?? [];
}

export const chatMembers = {
  GetChatTopicUserAgentList: list,
  GetChatTopicUserAgent: (caller: Caller, id: number, username: string): Carrier | null => {
    const world = worldOf(caller);
    const channel = channelOf(world, id);
    const agent = agentIdOf(caller, username);
    const member = channel?.members.find((one) => one.agent === agent);
    return channel && member ? memberCarrier(world, channel, member) : null;
  },
  AddChatTopicUserAgent: (caller: Caller, id: number, given: CarrierInput | null): Carrier | null =>
    put(caller, id, given === null ? 0 : userOf(given), given),
  UpdateChatTopicUserAgent: (
    caller: Caller,
    id: number,
    username: string,
    given: CarrierInput | null,
  ): Carrier | null => put(caller, id, agentIdOf(caller, username), given),
  /** The members that are given take the place of all that there are. */
  UpdateChatTopicUserAgents: (
    caller: Caller,
    id: number,
    given: readonly (CarrierInput | null)[],
  ): readonly Carrier[] => {
    const channel = channelOf(worldOf(caller), id);
    if (channel === undefined) return [];
    const members = given.flatMap((one) => (one === null ? [] : memberFrom(userOf(one), one)));
    return save(caller, channel, members) ? list(caller, id) : [];
  },
  DeleteChatTopicUserAgent: (caller: Caller, id: number, username: string): void => {
    const channel = channelOf(worldOf(caller), id);
    const agent = agentIdOf(caller, username);
    if (channel === undefined || !channel.members.some((one) => one.agent === agent)) return;
    save(
      caller,
      channel,
      channel.members.filter((one) => one.agent !== agent),
    );
  },
};
