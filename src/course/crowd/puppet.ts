import { isOngoing } from '../../engine/agent-views.ts';
import { findAgent } from '../../engine/lookup.ts';
import { status } from '../../engine/numbers.ts';
import { hasDelayedMessages } from '../../engine/views.ts';
import type { Session, World } from '../../engine/world.ts';
import { agentSight, agentTurn } from './agent.ts';
import { chanceOf } from './chance.ts';
import { customerSight, customerTurn } from './customer.ts';
import type { Persona } from './persona.ts';
import { fresh, waits, type Act, type Memory, type Turn } from './turn.ts';

/** Whom a puppet plays. */
export type Role =
  | {
      readonly kind: 'customer';
      /** Its conversation; 0 before it has come. */
      readonly session: number;
    }
  /** So many chats at a time. */
  | { readonly kind: 'agent'; readonly agent: number; readonly capacity: number };

/** Somebody who acts by itself. */
export type Puppet = {
  readonly number: number;
  readonly role: Role;
  readonly persona: Persona;
  readonly memory: Memory;
  /** How often it has thought. */
  readonly turn: number;
  /** It has done some of what it made up its mind to do, or said some of it to somebody. */
  readonly begun: 'nothing' | 'something' | 'said';
  /** What it has made up its mind to do, the first of it at `at`, in milliseconds since 1970. */
  readonly acts: readonly Act[];
  readonly at: number;
  /** What it knows of itself when all of that is done. */
  readonly then: Memory;
  /** What was before it when it made up its mind; null when it has yet to. */
  readonly saw: string | null;
  /** Its conversation as it last looked at it, which is no other one as long as nothing happened there; undefined: it is to look. */
  readonly knows?: Session | undefined;
};

/** Nobody has more to say than this: who does talks to a bot that never ends. */
const mostTurns = 200;

const leaves = (session: number): Turn => ({
  acts: [{ after: 0, input: { type: 'customer.leaves', session } }],
  then: { ...fresh, isDone: true },
});

/** It has done the first thing that it was about to do, or was refused it, which puts it off the rest. */
export function acted(puppet: Puppet, world: World, isRefused: boolean): Puppet {
  const [act, ...others] = puppet.acts;
  const acts = isRefused ? [] : others;
  const [next] = acts;
  if (next !== undefined) {
    const begun = act?.input.type === 'customer.writes' ? 'said' : 'something';
    return { ...puppet, acts, begun: puppet.begun === 'said' ? 'said' : begun, at: world.now + next.after };
  }
  // Whoever was refused something waits until something changes.
  const memory = isRefused ? puppet.memory : puppet.then;
  return {
    ...puppet,
    acts,
    begun: 'nothing',
    memory,
    then: memory,
    saw: isRefused ? sightOf(puppet, world) : null,
  };
}

/**
 * It looks at what is before it, and makes up its mind anew where that changed. A customer drops what it has begun, as people do who see
 * an answer, unless they are in the middle of a thought; an agent finishes it first, as long as the chat is its own.
 */
export function looked(puppet: Puppet, world: World, seed: number): Puppet {
  const { role } = puppet;
  if (writesOn(puppet, world)) return puppet;
  const session = role.kind === 'customer' ? world.sessions.get(role.session) : undefined;
  if (session !== undefined && session === puppet.knows && puppet.saw !== null) return puppet;
  const saw = sightOf(puppet, world);
  if (saw === null) return puppet;
  // What is still to come shows without anything else happening there.
  const knows = session === undefined || hasDelayedMessages(world, session.id) ? undefined : session;
  if (saw === puppet.saw) return knows === puppet.knows ? puppet : { ...puppet, knows };
  const turn = puppet.turn + 1;
  const { acts: next, then } = thought(puppet, world, seed, turn);
  const memory = next.length === 0 ? then : puppet.memory;
  return {
    ...puppet,
    knows,
    saw,
    turn,
    memory,
    then,
    acts: next,
    begun: 'nothing',
    at: world.now + (next[0]?.after ?? 0),
  };
}

/** Whether it goes on with what it has begun, whatever was said meanwhile: an agent with a chat of its own, a customer in the middle of a thought. */
function writesOn({ role, begun, acts }: Puppet, world: World): boolean {
  const [act] = acts;
  if (act === undefined || begun === 'nothing' || !('session' in act.input)) return false;
  const session = world.sessions.get(act.input.session ?? 0);
  if (session === undefined) return false;
  if (role.kind === 'agent') return isOngoing(session) && session.agent === role.agent;
  return begun === 'said' && (isOngoing(session) || session.status === status.inQueue);
}

/** Null where there is nothing that it could look at. */
function sightOf({ role }: Puppet, world: World): string | null {
  if (role.kind === 'agent') {
    const agent = findAgent(world, role.agent);
    return agent === undefined ? null : agentSight(world, agent);
  }
  const session = world.sessions.get(role.session);
  return session === undefined ? null : customerSight(world, session);
}

function thought({ role, persona, number, memory }: Puppet, world: World, seed: number, turn: number): Turn {
  const chance = chanceOf(seed, number, turn);
  if (role.kind === 'agent') {
    const agent = findAgent(world, role.agent);
    const { capacity } = role;
    const acts = agent === undefined ? [] : agentTurn({ world, agent, persona, capacity, chance });
    return { acts, then: memory };
  }
  const session = world.sessions.get(role.session);
  if (session === undefined) return waits(memory);
  if (turn > mostTurns) return leaves(session.id);
  return customerTurn({ world, session, persona, memory, chance });
}
