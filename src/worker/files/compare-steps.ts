import type { Compared, ComparedLine, ComparedStep } from '../../protocol/compared.ts';
import type { PlayedStep } from '../../protocol/played-step.ts';

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
    differences: differing,
    endsAt: steps < all ? steps + 1 : 0,
  };
}

/** Whether people see the same of a step in both; one that only one of the two has is alike to none. */
export const isAlike = (was: PlayedStep | undefined, now: PlayedStep | undefined): boolean =>
  was !== undefined && now !== undefined && JSON.stringify(linesOf(was)) === JSON.stringify(linesOf(now));

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
