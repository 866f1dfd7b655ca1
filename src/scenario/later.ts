import { fold } from '../engine/fold.ts';
import { lastInstant } from '../engine/numbers.ts';
import type { RunScript } from '../engine/script-call.ts';
import { step } from '../engine/step.ts';
import type { World } from '../engine/world.ts';
import type { ClockTick } from './step-result.ts';

/**
 * What comes by itself in the milliseconds after a world, if nobody does anything: one moment for each at which timers
 * fired, and the last one. It is what the next step would bring if it came so much later (scenario.md `within`); the
 * given world is an immutable value, so nothing of it remains. `by` is in milliseconds, `number` that of the next step.
 */
export function momentsAfter(
  world: World,
  number: number,
  by: number,
  runScript: RunScript,
): readonly ClockTick[] {
  const until = Math.min(world.now + by, lastInstant);
  const input = { type: 'clock.advances', by: until - world.now } as const;
  const outcome = step(world, { step: number, input, leftOut: world.leftOut }, runScript);
  if (outcome.kind === 'stopped' || outcome.kind === 'needs') return [];
  const moments: { at: number; events: (typeof outcome.events)[number][]; world: World }[] = [];
  let folded = world;
  for (const event of outcome.events) {
    folded = fold(folded, event);
    // The clock was moved for the question; it is nothing that happened.
    const events = event.type === 'clock.advanced' ? [] : [event];
    const last = moments.at(-1);
    if (last?.at === folded.now) {
      last.events.push(...events);
      last.world = folded;
    } else moments.push({ at: folded.now, events, world: folded });
  }
  return moments;
}
