import type { World } from '../../engine/world.ts';
import type { Jump } from '../../protocol/engine-api.ts';
import type { LiveClock } from '../clock/live-clock.ts';
import { coded } from '../codes.ts';
import type { Engine } from '../ports.ts';
import type { StepCommand } from './take-step.ts';

/** Moves the clock to the next timer, wherever the live clock stands. */
export const toNextTimer =
  (engine: Engine): StepCommand['input'] =>
  (world: World) => {
    const due = engine.nextTimer(world);
    if (due === null) return coded('no-timer-set', {});
    return { type: 'clock.advances', by: Math.max(0, due - world.now) };
  };

/** Moves the clock to a moment, which has to lie ahead of the live clock; the step says it from where the world stood. */
export const toMoment =
  (clock: LiveClock, { to, timers }: Jump): StepCommand['input'] =>
  (world: World) => {
    if (to < Math.max(world.now, clock.now())) return { code: 'clock-back', params: {} };
    const by = to - world.now;
    return { type: 'clock.advances', by, ...(timers === 'once' && { timers }) };
  };

/** Moves the world's clock to the live clock when that has reached a timer (rulings 15). */
export const whatIsDue =
  (engine: Engine, clock: LiveClock): StepCommand['input'] =>
  (world: World) => {
    const due = engine.nextTimer(world);
    const now = clock.now();
    if (due === null || due > now) return coded('nothing-due', {});
    return { type: 'clock.advances', by: Math.max(0, now - world.now) };
  };
