import { settingOf } from '../../engine/setting.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import { ScenarioRecorder } from '../../scenario/record.ts';
import type { Log } from '../../storage/log.ts';
import type { StoredStep, WorkspaceRow } from '../../storage/rows.ts';
import { StorageError } from '../../storage/storage-error.ts';
import { withOwnPersonas } from './own-personas.ts';
import { aboutUpTo } from './about-up-to.ts';
import { loadWorld } from '../write/load-world.ts';
import type { Engine } from '../ports.ts';

/** So many steps are read at a time. */
const portion = 500;

/** The steps of a log from one to another, a portion after the other. @throws StorageError when one cannot be read */
export async function* stepsOf(
  log: Log,
  workspace: string,
  last: number,
  first = 1,
): AsyncGenerator<StoredStep> {
  for (let next = first; next <= last;) {
    const steps = await log.steps(workspace, next, Math.min(last, next + portion - 1));
    if (steps.length === 0) throw new StorageError('write', 'A step of the log cannot be read.');
    yield* steps;
    next += steps.length;
  }
}

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
  if (what === 'conversation') return recordConversation(log, workspace);
  const loaded = await loadWorld(engine, log, workspace);
  if (loaded === undefined) throw missing();
  const { personas } = (await log.read(workspace))?.world ?? {};
  const setting = { ...settingOf(loaded.world), ...(personas === undefined ? {} : { personas }) };
  const world = withOwnPersonas(setting, await log.drafts(workspace));
  return new ScenarioRecorder().scenario(settingSaidOf(loaded.workspace), world);
}

/** The conversation alone; `seen` is given each step on the way. @throws StorageError */
export async function recordConversation(
  log: Log,
  workspace: string,
  seen: (step: StoredStep) => void = () => undefined,
): Promise<ScenarioFile> {
  const recorder = new ScenarioRecorder();
  const stored = await log.read(workspace);
  if (stored === undefined) throw missing();
  for await (const step of stepsOf(log, workspace, stored.step)) {
    recorder.add(step);
    seen(step);
  }
  const world = withOwnPersonas(stored.world, await log.drafts(workspace));
  return recorder.scenario(saidOf(stored.workspace, stored.step), world);
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
