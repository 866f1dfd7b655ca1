import type { Agent, Channel, Member } from './definition.ts';
import type { Session, World } from './world.ts';

/*
 * Finding things in a world, and the names by which people see them.
 */

/** The session's channel; nothing when it was deleted meanwhile. */
export const channelIn = (world: World, session: Session): Channel | undefined =>
  world.channels.find(({ id }) => id === session.channel);

export const findAgent = (world: World, id: number): Agent | undefined =>
  world.agents.find((agent) => agent.id === id);

export const memberOf = (channel: Channel | undefined, agent: number): Member | undefined =>
  channel?.members.find((member) => member.agent === agent);

/** What the customer is called in lists and above bubbles. */
export const customerName = (session: Session): string =>
  session.customer.alias || session.customer.name || `Customer ${String(session.id)}`;

/** The agent's name as the customer sees it: the first name only, if the channel says so. */
export function agentNameFor(channel: Channel, agent: Agent): string {
  return channel.layout.agentFirstNameOnly ? agent.firstName : agent.name;
}
