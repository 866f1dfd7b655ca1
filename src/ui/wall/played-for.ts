import type { ScenarioFile } from '../../scenario/format.ts';
import { parseInstant, parseMoment } from '../../scenario/time.ts';

/** So long somebody played by the world's clock, from the end of the opening scene to their last step, in milliseconds; null where a time cannot be read. */
export function playedFor({ world, steps }: ScenarioFile, start: number): number | null {
  let now = parseInstant(world.startsAt);
  let began = now;
  for (const [n, { at }] of steps.entries()) {
    if (now !== null && at !== undefined) now = parseMoment(at, now);
    if (n + 1 === start) began = now;
  }
  return now === null || began === null ? null : Math.max(0, now - began);
}
