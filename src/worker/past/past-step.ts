import type { Input } from '../../engine/inputs.ts';
import type { World } from '../../engine/world.ts';
import type { Log } from '../../storage/log.ts';
import { parseMoment } from '../../scenario/time.ts';
import { loadWorld } from '../write/load-world.ts';
import type { Engine, LoadFile } from '../ports.ts';
import { scriptsOf } from '../scripts/script-sources.ts';
import { StepRunner } from '../write/step-runner.ts';

/** A step of the log: what runs it, and what it is run in. */
export type PastStep = {
  readonly runner: StepRunner;
  /** Before it. */
  readonly world: World;
  readonly input: Input;
  /** When it happened, in milliseconds since 1970. */
  readonly at: number;
};

/**
 * A step of the log, to be run again in the world before it, with all that was recorded with it: the same comes of it. Nothing is
 * written. Null where the log has no such step, or cannot be read so far. @throws StorageError
 */
export async function pastStep(
  engine: Engine,
  log: Log,
  workspace: string,
  number: number,
  loadFile: LoadFile,
): Promise<PastStep | null> {
  if (number < 1) return null;
  const [step] = await log.steps(workspace, number, number);
  const before = number === 1 ? 0 : (await log.steps(workspace, number - 1, number - 1))[0]?.seq;
  if (before === undefined || step === undefined) return null;
  const loaded = await loadWorld(engine, log, workspace, { below: before + 1 });
  if (loaded === undefined) return null;
  const { world } = loaded;
  const { command: id, input, answers, edits, leftOut, stoppedAt } = step;
  await engine.prepare?.(scriptsOf(world, [input]), loadFile);
  const command = { id, input, answers, edits, leftOut, stoppedAt };
  const at = parseMoment(step.at, world.now) ?? world.now;
  return { runner: new StepRunner(engine, world, number, command, at), world, input, at };
}
