import type { RecordedEvent } from '../engine/events.ts';
import { waiting } from '../engine/views.ts';
import { isSuch, nearestText, patternText } from './expect-events.ts';
import type { EventFields } from './expect-events.ts';
import { sessionFailure, statusFailure, visibleFailure, webhookFailure } from './expect-state.ts';
import type { Expectation } from './format.ts';
import type { Matcher } from './match.ts';
import { saidMatches, withCode } from './match-said.ts';
import type { ClockTick, StepResult } from './step-result.ts';
import { parseDuration } from './time.ts';

/** An expectation that does not hold: which one of the step's, from 0, and why, for a person. */
export type Failure = { readonly expectation: number; readonly message: string };

/**
 * The expectations of a step that do not hold (scenario.md "expect", rulings 30). Event entries are found
 * in their order, with gaps; all others look at the whole step or at the world after it. One with `within` holds when it
 * does at some moment until then, and one of `no` when it does at every one.
 */
export function evaluate(
  expectations: readonly Expectation[],
  result: StepResult,
  matcher: Matcher,
): readonly Failure[] {
  const failures: Failure[] = [];
  const all = momentsOf(expectations, result);
  let from = 0;
  expectations.forEach((entry, index) => {
    const until = result.world.now + spanOf(entry);
    const moments = 'within' in entry ? all.filter(({ at }) => at <= until) : [];
    const message = 'event' in entry ? null : otherFailure(entry, result, moments, matcher);
    if (message !== null) failures.push({ expectation: index, message });
    if (!('event' in entry)) return;
    const found = findEvent(entry, result, moments, from, matcher);
    if (typeof found === 'string') failures.push({ expectation: index, message: found });
    else from = found;
  });
  return failures;
}

const spanOf = ({ within }: Expectation): number => (within === undefined ? 0 : (parseDuration(within) ?? 0));

/** What comes by itself after the step, up to the end of its longest `within`; nothing where none has one. */
function momentsOf(expectations: readonly Expectation[], { later }: StepResult): readonly ClockTick[] {
  const longest = Math.max(0, ...expectations.map(spanOf));
  return longest === 0 ? [] : later(longest);
}

/** What the step caused, and what came by itself in the moments after it. */
const eventsUntil = ({ events }: StepResult, moments: readonly ClockTick[]) => [
  ...events,
  ...moments.flatMap((moment) => moment.events),
];

/**
 * Where the search goes on after the event that an entry means, or why there is none. With `times` the
 * events of the whole step are counted, wherever they stand.
 */
function findEvent(
  pattern: EventFields,
  result: StepResult,
  moments: readonly ClockTick[],
  from: number,
  matcher: Matcher,
): number | string {
  const { times } = pattern;
  if (times !== undefined) {
    const message = failureAtAll(pattern, eachSeen(result, moments), ({ events }) =>
      timesFailure(pattern, times, events, matcher),
    );
    return message ?? from;
  }
  const { refusal } = result;
  const events = eventsUntil(result, moments);
  const found = events.findIndex((event, index) => index >= from && isSuch(event, pattern, matcher));
  if (found >= 0) return found + 1;
  const why =
    refusal === null ? nearestText(events, pattern, matcher) : `The step was refused: ${withCode(refusal)}`;
  return `Expected ${patternText(pattern)}${withinText(pattern)}. ${why}`;
}

function timesFailure(
  pattern: EventFields,
  times: number,
  events: readonly RecordedEvent[],
  matcher: Matcher,
): string | null {
  const all = events.filter((event) => isSuch(event, pattern, matcher)).length;
  return all === times
    ? null
    : `Expected ${patternText(pattern)} ${timesText(times)}, found it ${timesText(all)}.`;
}

const timesText = (times: number): string =>
  times === 0 ? 'never' : times === 1 ? 'once' : `${String(times)} times`;

const withinText = ({ within }: { readonly within?: string | undefined }): string =>
  within === undefined ? '' : ` within ${within}`;

/** Why something holds neither after the step nor at any of the moments; null when it does at one of them. */
function failureAtAll(
  { within }: { readonly within?: string | undefined },
  seen: Iterable<StepResult>,
  failure: (seen: StepResult) => string | null,
): string | null {
  let message: string | null = null;
  for (const result of seen) {
    message = failure(result);
    if (message === null) return null;
  }
  return within === undefined ? message : `Not within ${within}: ${message ?? ''}`;
}

/** The step as it is seen at its end, and then at each of the moments. */
function* eachSeen(result: StepResult, moments: readonly ClockTick[]): Generator<StepResult> {
  yield result;
  const events = [...result.events];
  for (const moment of moments) {
    events.push(...moment.events);
    yield { ...result, events, world: moment.world };
  }
}

/** All kinds but events: the fields of an event are free, so TypeScript cannot tell the kinds apart by itself. */
type OtherExpectation = Exclude<Expectation, { readonly event: string }>;

function otherFailure(
  entry: OtherExpectation,
  result: StepResult,
  moments: readonly ClockTick[],
  matcher: Matcher,
): string | null {
  if ('no' in entry) return unwantedFailure(entry, eventsUntil(result, moments), matcher);
  return failureAtAll(entry, eachSeen(result, moments), ({ world }) =>
    // Which session the input was about is known by what it did itself.
    stateFailure(entry, { ...result, world }, matcher),
  );
}

type StateExpectation = Exclude<OtherExpectation, { readonly no: object }>;

function stateFailure(entry: StateExpectation, result: StepResult, matcher: Matcher): string | null {
  if ('refused' in entry) return refusedFailure(entry.refused, result, matcher);
  if ('queue' in entry) return queueFailure(entry.queue, result);
  if ('status' in entry) return statusFailure(entry, result);
  if ('visible' in entry) return visibleFailure(entry.visible, result, matcher);
  if ('webhook' in entry) return webhookFailure(entry.webhook, result, matcher);
  return sessionFailure(entry.session, result, matcher);
}

function unwantedFailure(
  entry: Extract<Expectation, { readonly no: object }>,
  events: readonly RecordedEvent[],
  matcher: Matcher,
): string | null {
  const unwanted = events.find((event) => isSuch(event, entry.no, matcher));
  return unwanted === undefined
    ? null
    : `Expected no ${patternText(entry.no)}${withinText(entry)}, but event ${String(unwanted.seq)} is one.`;
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
