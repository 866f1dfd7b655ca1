import { waiting } from '../engine/views.ts';
import { isSuch, nearestText, patternText } from './expect-events.ts';
import type { EventFields } from './expect-events.ts';
import { sessionFailure, statusFailure, visibleFailure, webhookFailure } from './expect-state.ts';
import type { Expectation } from './format.ts';
import type { Matcher } from './match.ts';
import { saidMatches, withCode } from './match-said.ts';
import type { StepResult } from './step-result.ts';

/** An expectation that does not hold: which one of the step's, from 0, and why, for a person. */
export type Failure = { readonly expectation: number; readonly message: string };

/**
 * The expectations of a step that do not hold (scenario.md "expect", rulings 30). Event entries are found
 * in their order, with gaps; all others look at the whole step or at the world after it.
 */
export function evaluate(
  expectations: readonly Expectation[],
  result: StepResult,
  matcher: Matcher,
): readonly Failure[] {
  const failures: Failure[] = [];
  let from = 0;
  expectations.forEach((entry, index) => {
    const message = 'event' in entry ? null : otherFailure(entry, result, matcher);
    if (message !== null) failures.push({ expectation: index, message });
    if (!('event' in entry)) return;
    const found = findEvent(entry, result, from, matcher);
    if (typeof found === 'string') failures.push({ expectation: index, message: found });
    else from = found;
  });
  return failures;
}

/**
 * Where the search goes on after the event that an entry means, or why there is none. With `times` the
 * events of the whole step are counted, wherever they stand.
 */
function findEvent(
  pattern: EventFields,
  { events, refusal }: StepResult,
  from: number,
  matcher: Matcher,
): number | string {
  const { times } = pattern;
  if (times !== undefined) {
    const all = events.filter((event) => isSuch(event, pattern, matcher)).length;
    return all === times
      ? from
      : `Expected ${patternText(pattern)} ${timesText(times)}, found it ${timesText(all)}.`;
  }
  const found = events.findIndex((event, index) => index >= from && isSuch(event, pattern, matcher));
  if (found >= 0) return found + 1;
  const why =
    refusal === null ? nearestText(events, pattern, matcher) : `The step was refused: ${withCode(refusal)}`;
  return `Expected ${patternText(pattern)}. ${why}`;
}

const timesText = (times: number): string =>
  times === 0 ? 'never' : times === 1 ? 'once' : `${String(times)} times`;

/** All kinds but events: the fields of an event are free, so TypeScript cannot tell the kinds apart by itself. */
type OtherExpectation = Exclude<Expectation, { readonly event: string }>;

function otherFailure(entry: OtherExpectation, result: StepResult, matcher: Matcher): string | null {
  if ('no' in entry) return unwantedFailure(entry.no, result, matcher);
  if ('refused' in entry) return refusedFailure(entry.refused, result, matcher);
  if ('queue' in entry) return queueFailure(entry.queue, result);
  if ('status' in entry) return statusFailure(entry, result);
  if ('visible' in entry) return visibleFailure(entry.visible, result, matcher);
  if ('webhook' in entry) return webhookFailure(entry.webhook, result, matcher);
  return sessionFailure(entry.session, result, matcher);
}

function unwantedFailure(pattern: EventFields, { events }: StepResult, matcher: Matcher): string | null {
  const unwanted = events.find((event) => isSuch(event, pattern, matcher));
  return unwanted === undefined
    ? null
    : `Expected no ${patternText(pattern)}, but event ${String(unwanted.seq)} is one.`;
}

function refusedFailure(
  expected: boolean | string,
  { refusal }: StepResult,
  matcher: Matcher,
): string | null {
  if (expected === false)
    return refusal === null ? null : `Expected the step to be taken. Refused: ${withCode(refusal)}`;
  if (refusal === null) return 'Expected the step to be refused, but it was taken.';
  if (expected === true || saidMatches(refusal, expected, matcher)) return null;
  return `Expected a refusal that says ${JSON.stringify(expected)}. It says: ${withCode(refusal)}`;
}

function queueFailure(expected: readonly number[], { world }: StepResult): string | null {
  const actual = waiting(world).map(({ id }) => id);
  const same = actual.length === expected.length && actual.every((id, index) => id === expected[index]);
  return same
    ? null
    : `Expected the sessions waiting to be [${expected.join(', ')}]; they are [${actual.join(', ')}].`;
}
