import type { ScenarioFile } from '../scenario/format.ts';
import type { ReplayResult } from '../scenario/replay.ts';

/** A scenario that was replayed, and what its file is called. */
export type Played = {
  readonly file: string;
  readonly scenario: ScenarioFile;
  readonly result: ReplayResult;
};
