import type { Expectation, ScenarioFile, ScenarioStep } from '../scenario/format.ts';
import { versionOf } from '../scenario/version.ts';
import type { SuggestedStep, Suggestion } from './suggestion.ts';

/** What somebody chose of a test in the making. */
export type TestChoice = {
  readonly name: string;
  readonly tags: readonly string[];
  /** Whether names of people stand open in what is said. */
  readonly nameless: boolean;
  /** Which suggestions of a step are expected, by its number; of a step that is not named, those that are ticked. */
  readonly ticked: ReadonlyMap<number, ReadonlySet<number>>;
};

/**
 * The test that a conversation becomes: its world and its steps, with what was chosen to be expected of them. Steps before
 * those that were suggested for lead there, and nothing is expected of them. Marks of one recording, its hashes, its
 * bookmarks and its opening scene, are no part of it.
 */
export function composeTest(
  { format, world, steps }: ScenarioFile,
  suggested: readonly SuggestedStep[],
  { name, tags, nameless, ticked }: TestChoice,
): ScenarioFile {
  const of = new Map(suggested.map((step) => [step.step, step]));
  const file = {
    name,
    ...(tags.length === 0 ? {} : { tags }),
    world,
    steps: steps.map((step, index): ScenarioStep => {
      const { suggestions } = of.get(index + 1) ?? { suggestions: refusalOf(step) };
      return stepOf(step, chosen(suggestions, ticked.get(index + 1), nameless));
    }),
  };
  return { format, version: versionOf(file), ...file };
}

function stepOf({ hash: _hash, expect: _expect, ...step }: ScenarioStep, expect: readonly Expectation[]) {
  return expect.length === 0 ? step : { ...step, expect };
}

/** A step that leads there and was refused stays so, else the replay fails. */
const refusalOf = ({ expect = [] }: ScenarioStep): readonly Suggestion[] =>
  expect
    .filter((entry) => 'refused' in entry)
    .map((expectation) => ({ kind: 'refused', expectation, ticked: true, needed: true }));

/** Those of events stand in the order in which the events came, as they are found in it. */
function chosen(
  suggestions: readonly Suggestion[],
  ticked: ReadonlySet<number> | undefined,
  nameless: boolean,
): readonly Expectation[] {
  return suggestions
    .filter((one, index) => one.needed ?? ticked?.has(index) ?? one.ticked)
    .toSorted((a, b) => (a.seq ?? Infinity) - (b.seq ?? Infinity) || 0)
    .map((one) => (nameless && one.nameless !== undefined ? one.nameless : one.expectation));
}
