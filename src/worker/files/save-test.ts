import { createPatternMatcher } from '../../bots/pattern-matcher.ts';
import type { RunScript } from '../../engine/script-call.ts';
import type {
  MadeTest,
  SuggestedStep,
  TestChoices,
  TestCut,
  TestDraft,
  TestRequest,
} from '../../protocol/test-making.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import { parseScenario } from '../../scenario/parse.ts';
import { replay } from '../../scenario/replay.ts';
import { writeScenario } from '../../scenario/write.ts';
import { composeTest } from '../../testing/compose-test.ts';
import { reduceScenario, type ReducedScenario } from '../../testing/reduce-scenario.ts';
import { settled } from '../../testing/settled.ts';
import { suggest } from '../../testing/suggest.ts';

/** A test in the making: what was suggested for a stretch of a conversation, until another stretch is asked about. */
export class TestInTheMaking {
  readonly #file: ScenarioFile;
  readonly #runScript: RunScript;
  readonly #matcher = createPatternMatcher().matches;
  /** The steps as the test has them. */
  readonly #steps: readonly SuggestedStep[];
  /** So many steps of the conversation before them only set things up, and stand in its world. */
  readonly #folded: number;
  readonly draft: TestDraft;
  #cut: ReducedScenario | null = null;

  /** `runScript` is that of the rules, with all that the conversation needs loaded. */
  constructor({ conversation, from, to, wanted }: TestRequest, runScript: RunScript) {
    const { file, folded } = settled({ ...conversation, steps: conversation.steps.slice(0, to) }, runScript);
    this.#file = file;
    this.#folded = folded;
    this.#runScript = runScript;
    const { steps, reports } = suggest(file, runScript, {
      from: Math.max(1, from - folded),
      wanted: wanted.map((one) => ({ ...one, step: one.step - folded })),
      matcher: this.#matcher,
    });
    this.#steps = steps;
    const unplayed = reports.flatMap(({ index, outcome, failures }) =>
      outcome === 'failed' ? [{ step: index + folded, message: failures[0]?.message ?? '' }] : [],
    );
    this.draft = { steps: steps.map((one) => ({ ...one, step: one.step + folded })), unplayed };
  }

  /** What is left of the test with only what its steps reach. */
  cut(): TestCut {
    this.#cut ??= reduceScenario(this.#file, this.#runScript);
    const sizeOf = (file: ScenarioFile) => writeScenario({ ...file, steps: [] }).length;
    return { left: this.#cut.left, whole: sizeOf(this.#file), cut: sizeOf(this.#cut.scenario) };
  }

  /** The test with what was chosen, run once. */
  make({ onlyWhatMatters: isCut, ticked, ...choice }: TestChoices): MadeTest {
    if (isCut) this.cut();
    const file = isCut ? (this.#cut?.scenario ?? this.#file) : this.#file;
    const chosen = new Map([...ticked].map(([step, which]) => [step - this.#folded, which] as const));
    const scenario = composeTest(file, this.#steps, { ...choice, ticked: chosen });
    const { steps } = replay(scenario, this.#runScript, { matcher: this.#matcher });
    const failures = steps.flatMap(({ index, failures: failed }) =>
      failed.map(({ message }) => ({ step: index, message })),
    );
    const text = writeScenario(scenario);
    const read = parseScenario(text);
    const problem = read.ok ? null : (read.problems[0] ?? null);
    const runsWith = scenario.steps.some(({ input }) => input.type.startsWith('admin.')) ? 'own' : 'present';
    return { text, steps: scenario.steps.length, runsWith, failures, problem };
  }
}
