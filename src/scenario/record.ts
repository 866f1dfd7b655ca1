import type { WorldFile } from '../engine/definition.ts';
import type { RecordedEvent } from '../engine/events.ts';
import type { CodedText } from '../engine/codes.ts';
import type { RecordedAnswer } from '../engine/step-request.ts';
import type { Expectation, ScenarioFile, ScenarioStep } from './format.ts';
import { rulesRevision, StepHashes } from './hash.ts';
import { versionOf } from './version.ts';

/** A step as the log holds it: the input as it was applied, and what came of it. */
export type RecordedStep = Omit<ScenarioStep, 'hash' | 'answers'> & {
  readonly answers?: readonly RecordedAnswer[] | undefined;
  /** Why it was refused. */
  readonly refused?: CodedText | undefined;
  readonly events: readonly RecordedEvent[];
};

/** What a scenario says of itself, beside its world and its steps. */
export type About = Pick<ScenarioFile, 'name' | 'description' | 'tags' | 'opening' | 'bookmarks'> & {
  /** The oldest revision of the rules that its events came about by; this build's where nothing is said. */
  readonly rules?: number | undefined;
};

/** Takes the steps of a log, one after the other, and gives the scenario that they are (rulings 8, 37, 46). */
export class ScenarioRecorder {
  readonly #hashes = new StepHashes();
  readonly #steps: ScenarioStep[] = [];

  add(step: RecordedStep): void {
    this.#steps.push(recorded(step, this.#hashes.next(step.events)));
  }

  /** The whole file. Written, read and recorded again, it is the same byte for byte. */
  scenario({ rules = rulesRevision, ...about }: About, world: WorldFile): ScenarioFile {
    const steps = this.#steps;
    // A file without steps has no hashes that `rules` could explain.
    const file = { ...about, ...(steps.length === 0 ? {} : { rules }), world, steps };
    return { format: 'rehearsal-scenario', version: versionOf(file), ...file };
  }
}

function recorded(step: RecordedStep, hash: string): ScenarioStep {
  const { at, input, edits, leftOut, stoppedAt, note, refused } = step;
  const answers = step.answers?.map(({ live: _live, ...answer }) => answer);
  const expect = refused === undefined ? step.expect : withRefusal(step.expect ?? []);
  return { ...(isNoTime(at) ? {} : { at }), input, answers, edits, leftOut, stoppedAt, hash, note, expect };
}

/** Without `at` no time passes, so that it need not be said. */
const isNoTime = (at: string | undefined): boolean => at === undefined || at === '+0ms';

/** A refused step fails a replay unless it is expected (scenario.md "inputs"). */
const withRefusal = (expect: readonly Expectation[]): readonly Expectation[] =>
  expect.some((entry) => 'refused' in entry) ? expect : [...expect, { refused: true }];

/** The scenario without hashes, and without the rules that they were made by: something else may come of it. */
export function withoutHashes({ rules: _rules, steps, ...file }: ScenarioFile): ScenarioFile {
  return { ...file, steps: steps.map(({ hash: _hash, ...step }) => step) };
}

/** The scenario with the hashes of what came of its steps now. */
export function rehashed(
  { version: _, format, ...file }: ScenarioFile,
  played: readonly { readonly events: readonly RecordedEvent[] }[],
): ScenarioFile {
  const hashes = new StepHashes();
  const steps = file.steps.map((step, index) => ({
    ...step,
    hash: hashes.next(played[index]?.events ?? []),
  }));
  const said = { ...file, rules: rulesRevision, steps };
  return { format, version: versionOf(said), ...said };
}
