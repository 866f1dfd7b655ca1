import type { PlayedStep } from '../../protocol/played-step.ts';
import type { Progress } from '../../protocol/files-api.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import type { FileProblem } from '../../scenario/problem.ts';
import { verdictOf, type Verdict } from '../../scenario/verdict.ts';
import { inputsOf, NotPlayed, playSteps } from '../write/play-steps.ts';
import type { Engine, LoadFile } from '../ports.ts';
import { scriptsOf } from '../scripts/script-sources.ts';

export type PlayedFile = {
  readonly steps: readonly PlayedStep[];
  readonly verdict: Verdict;
  /** Why it could not be played to its end; then nothing of it is opened. */
  readonly problem: FileProblem | null;
};

/** The command of a step that was in the file of a workspace. */
const commandOf = (step: number): string => `file ${String(step)}`;

/** Other work of the worker, such as telling how far it has come, is let in between every so many milliseconds. */
const breathes = 50;

/** Plays a file from its beginning, for its verdict and for opening it. */
export async function playFile(
  engine: Engine,
  load: LoadFile,
  file: ScenarioFile,
  progress?: Progress,
): Promise<PlayedFile> {
  const steps: PlayedStep[] = [];
  const done = (problem: FileProblem | null): PlayedFile => ({
    steps,
    verdict: verdictOf(file, steps),
    problem,
  });
  const start = engine.createWorld(file.world);
  await engine.prepare?.(scriptsOf(start, inputsOf(file.steps)), load);
  let since = performance.now();
  try {
    for (const step of playSteps(engine, start, file.steps, commandOf)) {
      steps.push(step);
      if (performance.now() - since < breathes) continue;
      progress?.(steps.length, file.steps.length);
      await new Promise((resolve) => setTimeout(resolve, 0));
      since = performance.now();
    }
  } catch (error) {
    if (!(error instanceof NotPlayed)) throw error;
    return done(error.failure);
  }
  return done(null);
}
