import { settingOf } from '../engine/setting.ts';
import type { About } from '../protocol/engine-api.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import { ScenarioRecorder } from '../scenario/record.ts';
import type { Log } from '../storage/log.ts';
import type { WorkspaceRow } from '../storage/rows.ts';
import { StorageError } from '../storage/storage-error.ts';
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
    return recorder.scenario(saidOf(loaded.workspace, 'setting'), settingOf(loaded.world));
  }
  const stored = await log.read(workspace);
  if (stored === undefined) throw missing();
  for (let next = 1; next <= stored.step;) {
    const steps = await log.steps(workspace, next, Math.min(stored.step, next + portion - 1));
    if (steps.length === 0) throw new StorageError('write', 'A step of the log cannot be read.');
    for (const step of steps) recorder.add(step);
    next += steps.length;
  }
  return recorder.scenario(saidOf(stored.workspace, 'conversation'), stored.world);
}

/** What the workspace says of itself. Bookmarks and the opening scene are marks in the conversation. */
function saidOf({ name, openingSteps = 0, about = {} }: WorkspaceRow, what: 'conversation' | 'setting') {
  const { description, tags, bookmarks, rules }: About = about;
  const said = { name, description, tags };
  if (what === 'setting') return said;
  return { ...said, rules, bookmarks, opening: openingSteps === 0 ? undefined : openingSteps };
}

const missing = (): StorageError => new StorageError('gone', 'There is no such workspace.');
