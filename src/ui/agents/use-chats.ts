import { agentChats, type AgentChats } from '../../engine/agent-views.ts';
import { useWorld } from '../context.ts';
import type { World } from '../../engine/world.ts';

const last = new WeakMap<World, Map<number, AgentChats>>();

/** The lists of an agent's Chats tab; the same ones as long as the world is the same. */
function chatsOf(world: World, agent: number): AgentChats {
  const known = last.get(world) ?? new Map<number, AgentChats>();
  last.set(world, known);
  const made = known.get(agent) ?? agentChats(world, agent);
  known.set(agent, made);
  return made;
}

/** The lists of an agent's Chats tab, drawn again when one of their chats is another. */
export function useChats(agent: number): AgentChats {
  return {
    ongoing: useWorld((world) => chatsOf(world, agent).ongoing),
    recent: useWorld((world) => chatsOf(world, agent).recent),
    transfers: useWorld((world) => chatsOf(world, agent).transfers),
    listening: useWorld((world) => chatsOf(world, agent).listening),
  };
}
