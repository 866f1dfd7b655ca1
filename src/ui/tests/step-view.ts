import { fold } from '../../engine/fold.ts';
import { worldFromJson } from '../../engine/world-json.ts';
import type { World } from '../../engine/world.ts';
import type { LookedAt, TestedStep } from '../../protocol/tests-api.ts';

export type Ran = Extract<LookedAt, { readonly kind: 'ran' }>;

/** Whether everything that is expected of a step came, and nothing else went wrong. */
export const isAsExpected = ({ verdicts, failures }: TestedStep): boolean =>
  failures.length === 0 && verdicts.every(({ holds }) => holds);

/** The numbers of the steps that are not as expected. */
export const failingSteps = ({ steps }: Ran): readonly number[] =>
  steps.filter((step) => !isAsExpected(step)).map(({ index }) => index);

/** The world after a step of a run. */
export const worldAfter = ({ start, steps }: Ran, step: number): World =>
  steps
    .filter(({ index }) => index <= step)
    .reduce((world, { events }) => events.reduce(fold, world), worldFromJson(start));

/** The session that a step is about: the one its input names, else the one its events speak of, else the last one; 0 for none. */
export function sessionOfStep({ inputs, steps }: Ran, step: number, world: World): number {
  const input = inputs[step - 1];
  if (input !== undefined && 'session' in input && typeof input.session === 'number') return input.session;
  const events = steps[step - 1]?.events ?? [];
  for (const event of events) if ('session' in event) return event.session;
  return world.sessions.length;
}

/** The message that came in the place of the first one that was expected in a step; 0 for none. */
export function unlikeMessage({ verdicts, events }: TestedStep): number {
  for (const { seq } of verdicts.flatMap(({ came }) => came)) {
    const event = events.find((one) => one.seq === seq);
    if (event?.type === 'message.saved') return event.message;
  }
  return 0;
}
