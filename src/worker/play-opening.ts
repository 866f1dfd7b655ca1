import { parseScenario } from '../scenario/parse.ts';
import { parseMoment } from '../scenario/time.ts';
import type { StoredStep } from '../storage/rows.ts';
import type { Opening } from './opening.ts';
import type { Engine, LoadFile } from './ports.ts';
import { sampleCommand } from './samples.ts';
import { sourcesOf } from './script-sources.ts';
import { takeStep } from './take-step.ts';

/**
 * Plays the steps of a scenario, for the build: the worker that shows a sample finds its events beside it.
 * @throws Error when the text is no scenario.
 */
export async function playOpening(engine: Engine, text: string, load: LoadFile): Promise<Opening> {
  const parsed = parseScenario(text);
  if (!parsed.ok) throw new Error(`This is no scenario: ${JSON.stringify(parsed.problems)}`);
  const { name, world: file, steps } = parsed.scenario;
  const played: StoredStep[] = [];
  let world = engine.createWorld(file);
  await engine.prepare?.(sourcesOf(world), load);
  for (const [index, { input, at, answers, leftOut }] of steps.entries()) {
    const wish = { id: sampleCommand(index + 1), input, answers, leftOut };
    const moment = at === undefined ? null : parseMoment(at, world.now);
    const taken = takeStep(engine, world, played.length + 1, wish, moment ?? world.now);
    if (taken.answer.kind === 'failed') throw new Error(taken.answer.problem.reason.code);
    if (taken.step !== null) played.push(taken.step);
    world = taken.world;
  }
  return { name, world: file, steps: played };
}
