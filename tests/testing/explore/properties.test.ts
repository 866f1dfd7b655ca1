import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRunScript } from '../../../src/bots/run-script.ts';
import type { Input } from '../../../src/engine/inputs.ts';
import { eventLine } from '../../../src/scenario/event-line.ts';
import type { StepReport } from '../../../src/scenario/replay.ts';
import type { ScenarioFile, ScenarioStep } from '../../../src/scenario/format.ts';
import { allOrders, type Order } from '../../../src/testing/explore/orders.ts';
import { planOf } from '../../../src/testing/explore/plan.ts';
import { breaks, OrderRunner, settling, type Turn } from '../../../src/testing/explore/run-orders.ts';
import { randomOrders } from '../../../src/testing/explore/schedules.ts';
import { connects, desk, explored, lateBot, mixingBot, promptBot, replayed, scenario } from './races.ts';

/* Whatever three customers and two agents do, possible or not, at whatever moments. */

const session = fc.integer({ min: 1, max: 4 });
const agent = fc.integer({ min: 1, max: 2 });
const input: fc.Arbitrary<Input> = fc.oneof(
  fc.record({
    type: fc.constant('customer.writes' as const),
    session,
    text: fc.constantFrom('price', 'human', 'ask', 'hello'),
  }),
  fc.record({ type: fc.constantFrom('agent.picksUp' as const, 'agent.ends' as const), agent, session }),
  fc.record({ type: fc.constant('agent.picksUpNext' as const), agent }),
  fc.record({
    type: fc.constant('agent.writes' as const),
    agent,
    session,
    text: fc.constant('Good morning'),
  }),
  fc.record({ type: fc.constant('agent.setsPresence' as const), agent, present: fc.boolean() }),
  fc.record({ type: fc.constant('customer.leaves' as const), session }),
  fc.record({ type: fc.constant('clock.advances' as const), by: fc.constantFrom(0, 400, 3000) }),
);
const step: fc.Arbitrary<ScenarioStep> = fc.record({
  at: fc.constantFrom('+0ms', '+300ms', '+900ms', '+5s'),
  input,
});
const files: fc.Arbitrary<ScenarioFile> = fc
  .tuple(
    fc.constantFrom(lateBot, promptBot, mixingBot, null),
    fc.array(step, { minLength: 4, maxLength: 14 }),
  )
  .map(([bot, steps]) => {
    const file = scenario(
      desk(bot),
      connects('Ada'),
      connects('Bob', '+1s'),
      connects('Cid', '+0ms'),
      ...steps,
    );
    // What is refused is expected to be, and what a bot answers too, so that a file is right as it is.
    const { steps: played } = replayed(file);
    return { ...file, steps: file.steps.map((one, index) => expecting(one, played[index])) };
  });

function expecting(one: ScenarioStep, played: StepReport | undefined): ScenarioStep {
  if (played?.outcome === 'refused') return { ...one, expect: [{ refused: true }] };
  const { input: said } = one;
  if (said.type !== 'customer.writes') return one;
  const answer = played?.events.find(
    (event) => event.type === 'message.saved' && event.by !== undefined && event.session === said.session,
  );
  if (answer?.type !== 'message.saved') return one;
  return { ...one, expect: [{ event: 'message.saved', session: said.session, text: answer.text }] };
}

const runner = (file: ScenarioFile): OrderRunner => {
  const run = createRunScript();
  const plan = planOf(file, 2000, run);
  if ('failure' in plan) throw new Error(plan.failure.message);
  return new OrderRunner(plan, run, () => false);
};
const turnsOf = ({ plan }: OrderRunner, order: Order): readonly Turn[] =>
  order.map((one, place) => ({ step: one, at: plan.steps[place]?.at ?? 0 }));
const linesOf = (made: OrderRunner, order: Order): readonly string[] =>
  made.run(turnsOf(made, order)).flatMap(({ events }) => events.map(eventLine));

describe('any conversation', () => {
  it('gives in the order of the file the events of a replay, byte for byte', () => {
    fc.assert(
      fc.property(files, (file) => {
        const made = runner(file);
        const frames = made.run(
          turnsOf(
            made,
            file.steps.map((_, index) => index),
          ),
        );
        const told = frames
          .filter(({ step: one }) => one !== settling)
          .flatMap(({ events }) => events.map(eventLine));

        const all = replayed(file).events.map(eventLine);
        expect(told).toEqual(breaks(frames.at(-1)) ? all.slice(0, told.length) : all);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same in each order, whatever orders were run before it', () => {
    fc.assert(
      fc.property(files, fc.nat(), (file, seed) => {
        const made = runner(file);
        const random = randomOrders(made.plan.steps, seed);
        const orders = Array.from({ length: 6 }, () => random.next().value as Order);
        orders.push(...orders.toReversed());

        for (const order of orders) expect(linesOf(made, order)).toEqual(linesOf(runner(file), order));
      }),
      { numRuns: 25 },
    );
  });

  it('gives the same findings for the same seed, and keeps each as a file that plays what was told and fails', () => {
    let found = 0;
    fc.assert(
      fc.property(files, fc.nat(), (file, seed) => {
        const once = explored(file, { runs: 40, seed });

        expect(explored(file, { runs: 40, seed })).toEqual(once);
        for (const { kept, failing } of once.findings) {
          found++;
          const played = replayed(kept);
          const told = failing.filter(({ isReached }) => isReached).flatMap(({ events }) => events);
          expect(played.events.map(eventLine)).toEqual(told.map(eventLine));
          expect(played.ok).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
    expect(found).toBeGreaterThan(0);
  });

  it('breaks none of the rules that always hold where no bot speaks late or elsewhere', () => {
    fc.assert(
      fc.property(files, fc.constantFrom(promptBot, null), (file, bot) => {
        const world = desk(bot);
        const steps = file.steps.map(({ expect: _, ...one }) => one);
        const alone = { ...file, world, steps };
        const made = runner(alone);
        let tried = 0;
        for (const order of allOrders(made.plan.steps)) {
          if (++tried > 30) break;
          const broken = made.run(turnsOf(made, order)).flatMap(({ breaches }) => breaches);
          expect(broken.filter(({ kind }) => kind === 'builtIn')).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
