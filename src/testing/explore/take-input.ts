import type { RecordedEvent } from '../../engine/events.ts';
import type { Input } from '../../engine/inputs.ts';
import type { CodedText } from '../../engine/codes.ts';
import type { RunScript } from '../../engine/script-call.ts';
import type { World } from '../../engine/world.ts';
import type { RecordedAnswer } from '../../engine/step-request.ts';
import type { ScenarioStep } from '../../scenario/format.ts';
import { playStep } from '../../scenario/play-step.ts';

/** An input at its moment: as it is said now, and as the file has it with all that stands beside it. */
export type ScheduledInput = {
  /** Number of the step that it is played as, from 1. */
  readonly number: number;
  /** Milliseconds since 1970, never before the clock. */
  readonly at: number;
  readonly input: Input;
  readonly entry: Pick<ScenarioStep, 'answers' | 'leftOut'>;
};

/** What came of an input. */
export type InputOutcome = {
  readonly world: World;
  readonly events: readonly RecordedEvent[];
  /** Why it was refused, or null. */
  readonly refusal: CodedText | null;
  /** The recorded answers of the network that it used. */
  readonly answers: readonly RecordedAnswer[] | undefined;
};

/**
 * Takes an input. Recorded answers are given for the calls that they were recorded for alone: where a script makes others
 * now, or none, it is played without them.
 */
export function takeInput(world: World, dealt: ScheduledInput, run: RunScript): InputOutcome {
  const { answers } = dealt.entry;
  const came = take(world, dealt, answers, run);
  if (answers === undefined || fits(came, answers.length)) return came;
  return take(world, dealt, undefined, run);
}

function take(
  world: World,
  { number, at, input, entry }: ScheduledInput,
  answers: InputOutcome['answers'],
  run: RunScript,
): InputOutcome {
  const outcome = playStep(world, { step: number, input, at, answers, leftOut: entry.leftOut }, run);
  const refusal = outcome.kind === 'refused' ? outcome.reason : null;
  return { world: outcome.world, events: outcome.events, refusal, answers };
}

/** Whether all of so many recorded answers were used, each for its own call. */
function fits({ events }: InputOutcome, count: number): boolean {
  const recorded = events.filter((event) => event.type === 'http.called' && event.answeredBy === 'recorded');
  const strange = recorded.some((event) => 'failure' in event && event.failure.code === 'answer-of-another');
  return recorded.length === count && !strange;
}
