import { parseMoment } from '../scenario/time.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import type { Log } from '../storage/log.ts';
import type { StepRows, WorkspaceRow } from '../storage/rows.ts';
import type { Ports } from './ports.ts';
import { takeStep } from './take-step.ts';

/**
 * Makes the workspace that a first visit finds: the sample with its steps played, written in one transaction.
 * Two tabs that do it at once make one. Where the sample cannot be had, an empty world is better than none.
 */
export async function createFirstVisit(ports: Ports, log: Log, base: string): Promise<WorkspaceRow> {
  const createdAt = ports.wall();
  const scenario = await loadSample(ports, base);
  if (scenario === null) {
    const world = { startsAt: new Date(createdAt).toISOString() };
    return log.create({ id: ports.newId(), name: 'New workspace', createdAt }, world, []);
  }
  const id = 'first-visit';
  const rows = play(ports, id, scenario);
  return log.create({ id, name: scenario.name, createdAt }, scenario.world, rows);
}

async function loadSample(ports: Ports, base: string): Promise<ScenarioFile | null> {
  try {
    const text = await ports.loadText(new URL('scenarios/first-visit.json', base).href);
    const parsed = ports.engine.parseScenario(text);
    return parsed.ok ? parsed.scenario : null;
  } catch {
    return null;
  }
}

function play({ engine }: Ports, workspace: string, scenario: ScenarioFile): StepRows[] {
  const rows: StepRows[] = [];
  let world = engine.createWorld(scenario.world);
  for (const [index, { input, at, answers, leftOut }] of scenario.steps.entries()) {
    const wish = { id: `first-visit ${String(index + 1)}`, input, answers, leftOut };
    const moment = at === undefined ? null : parseMoment(at, world.now);
    const taken = takeStep(engine, workspace, world, rows.length + 1, wish, moment ?? world.now);
    if (taken.rows !== null) rows.push(taken.rows);
    world = taken.world;
  }
  return rows;
}
