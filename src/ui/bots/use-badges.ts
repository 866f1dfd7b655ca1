import type { RecordedEvent } from '../../engine/events.ts';
import { useAppContext, useEvents } from '../context.ts';
import { isProblem } from './scripts/checks.ts';
import { failuresSince } from './console/console-lines.ts';

/** HTTP calls, addresses that were last answered by nobody, lines in the console, failures that nobody has looked at, and the scripts that failed. */
type Counted = readonly [
  calls: number,
  unanswered: number,
  lines: number,
  failures: number,
  ...scripts: number[],
];

function countIn(events: readonly RecordedEvent[], seen: number, clearedTo: number): Counted {
  const unanswered = new Set<string>();
  let [calls, lines] = [0, 0];
  for (const event of events) {
    const { type } = event;
    if (type === 'http.called') {
      calls += 1;
      const address = `${event.method} ${event.url}`;
      if (event.answeredBy === 'nobody') unanswered.add(address);
      else unanswered.delete(address);
    } else if (
      event.seq > clearedTo &&
      (type === 'script.printed' || type === 'script.failed' || type === 'hint.raised')
    ) {
      lines += 1;
    }
  }
  const failed = failuresSince(events, seen);
  return [calls, unanswered.size, lines, failed.length, ...new Set(failed.map(({ script }) => script))];
}

type Known = { readonly seen: number; readonly clearedTo: number; readonly counted: Counted };

const knownOf = new WeakMap<readonly RecordedEvent[], Known>();

/** Counted once for all who show a part of it. */
function countedIn(events: readonly RecordedEvent[], seen: number, clearedTo: number): Counted {
  const known = knownOf.get(events);
  if (known?.seen === seen && known.clearedTo === clearedTo) return known.counted;
  const counted = countIn(events, seen, clearedTo);
  knownOf.set(events, { seen, clearedTo, counted });
  return counted;
}

/** What the badges count, of problems in scripts, too. Draws again when a number is another. */
export function useBadges() {
  const { windowState, checks } = useAppContext();
  const { seen, clearedTo } = windowState.view.value;
  const found = checks.found.value;
  const problems = Object.values(found).reduce((sum, one) => sum + one.found.filter(isProblem).length, 0);
  const [isPart, linesArePart] = useEvents(([{ seq } = { seq: 1 }]) => [seq > 1, seq > clearedTo + 1]);
  const [calls, unanswered, lines, failures, ...scripts] = useEvents((events) =>
    countedIn(events, seen, clearedTo),
  );
  return {
    calls,
    unanswered,
    problems,
    /** There are older events that are not held: so many lines and calls at least. */
    isPart,
    linesArePart,
    lines,
    failures,
    failedScripts: new Set(scripts),
  };
}
