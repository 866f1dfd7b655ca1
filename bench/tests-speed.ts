import { createPatternMatcher } from '../src/bots/pattern-matcher.ts';
import { createRunScript } from '../src/bots/run-script.ts';
import { createWorld } from '../src/engine/create-world.ts';
import type { WorldFile } from '../src/engine/definition.ts';
import { step } from '../src/engine/step.ts';
import type { ScenarioFile } from '../src/scenario/format.ts';
import { runTest } from '../src/testing/run-test.ts';
import { withSharedScripts } from '../src/testing/shared-scripts.ts';
import { scenarioOf, testOf } from '../src/testing/test.ts';
import { median, timed } from './statistics.ts';
import { connects, message } from './workload.ts';

export const testsToRun = 100;
export const stepsOfTest = 20;

/** Milliseconds, medians over the rounds. */
export type TestsSpeed = {
  /** Reading and running all tests, in the world of a workspace. */
  readonly run: number;
  /** The same steps alone, without worlds, files and expectations. */
  readonly steps: number;
};

/** A conversation of as many steps with a bot that echoes, each answer expected. */
export const echoTest = (world: WorldFile, n: number): ScenarioFile => ({
  format: 'rehearsal-scenario',
  version: 1,
  name: `Echoes ${String(n)}`,
  world,
  steps: [
    { input: connects },
    ...Array.from({ length: stepsOfTest - 1 }, (_, at) => ({
      input: message(at),
      expect: [{ event: 'message.saved', text: { contains: `Message ${String(at)}` } }, { status: 6 }],
    })),
  ],
});

/** Runs tests as the page does: their texts are read, and the scripts are those of the workspace. */
export function measureTests(world: WorldFile, rounds: number): TestsSpeed {
  const texts = Array.from({ length: testsToRun }, (_, n) =>
    testOf(echoTest(world, n), { id: String(n), madeAt: n }),
  );
  const times = { run: [] as number[], steps: [] as number[] };
  for (let round = -1; round < rounds; round++) {
    const run = timed(() => {
      runAll(texts, world);
    });
    const steps = timed(() => {
      playAll(world);
    });
    if (round < 0) continue; // the first round warms up
    times.run.push(run);
    times.steps.push(steps);
  }
  return { run: median(times.run), steps: median(times.steps) };
}

function runAll(tests: readonly { readonly text: string }[], present: WorldFile): void {
  const runScript = withSharedScripts(createRunScript());
  const { matches, troubleOf } = createPatternMatcher();
  for (const test of tests) {
    const read = scenarioOf(test);
    if (!read.ok) throw new Error('A test of the benchmark cannot be read.');
    const run = runTest(read.scenario, runScript, { matcher: matches, patternTrouble: troubleOf, present });
    if (!run.isPassed) throw new Error('A test of the benchmark fails.');
  }
}

function playAll(file: WorldFile): void {
  const runScript = createRunScript();
  const start = createWorld(file);
  for (let n = 0; n < testsToRun; n++) {
    let world = start;
    for (let at = 0; at < stepsOfTest; at++) {
      const input = at === 0 ? connects : message(at);
      const outcome = step(world, { step: at + 1, input }, runScript);
      if (outcome.kind !== 'committed') throw new Error(`An input of the benchmark was ${outcome.kind}.`);
      world = outcome.world;
    }
  }
}
