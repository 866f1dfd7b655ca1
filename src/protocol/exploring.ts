import type { WorldFile } from '../engine/definition.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import type { FileProblem } from '../scenario/problem.ts';
import type { BuiltIn, ExploredStep, ExploreProgress } from '../testing/explore.ts';

/* What crosses between the page and its worker when orders are explored. */

export type { Doer, ExploreProgress, LineOf } from '../testing/explore.ts';

/** What is explored: a conversation, or the text of a test's file. */
export type ExploreSource =
  | { readonly conversation: ScenarioFile }
  | {
      readonly test: string;
      /** The settings as they stand, where it runs with these. */
      readonly present: WorldFile | null;
    };

export type ExploreRequest = {
  readonly source: ExploreSource;
  /** In milliseconds. */
  readonly window: number;
  /** The most orders that are tried; null is as many as there are of eight concurrent inputs, or a thousand. */
  readonly runs: number | null;
  readonly seed: number;
  /** What a test is called that is kept of it. */
  readonly keptName: string;
};

/** Something that does not hold in some orders, as the page shows it. */
export type FoundRace = {
  readonly broken:
    | { readonly kind: 'builtIn'; readonly rule: BuiltIn; readonly session: number; readonly text: string }
    | {
        readonly kind: 'expectation';
        /** Of which step of the file, from 1. */
        readonly step: number;
        readonly message: string;
      };
  /** The event that did it; 0 is none. */
  readonly seq: number;
  readonly orders: number;
  readonly isAsInFile: boolean;
  readonly failing: readonly ShownStep[];
  readonly passing: readonly ShownStep[] | null;
  readonly swaps: number;
  /** The file of a scenario that expects what does not hold in the failing order. */
  readonly kept: { readonly text: string; readonly tags: readonly string[]; readonly steps: number };
};

/** A turn without its events: what people see of them is beside it. */
export type ShownStep = Omit<ExploredStep, 'events'>;

export type ExploreAnswer =
  | {
      readonly kind: 'explored';
      readonly tried: number;
      readonly of: number | null;
      readonly failing: number;
      /** Whether somebody stopped it before all that was to be tried had been. */
      readonly isStopped: boolean;
      readonly races: readonly FoundRace[];
    }
  /** It cannot be played, or read. */
  | { readonly kind: 'unfit'; readonly problems: readonly FileProblem[] };

/** Hears how far it has come; false ends it. */
export type ExploreHearing = (progress: ExploreProgress) => boolean | Promise<boolean>;
