import type { WorldFile } from '../engine/definition.ts';
import type { CodedText } from '../engine/codes.ts';
import type { WorldJson } from '../engine/world-json.ts';
import type { FileProblem } from '../scenario/problem.ts';
import type { TestedStep } from '../testing/run-test.ts';
import type { Used } from '../testing/present-world.ts';
import type { PlayedScenario, Test } from './engine-api.ts';

/*
 * What crosses between the page and the worker that runs tests. It is another than the engine's, so that a test which hangs, and
 * a hundred that run on every save, hold up no message. It has no database: a test touches no workspace.
 */

export type { TestedStep, Verdict } from '../testing/run-test.ts';

/** How a test went, in short. */
export type TestOutcome = {
  readonly id: string;
  readonly steps: number;
  readonly milliseconds: number;
} & (
  | { readonly kind: 'passed' }
  | {
      readonly kind: 'failed';
      /** The first step that is not as expected; 0 when only its scripts are gone. */
      readonly step: number;
      readonly gone: readonly string[];
    }
  /** Its text is no scenario. */
  | { readonly kind: 'unfit'; readonly problems: readonly FileProblem[] }
  /** It did not come to its end, so its worker was ended; `stopped` when somebody did that. */
  | { readonly kind: 'hung' }
  | { readonly kind: 'broken'; readonly reason: CodedText }
);

/** Hears which test begins, and how each went. */
export type HearTests = (
  news: { readonly begins: string } | { readonly ended: TestOutcome },
) => void | Promise<void>;

/** A test with all that came of it. */
export type LookedAt =
  | {
      readonly kind: 'ran';
      readonly isPassed: boolean;
      readonly steps: readonly TestedStep[];
      /** What the steps do, in their order. */
      readonly inputs: readonly { readonly type: string }[];
      /** The world before the first step. */
      readonly start: WorldJson;
      readonly used: Used | null;
    }
  | { readonly kind: 'unfit'; readonly problems: readonly FileProblem[] };

/** Everything that the page may ask about tests. `present` is the world of the workspace as it stands. */
export interface TestsApi {
  /** Called once; `base` is the address of the page. */
  connect(base: string): Promise<void>;
  /** Keeps the settings of the workspace as they stand now, for all that runs from here on. */
  take(present: WorldFile): Promise<void>;
  /** Keeps tests, each in the place of the one with its id, so that they need not be sent whenever they run. */
  hold(tests: readonly Test[]): Promise<void>;
  /** Runs tests that it holds, one after the other; done when all that was told of them is heard. */
  run(ids: readonly string[], heard: HearTests): Promise<void>;
  look(test: Test): Promise<LookedAt>;
  /** The test with what came as what is expected; null where that cannot be, such as of a step whose time is past. */
  accept(test: Test): Promise<Test | null>;
  /** The test under another name, and with other tags; null where its text cannot be read. */
  rename(test: Test, name: string, tags: readonly string[]): Promise<Test | null>;
  /** Its steps up to one, played, to be opened as a workspace. */
  upTo(test: Test, step: number): Promise<PlayedScenario | null>;
  /** Files as tests of a workspace, each under an id of its own; what is none is told. */
  read(
    files: readonly { readonly name: string; readonly text: string }[],
    madeAt: number,
  ): Promise<{ readonly tests: readonly Test[]; readonly refused: readonly Refused[] }>;
  /** The app's own tests. */
  samples(madeAt: number): Promise<readonly Test[]>;
  /** How all of these tests went when they last ran here, as JUnit XML. */
  junit(ids: readonly string[]): Promise<string>;
  ping(): Promise<void>;
}

/** A file that is no scenario, and why. */
export type Refused = { readonly name: string; readonly problems: readonly FileProblem[] };
