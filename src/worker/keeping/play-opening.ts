import { parseScenario } from '../../scenario/parse.ts';
import type { Opening } from './opening.ts';
import { inputsOf, playSteps } from '../write/play-steps.ts';
import type { Engine, LoadFile } from '../ports.ts';
import { sampleCommand } from './samples.ts';
import { scriptsOf } from '../scripts/script-sources.ts';

/**
 * Plays the steps of a scenario, for the build: the worker that shows a sample finds its events beside it.
 * @throws Error when the text is no scenario.
 */
export async function playOpening(engine: Engine, text: string, load: LoadFile): Promise<Opening> {
  const parsed = parseScenario(text);
  if (!parsed.ok) throw new Error(`This is no scenario: ${JSON.stringify(parsed.problems)}`);
  const { name, description, world, steps } = parsed.scenario;
  const start = engine.createWorld(world);
  await engine.prepare?.(scriptsOf(start, inputsOf(steps)), load);
  const played = [...playSteps(engine, start, steps, sampleCommand)];
  return { name, ...(description === undefined ? {} : { description }), world, steps: played };
}
