import type { WorldFile } from '../engine/definition.ts';
import { createWorld } from '../engine/create-world.ts';
import type { RecordedEvent } from '../engine/events.ts';
import type { ScriptHits } from '../engine/script-hits.ts';
import type { World } from '../engine/world.ts';
import { addScripts, scriptsOf, type ScriptCoverage } from './coverage/scripts.ts';
import { addSettings, settingsOf, type SettingUse } from './coverage/settings.ts';
import { addTransitions, transitionsOf, type TransitionHits } from './coverage/transitions.ts';

export type { ScriptCoverage, SettingUse, TransitionHits };

/** What one or several runs made use of. Plain data. */
export type Coverage = {
  /** How many runs these are. */
  readonly runs: number;
  /** By folder and name. A script whose text differs between runs is there once for each text. */
  readonly scripts: readonly ScriptCoverage[];
  /** Those that were taken, and how often. */
  readonly transitions: readonly TransitionHits[];
  /** Every setting that the runs could have made use of, and how often they did. */
  readonly settings: readonly SettingUse[];
};

export const noCoverage: Coverage = { runs: 0, scripts: [], transitions: [], settings: [] };

/** A run that came to its end: the world that it began with, what happened, the world after it, and what ran of its scripts. */
export type CoveredRun = {
  readonly start: WorldFile;
  readonly events: readonly RecordedEvent[];
  readonly world: World;
  readonly hits: readonly ScriptHits[];
};

export function coverageOf({ start, events, world, hits }: CoveredRun): Coverage {
  const first = createWorld(start);
  const scripts = scriptsOf(hits, [...first.folders, ...world.folders]);
  return {
    runs: 1,
    scripts,
    transitions: transitionsOf(events),
    settings: settingsOf([first, world], events, scripts),
  };
}

/** What several runs made use of together: in whichever order they are put together, it is the same. */
export const mergeCoverage = (one: Coverage, other: Coverage): Coverage => ({
  runs: one.runs + other.runs,
  scripts: addScripts(one.scripts, other.scripts),
  transitions: addTransitions(one.transitions, other.transitions),
  settings: addSettings(one.settings, other.settings),
});
