import type { Compared, ComparedLine, ComparedStep } from '../../protocol/compared.ts';
import type { PlayedStep } from '../../protocol/played-step.ts';

/** So many steps are shown that differ. */
const mostShown = 50;

/** Where people would see something else in one run than in another of `all` steps; a run may end before the other does. */
export function compareSteps(
  was: readonly PlayedStep[],
  now: readonly PlayedStep[],
  all = Math.max(was.length, now.length),
): Compared {
  const steps = Math.min(was.length, now.length);
  const lines = was.map(linesOf);
  const differing = Array.from({ length: steps }, (_, index): ComparedStep => {
    const other = now[index];
    return { step: index + 1, was: lines[index] ?? [], now: other === undefined ? [] : linesOf(other) };
  }).filter((step) => JSON.stringify(step.was) !== JSON.stringify(step.now));
  const count = (kind: ComparedLine['kind']) => lines.flat().filter((line) => line.kind === kind).length;
  return {
    steps: all,
    messages: count('message'),
    statuses: count('status'),
    count: differing.length,
    differences: differing.slice(0, mostShown),
    endsAt: steps < all ? steps + 1 : 0,
  };
}

function linesOf({ events, refused }: PlayedStep): readonly ComparedLine[] {
  const lines = events.flatMap((event): readonly ComparedLine[] => {
    switch (event.type) {
      case 'message.saved': {
        const { session, author, text, specialType, specialParam } = event;
        return [{ kind: 'message', session, author, text, specialType, specialParam }];
      }
      case 'session.statusChanged':
        return [{ kind: 'status', session: event.session, from: event.from, to: event.to }];
      case 'script.failed':
        return [{ kind: 'failed', script: event.script, failure: event.failure, line: event.line }];
      case 'http.called': {
        const { method, url, answeredBy } = event;
        return [{ kind: 'call', method, url, answeredBy }];
      }
      default:
        return [];
    }
  });
  return refused === undefined ? lines : [...lines, { kind: 'refused', reason: refused }];
}
