import type { ScenarioFile } from '../scenario/format.ts';
import { parseScenario, type ParseResult } from '../scenario/parse.ts';
import { writeScenario } from '../scenario/write.ts';

/**
 * A test of a workspace: a scenario that says what is expected of its steps, as the canonical text of its file, so that a test
 * can be taken from a file and given as one. Beside it stands what a list shows, so that no list has to read the text.
 */
export type Test = {
  /** Its own in its workspace. */
  readonly id: string;
  /** Tests stand in this order; milliseconds since 1970. */
  readonly madeAt: number;
  readonly name: string;
  readonly tags: readonly string[];
  readonly steps: number;
  /** It runs by itself whenever something of the workspace is saved. */
  readonly isWatched: boolean;
  readonly runsWith: RunsWith;
  /** Its file. What is in it is hostile until it was read (`scenarioOf`). */
  readonly text: string;
};

/**
 * With what a test runs. `present`: scripts, channels and mocks as they stand now in the workspace, where they are the same
 * ones (`inPresentWorld`), so that a test says what an edited bot does; `own`: the world that it was saved with.
 */
export type RunsWith = 'present' | 'own';

/** A scenario as a test of a workspace. */
export function testOf(
  scenario: ScenarioFile,
  { id, madeAt, isWatched = false, runsWith = 'present' }: Pick<Test, 'id' | 'madeAt'> & Partial<Test>,
): Test {
  const { name, tags = [], steps } = scenario;
  const text = writeScenario(scenario);
  return { id, madeAt, name, tags, steps: steps.length, isWatched, runsWith, text };
}

/** The scenario of a test, or what is wrong with its text. */
export const scenarioOf = ({ text }: Pick<Test, 'text'>): ParseResult => parseScenario(text);
