import type { World } from '../../engine/world.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import { impossibleStep, type StepFailure } from '../../scenario/replay.ts';
import { parseMoment } from '../../scenario/time.ts';
import type { StoredStep } from '../../storage/rows.ts';
import type { Engine } from '../ports.ts';
import { takeStep } from './take-step.ts';

/** A step of a file that cannot be played, and where the file says so: nothing of the file is taken then. */
export class NotPlayed extends Error {
  readonly failure: StepFailure;

  constructor(failure: StepFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** What the steps bring: once they are played, nothing can be loaded for their scripts. */
export const inputsOf = (steps: ScenarioFile['steps']) => steps.map(({ input }) => input);

/**
 * Plays the steps of a file in a world whose scripts are prepared, each as the log will hold it: what the file says
 * beside the input is kept with it, and a refused step stays a step. `replay` in `scenario` plays them to judge what comes: it keeps
 * no step, and nothing of a log.
 * @throws NotPlayed
 */
export function* playSteps(
  engine: Engine,
  start: World,
  steps: ScenarioFile['steps'],
  commandOf: (step: number) => string,
): Generator<StoredStep> {
  let world = start;
  for (const [index, entry] of steps.entries()) {
    const number = index + 1;
    const impossible = impossibleStep(entry, world, number);
    if (impossible !== null) throw new NotPlayed(impossible);
    const { input, at, answers, edits, leftOut, stoppedAt, note, expect } = entry;
    const command = { id: commandOf(number), input, answers, edits, leftOut, stoppedAt, isRecorded: true };
    const moment = at === undefined ? null : parseMoment(at, world.now);
    const taken = takeStep(engine, world, number, command, moment ?? world.now);
    if (taken.answer.kind === 'failed' || taken.step === null)
      throw new Error(`Step ${String(number)} could not be taken.`);
    world = taken.world;
    yield {
      ...taken.step,
      ...(at === undefined ? {} : { at }),
      ...(note === undefined ? {} : { note }),
      ...(expect === undefined ? {} : { expect }),
    };
  }
}
