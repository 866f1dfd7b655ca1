import type { Expectation } from '../scenario/format.ts';
import { parseDuration } from '../scenario/time.ts';
import type { CheckExpectation, Covered } from './course.ts';

/** What comes one after the other in a check. */
export type CheckPhase = {
  /** How many milliseconds it may take from its turn on; of `silence` how long it lasts. */
  readonly within: number | null;
} &
  /** So many events of a kind. */
  (
    | { readonly kind: 'event'; readonly expectation: EventExpectation; readonly times: number }
    /** Something of the world as it stands at the end of a moment, or of a refusal. */
    | { readonly kind: 'state'; readonly expectation: Exclude<Expectation, { readonly event: string }> }
    | ({ readonly kind: 'covered' } & Covered['covered'])
    /** No event of a kind for a while. */
    | { readonly kind: 'silence'; readonly expectation: Expectation; readonly within: number }
  );

export type EventExpectation = Extract<Expectation, { readonly event: string }>;

/** What may not come at all, as long as the lesson goes on. */
export type Guard = EventExpectation;

/** The expectations of a check as what has to come, in its order, and what may not come at all. */
export function phasesOf(expectations: readonly CheckExpectation[]): {
  readonly phases: readonly CheckPhase[];
  readonly guards: readonly Guard[];
} {
  const phases: CheckPhase[] = [];
  const guards: Guard[] = [];
  for (const entry of expectations) {
    const span = 'within' in entry && typeof entry.within === 'string' ? parseDuration(entry.within) : null;
    if ('covered' in entry) phases.push({ kind: 'covered', within: null, ...(entry as Covered).covered });
    else if ('no' in entry && span !== null)
      phases.push({ kind: 'silence', expectation: entry as Expectation, within: span });
    else if ('no' in entry) guards.push((entry as Extract<Expectation, { no: object }>).no);
    else if ('event' in entry) {
      const { times = 1, ...pattern } = entry;
      if (times === 0) guards.push(pattern);
      else phases.push({ kind: 'event', expectation: pattern, times, within: span });
    } else phases.push({ kind: 'state', expectation: entry, within: span });
  }
  return { phases, guards };
}
