import { channelFrom } from './defaults.ts';
import type { Agent, Channel, Member } from './definition.ts';
import type { Session, World } from './world.ts';

/*
 * Finding things in a world, and the names by which people see them.
 */

const deletedChannel = channelFrom({ id: 0, name: '(deleted channel)' });

/** The session's channel; one with all settings off when it was deleted meanwhile. */
export const channelOf = (world: World, session: Session): Channel =>
  world.channels.find(({ id }) => id === session.channel) ?? deletedChannel;

export const findAgent = (world: World, id: number): Agent | undefined =>
  world.agents.find((agent) => agent.id === id);

export const memberOf = (channel: Channel, agent: number): Member | undefined =>
  channel.members.find((member) => member.agent === agent);

/** What the customer is called in lists and above bubbles. */
export const customerName = (session: Session): string =>
  session.customer.alias || session.customer.name || `Customer ${String(session.id)}`;

/** The agent's name as the customer sees it: the first name only, if the channel says so. */
export function agentNameFor(channel: Channel, agent: Agent): string {
  return channel.layout.agentFirstNameOnly ? agent.firstName : agent.name;
}
