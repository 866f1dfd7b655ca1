import { createPatternMatcher } from '../../bots/pattern-matcher.ts';
import { createWorld } from '../../engine/create-world.ts';
import type { WorldFile } from '../../engine/definition.ts';
import type { RunScript } from '../../engine/script-call.ts';
import type { Test } from '../../protocol/engine-api.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import type { ParseResult } from '../../scenario/parse.ts';
import { inPresentWorld } from '../../testing/present-world.ts';
import { runTest, type TestRun } from '../../testing/run-test.ts';
import { withSharedScripts } from '../../testing/shared-scripts.ts';
import { scenarioOf } from '../../testing/test.ts';
import { inputsOf } from '../write/play-steps.ts';
import type { LoadFile } from '../ports.ts';
import type { Rules } from '../write/rules.ts';
import { scriptsOf } from '../scripts/script-sources.ts';

/** So many texts of tests are kept read: whoever watches runs the same ones again and again. */
const mostRead = 1000;

/** Runs tests with the rules of the app, and reads each only once. */
export class Runs {
  readonly #rules: Rules;
  readonly #load: LoadFile;
  readonly #runScript: RunScript;
  readonly #read = new Map<string, ParseResult>();
  present: WorldFile | null = null;

  constructor(rules: Rules, load: LoadFile) {
    this.#rules = rules;
    this.#load = load;
    this.#runScript = withSharedScripts(rules.runScript);
  }

  read(test: Pick<Test, 'text'>): ParseResult {
    const known = this.#read.get(test.text);
    if (known !== undefined) return known;
    const read = scenarioOf(test);
    if (this.#read.size >= mostRead) this.#read.clear();
    this.#read.set(test.text, read);
    return read;
  }

  /** The scenario, run with what the test runs with. Rejected where a part that its scripts need cannot be loaded. */
  async run(scenario: ScenarioFile, { runsWith }: Pick<Test, 'runsWith'>): Promise<TestRun> {
    const present = runsWith === 'present' ? this.present : null;
    const world = present === null ? scenario.world : inPresentWorld(scenario.world, present).world;
    await this.#rules.prepare(scriptsOf(createWorld(world), inputsOf(scenario.steps)), this.#load);
    return this.runAtHand(scenario, present);
  }

  /** The same, once what its scripts need is there. */
  runAtHand(scenario: ScenarioFile, present: WorldFile | null): TestRun {
    const { matches, troubleOf } = createPatternMatcher();
    return runTest(scenario, this.#runScript, { matcher: matches, patternTrouble: troubleOf, present });
  }
}
