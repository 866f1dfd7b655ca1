import type { RecordedEvent } from '../engine/events.ts';
import { isSuch } from '../scenario/expect-events.ts';
import type { Expectation } from '../scenario/format.ts';
import type { Matcher } from '../scenario/match.ts';
import type { Suggestion, SuggestionKind } from './suggestion.ts';

/** What a step expects already, each event entry with the event that it is found at. */
export function ownPlaces(
  expectations: readonly Expectation[],
  events: readonly RecordedEvent[],
  matcher: Matcher,
): readonly Suggestion[] {
  let from = 0;
  return expectations.map((expectation): Suggestion => {
    const own = { kind: kindOf(expectation), expectation, ticked: true, isOwn: true } as const;
    if (!('event' in expectation) || expectation.times !== undefined) return own;
    const found = events.findIndex((event, index) => index >= from && isSuch(event, expectation, matcher));
    const seq = events[found]?.seq;
    if (seq === undefined) return own;
    from = found + 1;
    return { ...own, seq };
  });
}

/** What an expectation of a file speaks of, where it says no more than a suggestion of that kind would. */
function kindOf(expectation: Expectation): SuggestionKind {
  const { session: _, ...rest } = expectation as Readonly<Record<string, unknown>>;
  const fields = Object.keys(rest).toSorted().join(' ');
  if (fields === 'status') return 'status';
  if (fields === 'queue') return 'queue';
  if (rest['event'] === 'message.saved' && (fields === 'author event' || fields === 'author event text'))
    return 'said';
  const { to, shows, last } = (rest['visible'] ?? {}) as Readonly<Record<string, unknown>>;
  return fields === 'visible' && to === 'customer' && shows !== undefined && last === undefined
    ? 'shows'
    : 'own';
}
