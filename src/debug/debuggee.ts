import type { Outcome, StepRequest } from '../engine/step-request.ts';
import type { StepObserver } from '../engine/step-observer.ts';

/** What a hand adds to a step: it is run again with that, and recorded with it (rulings 44). */
export type Hand = Pick<StepRequest, 'edits' | 'answers' | 'stoppedAt'>;

/** Runs the step that is looked at, from its beginning, in the same world: always the same way, and nothing of it is committed. */
export type Debuggee = (observer?: StepObserver, hand?: Hand) => Outcome;
