import { useMemo } from 'preact/hooks';
import type { RecordedEvent } from '../../engine/events.ts';
import { useAppContext } from '../context.ts';
import { isProblem } from './scripts/checks.ts';
import { failuresSince } from './console/console-lines.ts';

/** How many HTTP calls there were, and how many addresses were last answered by nobody. */
function callsOf(events: readonly RecordedEvent[]) {
  const last = new Map<string, boolean>();
  let calls = 0;
  for (const event of events) {
    if (event.type !== 'http.called') continue;
    calls += 1;
    last.set(`${event.method} ${event.url}`, event.answeredBy === 'nobody');
  }
  return { calls, unanswered: [...last.values()].filter(Boolean).length };
}

/** What the badges count: problems in scripts, lines in the console, failures that nobody has looked at. */
export function useBadges() {
  const { store, windowState, checks } = useAppContext();
  const events = store.events.value;
  const { seen, clearedTo } = windowState.view.value;
  const found = checks.found.value;
  const problems = Object.values(found).reduce((sum, one) => sum + one.found.filter(isProblem).length, 0);
  const lines = useMemo(
    () =>
      events.filter(
        ({ type, seq }) =>
          seq > clearedTo &&
          (type === 'script.printed' || type === 'script.failed' || type === 'hint.raised'),
      ).length,
    [events, clearedTo],
  );
  const failed = useMemo(() => failuresSince(events, seen), [events, seen]);
  const http = useMemo(() => callsOf(events), [events]);
  return {
    ...http,
    problems,
    /** There are older events that are not held: so many lines and calls at least. */
    isPart: (events[0]?.seq ?? 1) > 1,
    linesArePart: (events[0]?.seq ?? 1) > clearedTo + 1,
    lines,
    failures: failed.length,
    failedScripts: new Set(failed.map(({ script }) => script)),
  };
}
