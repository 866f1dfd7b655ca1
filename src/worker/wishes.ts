import type { World } from '../engine/world.ts';
import type { LiveClock } from './live-clock.ts';
import { coded } from './said.ts';
import type { Engine } from './ports.ts';
import type { Wish } from './take-step.ts';

/** Moves the clock to the next timer, wherever the live clock stands. */
export const toNextTimer =
  (engine: Engine): Wish['input'] =>
  (world: World) => {
    const due = engine.nextTimer(world);
    if (due === null) return coded('no-timer-set', {});
    return { type: 'clock.advances', by: Math.max(0, due - world.now) };
  };

/** Moves the world's clock to the live clock when that has reached a timer (rulings 15). */
export const whatIsDue =
  (engine: Engine, clock: LiveClock): Wish['input'] =>
  (world: World) => {
    const due = engine.nextTimer(world);
    const now = clock.now();
    if (due === null || due > now) return coded('nothing-due', {});
    return { type: 'clock.advances', by: Math.max(0, now - world.now) };
  };
