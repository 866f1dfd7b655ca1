import { agentChats, rightsOf, waitingFor } from '../../engine/agent-views.ts';
import type { Agent } from '../../engine/definition.ts';
import { status } from '../../engine/numbers.ts';
import { visibleMessages, waiting } from '../../engine/views.ts';
import type { Session, World } from '../../engine/world.ts';
import type { Chance } from './chance.ts';
import { spoken } from './grammar.ts';
import type { Persona } from './persona.ts';
import type { Act } from './turn.ts';
import { readingTime, typed, typingTime } from './typing.ts';

export type AtAgent = {
  readonly world: World;
  readonly agent: Agent;
  readonly persona: Persona;
  /** How many chats it has at a time. */
  readonly capacity: number;
  readonly chance: Chance;
};

/**
 * What an agent does about the chats before it: it comes, accepts what is transferred to it, answers who has waited longest, takes the
 * next one while it has room, and ends a chat when its lines are said or its customer has gone without a word.
 */
export function agentTurn(at: AtAgent): readonly Act[] {
  const { world, agent, capacity, chance } = at;
  const who = { agent: agent.id };
  if (!agent.present) return [{ after: 1000, input: { type: 'agent.setsPresence', ...who, present: true } }];
  const { ongoing, transfers } = agentChats(world, agent.id);
  const [offered] = transfers;
  if (offered !== undefined)
    return [{ after: 2000, input: { type: 'agent.acceptsTransfer', ...who, session: offered.id } }];
  const mine = ongoing.filter((session) => rightsOf(world, agent.id, session).responds);
  const waits = mine
    .filter((session) => session.status === status.customerLast || ownIn(world, agent, session) === 0)
    .sort((a, b) => (a.waitingSince ?? 0) - (b.waitingSince ?? 0))[0];
  const hasNext = waitingFor(world, agent.id, waiting(world)).length > 0;
  if (hasNext && mine.length < capacity && (waits === undefined || chance.happens(50)))
    return [{ after: 1500 + chance.whole(0, 2000), input: { type: 'agent.picksUpNext', ...who } }];
  return waits === undefined ? endsSilent(at, mine) : answers(at, waits);
}

/** Whose customer has not written for as long as the agent's patience goes is taken to be gone. */
function endsSilent({ world, agent, persona }: AtAgent, mine: readonly Session[]): readonly Act[] {
  const [longest] = [...mine].sort((a, b) => a.whenIdle - b.whenIdle);
  if (longest === undefined) return [];
  const after = Math.max(1000, persona.traits.patience * 1000 - (world.now - longest.whenIdle));
  return [{ after, input: { type: 'agent.ends', agent: agent.id, session: longest.id } }];
}

function answers({ world, agent, persona, chance }: AtAgent, session: Session): readonly Act[] {
  const seen = visibleMessages(world, session.id, 'agent');
  const reads = readingTime(seen.findLast(({ sender }) => sender === 'customer')?.text ?? '');
  const at = { agent: agent.id, session: session.id };
  const line = persona.lines[ownIn(world, agent, session)];
  if (line === undefined) return [{ after: reads, input: { type: 'agent.ends', ...at } }];
  const text = spoken(line, chance, { name: session.customer.name, agent: agent.firstName });
  return typed(text, persona.traits, chance).flatMap((part, index): readonly Act[] => [
    { after: index === 0 ? reads : 500, input: { type: 'agent.types', ...at, typing: true } },
    { after: typingTime(part, persona.traits), input: { type: 'agent.writes', ...at, text: part } },
  ]);
}

/** How many messages of this agent a chat has. */
const ownIn = (world: World, agent: Agent, session: Session): number =>
  visibleMessages(world, session.id, 'agent').filter(
    (message) => message.sender === 'agent' && message.agent === agent.id,
  ).length;

/** What an agent has before it, as one text: it thinks again when that is another one. */
export function agentSight(world: World, agent: Agent): string {
  const { ongoing, transfers } = agentChats(world, agent.id);
  const chats = ongoing.map(({ id, status: now, lastMessage }) => [id, now, lastMessage]);
  const waits = waitingFor(world, agent.id, waiting(world)).map(({ id }) => id);
  return JSON.stringify([agent.present, chats, waits, transfers.map(({ id }) => id)]);
}
