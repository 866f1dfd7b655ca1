import type { ScenarioFile } from '../scenario/format.ts';
import type { FileProblem } from '../scenario/problem.ts';
import type { WorldPart } from '../testing/reduce-scenario.ts';
import type { RunsWith } from '../testing/test.ts';
import type { SuggestedStep, MarkedExpectation } from '../testing/suggestion.ts';

export type { WorldPart } from '../testing/reduce-scenario.ts';
export type { SuggestedStep, Suggestion, SuggestionKind, MarkedExpectation } from '../testing/suggestion.ts';

/** A stretch of a conversation that is to become a test. */
export type TestRequest = {
  readonly conversation: ScenarioFile;
  /** Its first and last step, from 1. Those before the first lead there. */
  readonly from: number;
  readonly to: number;
  readonly wanted: readonly MarkedExpectation[];
};

/** What can be expected of each step of the stretch. */
export type TestDraft = {
  readonly steps: readonly SuggestedStep[];
  /** Steps that cannot be played again, with the reason; nothing is suggested for them. */
  readonly unplayed: readonly { readonly step: number; readonly message: string }[];
};

/** How much smaller a test is with only what its steps reach. */
export type TestCut = {
  /** Things that are left out, by kind; kinds of which none is are not named. */
  readonly left: Partial<Record<WorldPart, number>>;
  /** Characters of the file, with the whole world and with only what matters. */
  readonly whole: number;
  readonly cut: number;
};

export type TestChoices = {
  readonly name: string;
  readonly tags: readonly string[];
  readonly nameless: boolean;
  readonly onlyWhatMatters: boolean;
  /** By the number of a step, which of its suggestions are expected; of other steps, those that are ticked by themselves. */
  readonly ticked: ReadonlyMap<number, ReadonlySet<number>>;
};

/** A test as it would be saved; `failures` are its expectations that do not hold when it is run at once. */
export type MadeTest = {
  /** Its file. */
  readonly text: string;
  readonly steps: number;
  /** One that saves settings on the way runs with its own, as it would take those of the workspace away again. */
  readonly runsWith: RunsWith;
  readonly failures: readonly { readonly step: number; readonly message: string }[];
  /** Why no file can hold it; null when one can. */
  readonly problem: FileProblem | null;
};
