import { settingOf } from '../engine/setting.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import { ScenarioRecorder } from '../scenario/record.ts';
import type { Log } from '../storage/log.ts';
import type { WorkspaceRow } from '../storage/rows.ts';
import { StorageError } from '../storage/storage-error.ts';
import { aboutUpTo } from './about-up-to.ts';
import { loadWorld } from './load-world.ts';
import type { Engine } from './ports.ts';

/** So many steps are read at a time. */
const portion = 500;

/**
 * A workspace as a scenario: its starting world and every step as it was applied, each with its hash; or the settings as
 * they stand now, and no step. Played again, it gives the same events. @throws StorageError
 */
export async function recordScenario(
  engine: Engine,
  log: Log,
  workspace: string,
  what: 'conversation' | 'setting',
): Promise<ScenarioFile> {
  const recorder = new ScenarioRecorder();
  if (what === 'setting') {
    const loaded = await loadWorld(engine, log, workspace);
    if (loaded === undefined) throw missing();
    return recorder.scenario(settingSaidOf(loaded.workspace), settingOf(loaded.world));
  }
  const stored = await log.read(workspace);
  if (stored === undefined) throw missing();
  for (let next = 1; next <= stored.step;) {
    const steps = await log.steps(workspace, next, Math.min(stored.step, next + portion - 1));
    if (steps.length === 0) throw new StorageError('write', 'A step of the log cannot be read.');
    for (const step of steps) recorder.add(step);
    next += steps.length;
  }
  return recorder.scenario(saidOf(stored.workspace, stored.step), stored.world);
}

/** What the workspace says of itself. Bookmarks and the opening scene are marks in the conversation. */
function saidOf({ openingSteps = 0, about = {}, ...row }: WorkspaceRow, steps: number) {
  const { bookmarks, rules } = aboutUpTo(about, steps);
  const opening = openingSteps === 0 ? undefined : Math.min(openingSteps, steps);
  return { ...settingSaidOf({ ...row, about }), rules, bookmarks, opening };
}

const settingSaidOf = ({ name, about: { description, tags } = {} }: WorkspaceRow) => ({
  name,
  description,
  tags,
});

const missing = (): StorageError => new StorageError('gone', 'There is no such workspace.');
