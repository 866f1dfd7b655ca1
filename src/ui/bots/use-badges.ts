import { useMemo } from 'preact/hooks';
import { useSurroundings } from '../context.ts';
import { isProblem } from './checks.ts';
import { failuresSince } from './console-lines.ts';

/** What the badges count: problems in scripts, lines in the console, failures that nobody has looked at. */
export function useBadges() {
  const { store, windowState, checks } = useSurroundings();
  const events = store.events.value;
  const { seen } = windowState.view.value;
  const found = checks.found.value;
  const problems = Object.values(found).reduce((sum, one) => sum + one.found.filter(isProblem).length, 0);
  const lines = useMemo(
    () =>
      events.filter(
        ({ type }) => type === 'script.printed' || type === 'script.failed' || type === 'hint.raised',
      ).length,
    [events],
  );
  const failed = useMemo(() => failuresSince(events, seen), [events, seen]);
  return {
    problems,
    lines,
    failures: failed.length,
    failedScripts: new Set(failed.map(({ script }) => script)),
  };
}
