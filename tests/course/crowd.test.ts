import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { createRunScript } from '../../src/bots/run-script.ts';
import { Crowd, type CrowdPlan } from '../../src/course/crowd/crowd.ts';
import { customers, helpful } from '../../src/course/crowd/personas.ts';
import { createWorld } from '../../src/engine/create-world.ts';
import type { WorldFile } from '../../src/engine/definition.ts';
import type { RecordedEvent } from '../../src/engine/events.ts';
import type { Input } from '../../src/engine/inputs.ts';
import { step } from '../../src/engine/step.ts';
import { nextTimer } from '../../src/engine/timers.ts';
import { oneBot } from '../support/one-bot.ts';
import { twoDesks } from '../support/two-desks.ts';
import type { World } from '../../src/engine/world.ts';

const file = twoDesks;

const plan: CrowdPlan = {
  seed: 7,
  customers: 30,
  arrivals: { perMinute: 4, curve: 'wave', minutes: 10 },
  channels: [1, 2],
  personas: customers,
  agents: [1, 2],
  agentPersona: helpful,
  capacity: 3,
};

type Done = { readonly at: number; readonly input: Input; readonly refused: string | null };

/** Plays a crowd until nobody does anything by themselves any more. */
function play(changes: Partial<CrowdPlan> = {}, from: WorldFile = file) {
  let world: World = createWorld(from);
  const crowd = new Crowd({ ...plan, ...changes }, world);
  const done: Done[] = [];
  const events: RecordedEvent[] = [];
  const take = (input: Input, at: number): boolean => {
    const outcome = step(world, { step: done.length + 1, input, at }, createRunScript());
    if (outcome.kind === 'stopped' || outcome.kind === 'needs') throw new Error(outcome.kind);
    world = outcome.world;
    const refused = outcome.kind === 'refused' ? outcome.reason.code : null;
    done.push({ at, input, refused });
    events.push(...outcome.events);
    return refused !== null;
  };
  for (let next = crowd.next; next !== null && done.length < 20_000; next = crowd.next) {
    const due = nextTimer(world);
    // What happens by itself is seen before anything is done, as it is with a clock that runs.
    if (due !== null && due <= next.at) {
      take({ type: 'clock.advances', by: due - world.now }, world.now);
      crowd.looks(world);
    } else {
      crowd.take();
      const isRefused = take(next.input, Math.max(next.at, world.now));
      crowd.done(world, isRefused);
    }
  }
  return { world, crowd, done, events };
}

const inputsOf = (done: readonly Done[], session: number): readonly Input[] =>
  done.flatMap(({ input }) =>
    'session' in input && input.session === session && input.type.startsWith('customer.') ? [input] : [],
  );

describe('a crowd of puppets', () => {
  it('comes, talks to puppets at the desks and goes, with nobody left over', () => {
    const { world, crowd, done } = play();

    expect(crowd.left).toBe(0);
    expect(world.sessions.length).toBeGreaterThanOrEqual(30);
    expect([...world.sessions].filter(({ status }) => status < 7)).toEqual([]);
    expect([...world.messages].filter(({ sender }) => sender === 'agent').length).toBeGreaterThan(30);
    expect(done.filter(({ refused }) => refused !== null)).toEqual([]);
  });

  it('does the same again, to the byte', () => {
    expect(JSON.stringify(play().events)).toBe(JSON.stringify(play().events));
  });

  it('does something else with another seed', () => {
    expect(JSON.stringify(play({ seed: 8 }).done)).not.toBe(JSON.stringify(play().done));
  });

  it('ends with everybody in the offline form or gone when nobody is at a desk', () => {
    const { world, crowd } = play({ agents: [] });

    expect(crowd.left).toBe(0);
    expect([...world.sessions].filter(({ status }) => status < 7)).toEqual([]);
  });

  it('says its pieces to the end to a bot that answers each at once, and goes when it has said all', () => {
    const bot = oneBot([
      {
        id: 2,
        name: 'bot message received',
        source: `EventData ed = getEventData();
addChatMessage(ed.getInputValue("chatMessage.sessionId").toInteger(), "Echo", 1, "Echo", 0, "");`,
      },
    ]);
    const personas = customers.filter(({ traits }) => traits.piecemeal);

    const { crowd, done } = play({ agents: [], channels: [1], personas, customers: 3 }, bot);

    expect(crowd.left).toBe(0);
    expect(inputsOf(done, 1).filter(({ type }) => type === 'customer.writes')).toHaveLength(7);
  });

  it('leaves a bot that never ends', () => {
    const again = `EventData ed = getEventData();
Integer session = ed.getInputValue("chatMessage.sessionId").toInteger();
addChatMessage(session, "Once more?", 1, "Echo", 17, "[\"Yes\"]");`;
    const bot = oneBot([{ id: 2, name: 'bot message received', source: again }]);

    const { crowd, done } = play({ agents: [], channels: [1], customers: 1 }, bot);

    expect(crowd.left).toBe(0);
    expect(done.length).toBeLessThan(1000);
  });

  it('changes nothing for those who are there already when more come, as long as they do not share a queue', () => {
    const alone = { agents: [], arrivals: { perMinute: 20, curve: 'even', minutes: 1 } } as const;
    const few = play({ ...alone, customers: 5 });
    const many = play({ ...alone, customers: 50 });

    for (const session of [1, 2, 3, 4, 5]) {
      expect(inputsOf(many.done, session)).toEqual(inputsOf(few.done, session));
    }
  });

  it('never does what is refused, whoever comes and however many chats an agent has', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 6 }),
        fc.subarray([1, 2]),
        (seed, count, capacity, agents) => {
          const { done, crowd, world } = play({ seed, customers: count, capacity, agents });
          expect(done.filter(({ refused }) => refused !== null)).toEqual([]);
          expect(crowd.left).toBe(0);
          expect([...world.sessions].filter(({ status }) => status < 7)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
