import type { RunScript } from '../engine/script-call.ts';
import { step } from '../engine/step.ts';
import type { Outcome, StepRequest } from '../engine/step-request.ts';
import type { World } from '../engine/world.ts';

/** What becomes of a step that nobody asks and nobody stops. */
export type Ended = Extract<Outcome, { readonly kind: 'committed' | 'refused' }>;

/**
 * Plays a step of a file: nobody is asked for answers and nobody stops it (rulings 2). What was left out once stays so until the script is
 * saved anew (rulings 45).
 */
export function playStep(world: World, request: StepRequest, run: RunScript): Ended {
  const outcome = step(world, withLeftOut(request, world), run);
  if (outcome.kind === 'stopped' || outcome.kind === 'needs') {
    throw new Error(
      `What is played never asks and never stops, but step ${String(request.step)} ended as "${outcome.kind}".`,
    );
  }
  return outcome;
}

/** The request, with what the world leaves out already. */
export const withLeftOut = (request: StepRequest, world: World): StepRequest => ({
  ...request,
  leftOut: [...new Set([...(request.leftOut ?? []), ...world.leftOut])],
});
