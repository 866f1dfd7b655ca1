import { parseMoment } from '../scenario/time.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import type { Log } from '../storage/log.ts';
import type { StepRows, WorkspaceRow } from '../storage/rows.ts';
import type { Ports } from './ports.ts';
import { sourcesOf } from './script-sources.ts';
import { takeStep } from './take-step.ts';

/** Loads a file that lies beside the app, such as `scenarios/joke-bot.json`. */
export type LoadFile = (file: string) => Promise<string>;

/**
 * Makes the workspace that a first visit finds: the sample with its steps played, written in one transaction.
 * Two tabs that do it at once under the same id make one. Where the sample cannot be had, an empty world is
 * better than none.
 */
export async function createFirstVisit(
  ports: Ports,
  log: Log,
  loadFile: LoadFile,
  id: string,
): Promise<WorkspaceRow> {
  const made = await createSample(ports, log, loadFile, 'first-visit', id);
  if (made !== null) return made;
  const createdAt = ports.wall();
  const world = { startsAt: new Date(createdAt).toISOString() };
  return log.create({ id: ports.newId(), name: 'New workspace', createdAt }, world, []);
}

/** Makes a workspace of a sample scenario, its steps played; null when it cannot be loaded. */
export async function createSample(
  ports: Ports,
  log: Log,
  loadFile: LoadFile,
  sample: string,
  id: string,
): Promise<WorkspaceRow | null> {
  const scenario = await loadScenario(ports, loadFile, sample);
  if (scenario === null) return null;
  const rows = await play(ports, loadFile, id, scenario);
  const others = (await log.workspaces()).filter((one) => one.id !== id);
  const name = freeName(scenario.name, new Set(others.map((one) => one.name)));
  const made = { id, name, createdAt: ports.wall(), openingSteps: rows.length };
  return log.create(made, scenario.world, rows);
}

/** The name, with a number behind it where there is such a workspace already. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let n = 2; ; n += 1) {
    const free = n === 2 && !taken.has(name) ? name : `${name} ${String(n)}`;
    if (!taken.has(free)) return free;
  }
}

async function loadScenario(ports: Ports, loadFile: LoadFile, sample: string): Promise<ScenarioFile | null> {
  try {
    const parsed = ports.engine.parseScenario(await loadFile(`scenarios/${encodeURIComponent(sample)}.json`));
    return parsed.ok ? parsed.scenario : null;
  } catch {
    return null;
  }
}

/** The command of a step that a sample begins with. */
export const sampleCommand = (step: number): string => `sample ${String(step)}`;

async function play(
  { engine }: Ports,
  loadFile: LoadFile,
  workspace: string,
  scenario: ScenarioFile,
): Promise<StepRows[]> {
  const rows: StepRows[] = [];
  let world = engine.createWorld(scenario.world);
  await engine.prepare?.(sourcesOf(world), loadFile);
  for (const [index, { input, at, answers, leftOut }] of scenario.steps.entries()) {
    const wish = { id: sampleCommand(index + 1), input, answers, leftOut };
    const moment = at === undefined ? null : parseMoment(at, world.now);
    const taken = takeStep(engine, workspace, world, rows.length + 1, wish, moment ?? world.now);
    if (taken.rows !== null) rows.push(taken.rows);
    world = taken.world;
  }
  return rows;
}
