import type { WorldCopy } from './changed.ts';
import type { Timer, World } from './world.ts';

/** Before: the earlier due; of several due together, the one whose event came first (rulings 14). */
const before = (a: Timer, b: Timer): boolean => a.due < b.due || (a.due === b.due && a.seq < b.seq);

/** Sets one more timer, in order of firing. */
export function addTimer(world: WorldCopy, timer: Timer): WorldCopy {
  let index = world.timers.length;
  while (index > 0 && before(timer, world.timers[index - 1] as Timer)) index--;
  world.timers = world.timers.toSpliced(index, 0, timer);
  return world;
}

/** The timers without those that `which` names; the same list when there are none. */
export function dropTimers(timers: readonly Timer[], which: (timer: Timer) => boolean): readonly Timer[] {
  return timers.some(which) ? timers.filter((timer) => !which(timer)) : timers;
}

/** When the next timer is due, in milliseconds since 1970; null when nothing will happen by itself. */
export const nextTimer = (world: World): number | null => world.timers[0]?.due ?? null;

/** Whether a timer was set while the clock jumps, so that it waits until the jump is over. */
export const isHeld = ({ heldFrom }: World, { seq }: Timer): boolean => heldFrom > 0 && seq > heldFrom;

/**
 * The clock stands at `to`: whatever was due up to here has fired, even if it had nothing to tell. What was held is due
 * now, if it was due on the way.
 */
export function letGo(world: WorldCopy, to: number): WorldCopy {
  const timers = dropTimers(world.timers, (timer) => timer.due <= to && !isHeld(world, timer));
  if (world.heldFrom === 0) {
    world.timers = timers;
    return world;
  }
  const late = timers.map((timer) => (timer.due < to ? { ...timer, due: to } : timer));
  world.heldFrom = 0;
  world.timers = late.sort((a, b) => a.due - b.due || a.seq - b.seq);
  return world;
}
