import type { ClockState } from '../../protocol/engine-api.ts';

/** Where the shown clock was last known to stand, and when that was by the page's own monotonic clock. */
export type Anchor = { readonly at: number; readonly since: number };

/** What the clock shows now: where it was anchored, and on at its speed while it runs. */
export function shownTime(anchor: Anchor, clock: ClockState, mono: number): number {
  return clock.paused ? anchor.at : anchor.at + (mono - anchor.since) * clock.speed;
}
