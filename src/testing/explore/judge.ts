import { evaluate } from '../../scenario/expect.ts';
import type { Expectation } from '../../scenario/format.ts';
import type { Matcher } from '../../scenario/match.ts';
import type { StepResult } from '../../scenario/step-result.ts';
import { withCode } from '../../scenario/match-said.ts';
import type { Broken } from './built-in.ts';
import type { Plan } from './plan.ts';
import type { Frame } from './run-orders.ts';
import { expectationIn } from './translate.ts';

/** Something that does not hold in an order. Breaches with the same key are the same thing in different orders. */
export type Breach =
  | ({ readonly kind: 'builtIn'; readonly key: string } & Broken)
  | {
      readonly kind: 'expectation';
      readonly key: string;
      /** The step of the file whose expectation it is, from 1, and which of its expectations, from 0; -1 is that it is taken. */
      readonly step: number;
      readonly index: number;
      /** What was expected and what came. */
      readonly message: string;
      /** The expectation as it is said in this order. */
      readonly expectation: Expectation;
    };

/**
 * The expectations of the scenario that do not hold after a turn.
 *
 * In another order than the file's an expectation means this:
 * - What an input must not cause (`no`) is judged wherever it comes, if it is taken.
 * - What an input causes (`event`) is judged there too, unless an input before it was refused that the file takes. What the
 *   clock brings (a delayed message, an attempt of a webhook, a warning) is caused by no input.
 * - What the world looks like (`status`, `queue`, `visible`, `session`, `webhook`) is expected after the same inputs: it is
 *   judged where just those have been taken, and refused, that the file has up to there, in whatever order. So is all that
 *   is expected of a movement of the clock.
 * - A refusal is a matter of order: it is expected nowhere else, unless a step says `"refused": false`.
 *
 * @param count so many turns were taken.
 */
export function judge(
  plan: Plan,
  frame: Omit<Frame, 'breaches'>,
  count: number,
  matcher: Matcher,
): readonly Breach[] {
  if (frame.isAsInFile) return judgeAsInFile(plan, frame, matcher);
  const areTheSame = frame.last + 1 === count && frame.isRefusedAsInFile;
  const own = judgeKinds(plan, frame, frame.step, kindsToJudge(plan, frame, areTheSame), matcher);
  return areTheSame ? [...own, ...judgeState(plan, frame, count - 1, matcher)] : own;
}

/** What of a step's own expectations is judged in another order. */
function kindsToJudge(plan: Plan, frame: Omit<Frame, 'breaches'>, areTheSame: boolean) {
  if (plan.steps[frame.step]?.isPinned === true) return areTheSame ? isOfStep : isNothing;
  if (frame.refusal !== null) return isToBeTaken;
  return frame.isRefusedAsInFile ? causes : forbids;
}

/** What the world has to look like after a step of the file and all before it. */
export const judgeState = (
  plan: Plan,
  frame: Omit<Frame, 'breaches'>,
  step: number,
  matcher: Matcher,
): readonly Breach[] => judgeKinds(plan, frame, step, isOfState, matcher);

/** Whether an expectation is about the world after a step, and not about what the step causes. */
export const isOfState = (one: Expectation): boolean =>
  !('event' in one) && !('no' in one) && !('refused' in one);

const forbids = (one: Expectation): boolean => 'no' in one;
const isOfStep = (one: Expectation): boolean => forbids(one) || 'event' in one;
const isNothing = (): boolean => false;

/** What comes by itself when it is due. */
const ofTheClock = new Set([
  'clock.advanced',
  'timers.held',
  'message.shown',
  'warning.raised',
  'webhook.called',
  'webhook.attempted',
  'webhook.stateChanged',
]);

const causes = (one: Expectation): boolean => forbids(one) || ('event' in one && !ofTheClock.has(one.event));

const isToBeTaken = (one: Expectation): boolean => 'refused' in one && one.refused === false;

const resultOf = ({ input, events, world, refusal, later }: Omit<Frame, 'breaches'>): StepResult => ({
  input,
  events,
  world,
  refusal,
  later,
});

function judgeAsInFile(plan: Plan, frame: Omit<Frame, 'breaches'>, matcher: Matcher): readonly Breach[] {
  const expected = plan.steps[frame.step]?.entry.expect ?? [];
  const failed = evaluate(expected, resultOf(frame), matcher).map(({ expectation, message }) =>
    breach(frame.step, expectation, message, expected[expectation] ?? { refused: false }),
  );
  if (frame.refusal === null || expected.some((one) => 'refused' in one)) return failed;
  const message = `The step was refused: ${withCode(frame.refusal)}`;
  return [breach(frame.step, -1, message, { refused: false }), ...failed];
}

function judgeKinds(
  plan: Plan,
  frame: Omit<Frame, 'breaches'>,
  step: number,
  isMeant: (one: Expectation) => boolean,
  matcher: Matcher,
): readonly Breach[] {
  const expected = plan.steps[step]?.entry.expect;
  if (expected === undefined) return [];
  const meant = expected.flatMap((one, index) => {
    if (!isMeant(one)) return [];
    const said = expectationIn(one, frame.numbers, frame.world, frame.subjects[step] ?? 0);
    return said === null ? [] : [{ said, index }];
  });
  if (meant.length === 0) return [];
  return evaluate(
    meant.map(({ said }) => said),
    resultOf(frame),
    matcher,
  ).flatMap(({ expectation, message }) => {
    const found = meant[expectation];
    return found === undefined ? [] : [breach(step, found.index, message, found.said)];
  });
}

const breach = (step: number, index: number, message: string, expectation: Expectation): Breach => ({
  kind: 'expectation',
  key: `expect ${String(step)} ${String(index)}`,
  step: step + 1,
  index,
  message,
  expectation,
});
