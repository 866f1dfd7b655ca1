import { createRunScript } from '../src/bots/run-script.ts';
import type { WorldFile } from '../src/engine/definition.ts';
import type { ScenarioFile, ScenarioStep } from '../src/scenario/format.ts';
import { replay } from '../src/scenario/replay.ts';
import { Exploration } from '../src/testing/explore.ts';
import { median, timed } from './statistics.ts';

/** Milliseconds an order of 20 steps takes: as it is explored, beginnings shared, and each played by itself. */
export type ExploreSpeed = { readonly explored: number; readonly replayed: number };

const orders = 1000;
const replays = 100;

/** Four customers, each of whom opens the chat and writes four times to the bot, all at the same time. */
function fourCustomers(world: WorldFile): ScenarioFile {
  const steps = Array.from({ length: 20 }, (_, index): ScenarioStep => {
    const session = (index % 4) + 1;
    return index < 4
      ? {
          input: {
            type: 'customer.connects',
            channel: 1,
            customer: { alias: `Customer ${String(session)}` },
          },
        }
      : { input: { type: 'customer.writes', session, text: `Message ${String(index)}` } };
  });
  return { format: 'rehearsal-scenario', version: 1, name: 'Orders', world, steps };
}

/** Times a thousand random orders. Needs nothing but a clock, so it runs alike in Node and in a worker. */
export function measureExplore(world: WorldFile, rounds: number): ExploreSpeed {
  const scenario = fourCustomers(world);
  const run = createRunScript();
  const explored: number[] = [];
  const replayed: number[] = [];
  for (let round = -1; round < rounds; round++) {
    const exploration = Exploration.of(scenario, run, { runs: orders, seed: round + 2 });
    if (!(exploration instanceof Exploration)) throw new Error(exploration.failure.message);
    const all = timed(() => {
      while (exploration.next());
    });
    const { tried, failing } = exploration.progress;
    if (tried !== orders || failing > 0) throw new Error(`${String(tried)} orders, ${String(failing)} fail.`);
    const each = timed(() => {
      for (let n = 0; n < replays; n++) replay(scenario, run);
    });
    if (round < 0) continue; // the first round warms up
    explored.push(all / orders);
    replayed.push(each / replays);
  }
  return { explored: median(explored), replayed: median(replayed) };
}
