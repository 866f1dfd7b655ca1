import type { WorldFile } from '../engine/definition.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import type { ScriptCoverage, SettingUse } from '../testing/coverage.ts';
import type { DiagramCoverage, LineCoverage, Share } from '../testing/measure-coverage.ts';
import type { Test } from './engine-api.ts';

/* What crosses between the page and the worker for files when it is counted what runs. */

export type { DiagramCoverage, LineCoverage, SettingUse, Share };

/** Whose runs are counted: the conversation of a workspace, or its tests, with its settings as they stand. */
export type CoverageRequest =
  | { readonly by: 'conversation'; readonly conversation: ScenarioFile }
  | {
      readonly by: 'tests';
      readonly tests: readonly Pick<Test, 'text' | 'runsWith'>[];
      readonly present: WorldFile;
    };

export type CoveredScript = Pick<
  ScriptCoverage,
  'folder' | 'name' | 'includeName' | 'language' | 'source'
> & {
  readonly statements: Share;
  /** Ways of its branches. */
  readonly branches: Share;
  readonly lines: readonly LineCoverage[];
};

export type CoverageReport = {
  /** So many conversations were counted. */
  readonly runs: number;
  /** Tests whose file cannot be read: they were left out. */
  readonly unread: number;
  /** By folder and name; a script whose text differs between runs stands here once for each text. */
  readonly scripts: readonly CoveredScript[];
  readonly diagram: DiagramCoverage;
  /** Settings that no run made use of. */
  readonly neverUsed: readonly SettingUse[];
};
