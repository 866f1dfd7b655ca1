import type { OpeningHours } from '../../engine/definition.ts';
import { weekdays } from '../../engine/opening-week.ts';
import { spanOf } from './span.ts';

/** The stretch of a day that is drawn, in minutes since midnight, from hour to hour. */
export type Range = { readonly from: number; readonly to: number };

const usual: Range = { from: 6 * 60, to: 22 * 60 };

/** From six to ten, and further where any day has hours there; or the whole day. */
export function rangeOf({ days }: OpeningHours, all: boolean): Range {
  if (all) return { from: 0, to: 24 * 60 };
  const spans = weekdays.flatMap((day) => (days[day].enabled ? (spanOf(days[day]) ?? []) : []));
  const even = 120;
  return {
    from: Math.floor(Math.min(usual.from, ...spans) / even) * even,
    to: Math.ceil(Math.max(usual.to, ...spans) / even) * even,
  };
}

/** Where a minute lies on the line of a day, as a part of its width. */
export const placeOn = ({ from, to }: Range, minute: number): string =>
  `${String(Math.round(((minute - from) / (to - from)) * 1e5) / 1e3)}%`;

/** The minute at a place of a line, given as pixels from its left edge and its width. */
export const minuteAt = ({ from, to }: Range, x: number, width: number): number =>
  Math.min(to, Math.max(from, from + (x / Math.max(1, width)) * (to - from)));
