import type { EventOf, RecordedEvent } from '../engine/events.ts';
import { customerScreen } from '../engine/views.ts';
import type { World } from '../engine/world.ts';
import type { Expectation } from '../scenario/format.ts';
import { keyOf } from './expectation-key.ts';
import type { Suggestion, MarkedExpectation } from './suggestion.ts';

type Seen = {
  readonly index: number;
  readonly report: { readonly events: readonly RecordedEvent[] };
  readonly after: World;
};

/**
 * The suggestions of a step with what somebody wanted of it ticked. What was not suggested by itself, such as a status that
 * only stayed, stands behind the others.
 */
export function suggestWanted(
  suggestions: readonly Suggestion[],
  wanted: readonly MarkedExpectation[],
  { index, report, after }: Seen,
): readonly Suggestion[] {
  return wanted.reduce<readonly Suggestion[]>((so, one) => {
    if (one.kind === 'message') return withMessage(so, one.message, report.events);
    if (one.step !== index + 1) return so;
    const made = ofState(one, after, report.events);
    if (made === null) return so;
    const { expectation } = made;
    const key = keyOf(expectation);
    return so.some((each) => keyOf(each.expectation) === key)
      ? so.map((each) => (keyOf(each.expectation) === key ? { ...each, ticked: true } : each))
      : [...so, made];
  }, suggestions);
}

/** A status or a screen as it stood after the step; a status that was only passed through is a change. */
function ofState(
  one: Exclude<MarkedExpectation, { readonly kind: 'message' }>,
  after: World,
  events: readonly RecordedEvent[],
): Suggestion | null {
  const { session } = one;
  const now = after.sessions.get(session);
  if (now === undefined) return null;
  if (one.kind === 'shows') {
    const { shows } = one;
    const expectation: Expectation = { visible: { to: 'customer', session, shows } };
    return customerScreen(after, now) === shows ? { kind: 'shows', expectation, ticked: true } : null;
  }
  const { status: to } = one;
  if (now.status === to) return { kind: 'status', expectation: { status: to, session }, ticked: true };
  const passed = events.find(
    (event) => event.type === 'session.statusChanged' && event.session === session && event.to === to,
  );
  if (passed === undefined) return null;
  const { seq, type } = passed;
  return { kind: 'passed', expectation: { event: type, session, to }, ticked: true, seq };
}

function withMessage(
  so: readonly Suggestion[],
  message: number,
  events: readonly RecordedEvent[],
): readonly Suggestion[] {
  const event = events.find(
    (each): each is EventOf<'message.saved'> => each.type === 'message.saved' && each.message === message,
  );
  if (event === undefined) return so;
  const { seq, session, author, text } = event;
  if (so.some((each) => each.seq === seq))
    return so.map((each) => (each.seq === seq ? { ...each, ticked: true } : each));
  return [
    ...so,
    { kind: 'said', expectation: { event: 'message.saved', session, author, text }, ticked: true, seq },
  ];
}
