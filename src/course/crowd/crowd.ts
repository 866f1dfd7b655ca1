import type { Input } from '../../engine/inputs.ts';
import type { World } from '../../engine/world.ts';
import { arrivalsOf, type Arrivals } from './arrivals.ts';
import { chanceOf } from './chance.ts';
import type { Persona } from './persona.ts';
import { acted, looked, type Puppet } from './puppet.ts';
import { fresh } from './turn.ts';

/** Who comes, when, and who sits at the desks. */
export type CrowdPlan = {
  readonly seed: number;
  /** How many; no more than `mostCustomers` come. */
  readonly customers: number;
  readonly arrivals: Arrivals;
  /** Numbers of the channels that they come to, by turns. */
  readonly channels: readonly number[];
  /** Whom customers play, drawn for each. */
  readonly personas: readonly Persona[];
  /** Agents of the world who are puppets. */
  readonly agents: readonly number[];
  /** Whom they play: a line for each answer, and the end of the chat behind the last one. */
  readonly agentPersona: Persona;
  /** How many chats each has at a time. */
  readonly capacity: number;
};

export const mostCustomers = 500;

/** What a puppet does next, and when, in milliseconds since 1970. */
export type Next = { readonly at: number; readonly input: Input };

/** Agents draw apart from all customers. */
const agentsFrom = 1_000_000;

const firstNames =
  'Ada Bo Cy Dag Eve Finn Gro Hal Ida Jon Kai Liv Max Nora Ola Pia Ravi Siv Tor Una Vera Wim Yan Zoe'.split(
    ' ',
  );
const lastNames = 'Berg Dahl Fosse Haug Lien Lund Moen Nord Strand Vik'.split(' ');

/**
 * Customers and agents who act by themselves on the clock of the world. What they do are ordinary inputs, so that a rush hour is recorded,
 * rewound and shared like anything else. The same plan in the same world does the same; what one draws does not depend on how many others
 * there are.
 */
export class Crowd {
  readonly #seed: number;
  readonly #puppets: Puppet[];
  /** Who does something at this moment. */
  #acting: number | null = null;

  /** It begins at a moment, in milliseconds since 1970: that at which the world stands, if nothing else is said. */
  constructor(plan: CrowdPlan, world: World, from = world.now) {
    this.#seed = plan.seed;
    const count = Math.max(0, Math.min(mostCustomers, plan.customers));
    this.#puppets = [
      ...arrivalsOf(plan.seed, count, plan.arrivals).flatMap((after, index) =>
        arriving(plan, index + 1, from + after),
      ),
      ...plan.agents.map((agent) => sitting(plan, agent, from)),
    ];
    this.looks(world);
  }

  /** What is done next; null when nobody does anything until something else happens. */
  get next(): Next | null {
    const puppet = this.#puppets[this.#first()];
    const [act] = puppet?.acts ?? [];
    return puppet === undefined || act === undefined ? null : { at: puppet.at, input: act.input };
  }

  /** How many customers come in all. */
  get customers(): number {
    return this.#puppets.filter(({ role }) => role.kind === 'customer').length;
  }

  /** How many customers have come. */
  get came(): number {
    return this.#puppets.filter(({ role }) => role.kind === 'customer' && role.session > 0).length;
  }

  /** How many customers have not come yet, or have not finished what they came for. */
  get left(): number {
    return this.#puppets.filter(({ role, memory }) => role.kind === 'customer' && !memory.isDone).length;
  }

  /** As `next`, which is being done from now on: `done` is to be told what came of it. */
  take(): Next | null {
    this.#acting = this.#first();
    return this.next;
  }

  /** What was taken was done, or refused, and left the world as it is now. */
  done(world: World, isRefused = false): void {
    const index = this.#acting ?? -1;
    const puppet = this.#puppets[index];
    this.#acting = null;
    if (puppet !== undefined) {
      const [act] = puppet.acts;
      const hasCome = act?.input.type === 'customer.connects' && !isRefused;
      const role = hasCome ? ({ kind: 'customer', session: world.sessions.length } as const) : puppet.role;
      this.#puppets[index] = acted({ ...puppet, role }, world, isRefused);
    }
    this.looks(world);
  }

  /** Something happened in the world, by whomever. */
  looks(world: World): void {
    this.#puppets.forEach((puppet, index) => {
      if (index !== this.#acting) this.#puppets[index] = looked(puppet, world, this.#seed);
    });
  }

  /** Of several at one moment the one with the lower number; -1 for none. */
  #first(): number {
    let first = -1;
    this.#puppets.forEach(({ acts, at }, index) => {
      const earliest = this.#puppets[first]?.at ?? Infinity;
      if (acts.length > 0 && at < earliest) first = index;
    });
    return first;
  }
}

function arriving({ seed, channels, personas }: CrowdPlan, number: number, at: number): readonly Puppet[] {
  const chance = chanceOf(seed, number, -1);
  const persona = chance.pick(personas);
  const name = `${chance.pick(firstNames) ?? ''} ${chance.pick(lastNames) ?? ''}`;
  const channel = channels[(number - 1) % Math.max(1, channels.length)];
  if (channel === undefined || persona === undefined) return [];
  const customer = { alias: `${name} (${String(number)})`, name };
  const acts = [{ after: 0, input: { type: 'customer.connects', channel, customer } as const }];
  const role = { kind: 'customer', session: 0 } as const;
  return [
    { number, role, persona, memory: fresh, turn: 0, begun: 'nothing', acts, at, then: fresh, saw: null },
  ];
}

function sitting({ agentPersona: persona, capacity }: CrowdPlan, agent: number, at: number): Puppet {
  const role = { kind: 'agent', agent, capacity } as const;
  return {
    number: agentsFrom + agent,
    role,
    persona,
    memory: fresh,
    turn: 0,
    begun: 'nothing',
    acts: [],
    at,
    then: fresh,
    saw: null,
  };
}
