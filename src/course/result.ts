import type { ScenarioFile } from '../scenario/format.ts';

/** What somebody made of a lesson, as it stands in a file (docs/course-format.md). */
export type ResultFile = {
  readonly format: 'rehearsal-result';
  readonly version: 1;
  readonly course: string;
  readonly revision: number;
  readonly lesson: string;
  /** Of whoever did it, as they call themselves. */
  readonly name: string;
  /** When it was saved, by the clock on the wall: an ISO instant. */
  readonly at: string;
  /** How many hints were shown. */
  readonly hints: number;
  readonly checks: readonly ResultCheck[];
  /** What was played, from the lesson's seed on. */
  readonly scenario: ScenarioFile;
};

export type ResultCheck = {
  readonly name: string;
  readonly passed: boolean;
  /** The step by which it passed. */
  readonly step?: number | undefined;
};

/** The results of several lessons of one person. */
export type ResultsFile = {
  readonly format: 'rehearsal-results';
  readonly version: 1;
  readonly results: readonly ResultFile[];
};
