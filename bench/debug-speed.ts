import { createRunScript } from '../src/bots/run-script.ts';
import type { Debuggee } from '../src/debug/debuggee.ts';
import { begin, move, shown } from '../src/debug/session.ts';
import { createWorld } from '../src/engine/create-world.ts';
import type { WorldFile } from '../src/engine/definition.ts';
import { step } from '../src/engine/step.ts';
import { median, timed } from './statistics.ts';
import { connects, message } from './workload.ts';

/** Milliseconds, medians over the rounds. */
export type DebugSpeed = {
  readonly statements: number;
  /** The step as it is. */
  readonly run: number;
  /** The same, each of its statements written down: what opening it in the debugger takes. */
  readonly trace: number;
  /** From its end to the statement before, with all that is to be seen there. */
  readonly stepBack: number;
};

/** Looks at the step of one message, whose bot runs a long script. */
export function measureDebugger(file: WorldFile, rounds: number): DebugSpeed {
  const runScript = createRunScript();
  const outcome = step(createWorld(file), { step: 1, input: connects }, runScript);
  if (outcome.kind !== 'committed') throw new Error(`The customer of the benchmark was ${outcome.kind}.`);
  const { world } = outcome;
  const debuggee: Debuggee = (observer, hand) =>
    step(world, { step: 2, input: message(1), observer, ...hand }, runScript);
  const atEnd = begin(debuggee, [], 'end');
  const times = { run: [] as number[], trace: [] as number[], stepBack: [] as number[] };
  for (let round = -1; round < rounds; round++) {
    const now = {
      run: timed(() => debuggee()),
      trace: timed(() => begin(debuggee, [], 'end')),
      stepBack: timed(() => shown(debuggee, move(atEnd, { command: 'stepBack' }))),
    };
    if (round < 0) continue; // the first round warms up
    for (const key of ['run', 'trace', 'stepBack'] as const) times[key].push(now[key]);
  }
  return {
    statements: atEnd.trace.length,
    run: median(times.run),
    trace: median(times.trace),
    stepBack: median(times.stepBack),
  };
}
