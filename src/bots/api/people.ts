import type { Agent, Channel } from '../../engine/definition.ts';
import type { World } from '../../engine/world.ts';

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
