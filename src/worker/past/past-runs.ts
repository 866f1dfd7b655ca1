import type { Breakpoint } from '../../debug/breakpoints.ts';
import { begin } from '../../debug/session.ts';
import type { Stops } from '../../debug/stops.ts';
import { parseMoment } from '../../scenario/time.ts';
import type { Log } from '../../storage/log.ts';
import { loadWorld } from '../write/load-world.ts';
import type { Engine, LoadFile } from '../ports.ts';
import { stepsOf } from '../keeping/record-scenario.ts';
import { scriptsOf } from '../scripts/script-sources.ts';
import { StepRunner } from '../write/step-runner.ts';

/** A step of the log, and where breakpoints would have stopped it. */
export type StepStops = Stops & { readonly step: number };

/**
 * Where breakpoints would have stopped the steps of a log up to one, and what log points would have printed, as if they had always
 * been there: every step in which a script ran is run again. Whoever has seen enough asks for no more. @throws StorageError
 */
export async function* pastStops(
  engine: Engine,
  log: Log,
  workspace: string,
  breakpoints: readonly Breakpoint[],
  loadFile: LoadFile,
  upTo = Infinity,
): AsyncGenerator<StepStops> {
  const loaded = await loadWorld(engine, log, workspace, { below: 1 });
  const last = Math.min(upTo, (await log.read(workspace))?.step ?? 0);
  if (loaded === undefined) return;
  let { world } = loaded;
  for await (const stored of stepsOf(log, workspace, last)) {
    const { step, command: id, input, at, events, answers, edits, leftOut, stoppedAt } = stored;
    if (events.some(({ type }) => type === 'script.started')) {
      await engine.prepare?.(scriptsOf(world, [input]), loadFile);
      const command = { id, input, answers, edits, leftOut, stoppedAt };
      const runner = new StepRunner(engine, world, step, command, parseMoment(at, world.now) ?? world.now);
      const { stops } = begin(runner.debuggee, breakpoints, 'end');
      if (stops.statements.length > 0 || stops.log.length > 0) yield { ...stops, step };
    }
    for (const event of events) world = engine.fold(world, event);
  }
}
