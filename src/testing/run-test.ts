import type { WorldFile } from '../engine/definition.ts';
import type { CodedText } from '../engine/codes.ts';
import type { RunScript } from '../engine/script-call.ts';
import type { World } from '../engine/world.ts';
import type { Expectation, ScenarioFile, ScenarioStep } from '../scenario/format.ts';
import type { Matcher } from '../scenario/match.ts';
import { replay, type StepFailure, type StepReport } from '../scenario/replay.ts';
import { inPresentWorld, type Used } from './present-world.ts';
import { fieldDifferences, type FieldDifference } from './field-differences.ts';

export type RunTestOptions = {
  /** What decides `{ "matches": … }`. Without it, no text matches. */
  readonly matcher?: Matcher | undefined;
  /** What is the matter with a pattern that the matcher was given, such as that it does not parse; null when nothing is. */
  readonly patternTrouble?: (pattern: string) => CodedText | null;
  /** The settings as they stand now: what of the test's world is in them, too, runs as it stands there. */
  readonly present?: WorldFile | null;
  /** Told the number of each step before it is played. */
  readonly beginsStep?: (index: number) => void;
};

/** Whether an expectation holds, and what came where it does not. */
export type Verdict = {
  readonly expectation: Expectation;
  readonly holds: boolean;
  /** The fields that are not as expected; none where nothing of the kind came. */
  readonly came: readonly FieldDifference[];
  /** Why a pattern of it decides nothing. */
  readonly trouble: CodedText | null;
};

export type TestedStep = Pick<StepReport, 'index' | 'outcome' | 'reason' | 'events'> & {
  readonly verdicts: readonly Verdict[];
  /** All that is not as the scenario says, in words and with its path, as a report lists it. */
  readonly failures: readonly StepFailure[];
  /** Those that are about no expectation: a step that nobody expected to be refused, a recorded answer to another call. */
  readonly others: readonly StepFailure[];
};

export type TestRun = {
  readonly isPassed: boolean;
  readonly steps: readonly TestedStep[];
  /** The scenario as it was played, in the world that it ran in. */
  readonly scenario: ScenarioFile;
  /** What of the workspace ran in it; null for the test's own world alone. */
  readonly used: Used | null;
};

/**
 * Plays a test from its beginning and tells of each of its expectations whether it holds. A test whose script is gone from the
 * workspace fails, as what it says would be about a script that nobody runs any more.
 */
export function runTest(scenario: ScenarioFile, runScript: RunScript, options: RunTestOptions = {}): TestRun {
  const { matcher, patternTrouble = noTrouble, present = null, beginsStep } = options;
  const { world, used } =
    present === null ? { world: scenario.world, used: null } : inPresentWorld(scenario.world, present);
  // Whether the same came of it as when it was saved is not asked.
  const played = { ...scenario, world, steps: scenario.steps.map(({ hash: _, ...step }) => step) };
  const steps: TestedStep[] = [];
  replay(played, runScript, {
    matcher,
    ...(beginsStep === undefined ? {} : { beginsStep }),
    endsStep: (report, after) => {
      const said = played.steps[report.index - 1];
      if (said !== undefined) steps.push(tested(said, report, after, matcher ?? never, patternTrouble));
    },
  });
  const isPassed = steps.every(isAsExpected) && (used === null || used.gone.length === 0);
  return { isPassed, steps, scenario: played, used };
}

const noTrouble = () => null;
const never = () => false;

export const isAsExpected = ({ verdicts, failures }: TestedStep): boolean =>
  failures.length === 0 && verdicts.every(({ holds }) => holds);

function tested(
  said: ScenarioStep,
  { index, outcome, reason, events, failures }: StepReport,
  world: World,
  matcher: Matcher,
  patternTrouble: (pattern: string) => CodedText | null,
): TestedStep {
  const failed = new Set(failures.map(({ path }) => expectationAt(path)));
  const result = { input: said.input, events, world, refusal: reason };
  const verdicts = (said.expect ?? []).map((expectation, at): Verdict => {
    const trouble = firstTrouble(expectation, patternTrouble);
    const holds = outcome !== 'failed' && !failed.has(at) && trouble === null;
    return { expectation, holds, came: holds ? [] : fieldDifferences(expectation, result, matcher), trouble };
  });
  const others = failures.filter(({ path }) => expectationAt(path) === null);
  return { index, outcome, reason, events, verdicts, failures, others };
}

/** Which expectation of its step a path of a failure names; null for none. */
function expectationAt(path: string): number | null {
  const at = /\.expect\[(\d+)\]$/.exec(path)?.[1];
  return at === undefined ? null : Number(at);
}

function firstTrouble(
  expectation: Expectation,
  troubleOf: (pattern: string) => CodedText | null,
): CodedText | null {
  for (const pattern of patternsIn(expectation)) {
    const trouble = troubleOf(pattern);
    if (trouble !== null) return trouble;
  }
  return null;
}

/** The patterns for a matcher (`{ "matches": … }`) that stand in an expectation, wherever they stand. */
function patternsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(patternsIn);
  return Object.entries(value).flatMap(([key, item]) =>
    key === 'matches' && typeof item === 'string' ? [item] : patternsIn(item),
  );
}
