import { createRunScript } from '../../src/bots/run-script.ts';
import { Crowd, type CrowdPlan } from '../../src/course/crowd/crowd.ts';
import { createWorld } from '../../src/engine/create-world.ts';
import type { WorldFile } from '../../src/engine/definition.ts';
import type { Input } from '../../src/engine/inputs.ts';
import { step } from '../../src/engine/step.ts';
import { nextTimer } from '../../src/engine/timers.ts';
import type { ScenarioStep } from '../../src/scenario/format.ts';
import { replay } from '../../src/scenario/replay.ts';

/** What a crowd of puppets does after some steps in a world, until nobody does anything any more: steps that need no puppets. */
export function crowdSteps(
  world: WorldFile,
  before: readonly ScenarioStep[],
  plan: CrowdPlan,
): readonly ScenarioStep[] {
  const run = createRunScript();
  const scenario = { format: 'rehearsal-scenario', version: 1, name: '', world, steps: before } as const;
  let now = before.length === 0 ? createWorld(world) : replay(scenario, run).world;
  const steps: ScenarioStep[] = [];
  const crowd = new Crowd(plan, now);
  let last = now.now;
  let index = before.length;
  for (let next = crowd.next; next !== null && steps.length < 5000; next = crowd.next) {
    const due = nextTimer(now);
    const isTimer = due !== null && due <= next.at;
    const at = isTimer ? now.now : Math.max(next.at, now.now);
    const input: Input = isTimer ? { type: 'clock.advances', by: due - now.now } : next.input;
    if (!isTimer) crowd.take();
    const outcome = step(now, { step: (index += 1), input, at }, run);
    if (outcome.kind !== 'committed') throw new Error(`A puppet could not: ${JSON.stringify(outcome)}`);
    now = outcome.world;
    if (!left.includes(input.type)) {
      steps.push({ at: `+${String(now.now - last)}ms`, input });
      last = now.now;
    }
    if (isTimer) crowd.looks(now);
    else crowd.done(now, false);
  }
  return steps;
}

/** Nothing else follows from these: timers fire on the way to the next step, and who types is seen in the widget only. */
const left: readonly Input['type'][] = ['clock.advances', 'customer.types', 'agent.types'];
