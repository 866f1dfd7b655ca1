import type { WorldFile } from '../engine/definition.ts';
import type { SessionStatus } from '../engine/numbers.ts';
import type { CodedText } from '../engine/codes.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import type { PlayedScenario } from './engine-api.ts';

/* What crosses between the page and the worker for files when two runs are held beside each other. */

/** What people see of a step: what is said, how the status changes, what is called, which script failed, and what was refused. */
export type ComparedLine =
  | {
      readonly kind: 'message';
      readonly session: number;
      readonly author: string;
      readonly text: string;
      readonly specialType: number;
      readonly specialParam: string;
    }
  | {
      readonly kind: 'status';
      readonly session: number;
      readonly from: SessionStatus;
      readonly to: SessionStatus;
    }
  | { readonly kind: 'failed'; readonly script: number; readonly failure: CodedText; readonly line: number }
  | {
      readonly kind: 'call';
      readonly method: string;
      readonly url: string;
      readonly answeredBy: 'mock' | 'recorded' | 'nobody';
    }
  | { readonly kind: 'refused'; readonly reason: CodedText };

/** A step in which the two are not the same. */
export type ComparedStep = {
  readonly step: number;
  readonly was: readonly ComparedLine[];
  readonly now: readonly ComparedLine[];
};

export type Compared = {
  readonly steps: number;
  /** Messages and changes of status of the first. */
  readonly messages: number;
  readonly statuses: number;
  /** The steps that differ, all of them. */
  readonly differences: readonly ComparedStep[];
  /** The step from which on one of the two cannot be played; 0 if both come to their end. */
  readonly endsAt: number;
};

/** A conversation, and what it is to be compared with: itself in a world with other settings, or another one. */
export type RunAgainRequest = {
  readonly was: ScenarioFile;
  readonly now: { readonly setting: WorldFile } | { readonly conversation: ScenarioFile };
};

export type RanAgain = {
  readonly compared: Compared;
  /** The second run, to be kept. */
  readonly again: Pick<PlayedScenario, 'world' | 'steps'>;
};
