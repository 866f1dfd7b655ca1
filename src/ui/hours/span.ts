import type { Hours } from '../../engine/definition.ts';

/*
 * The hours of a day as a stretch on a line of minutes, and what drawing, dragging and keys make of it. A day is drawn up
 * to 24:00; what is kept ends at 23:59 then, the latest that a clock shows.
 */

/** Minutes since midnight, the second one not included; 1440 is the end of the day. */
export type Span = readonly [start: number, stop: number];

/** What is drawn is drawn to so many minutes. */
export const stepMinutes = 15;

const dayEnd = 24 * 60;

/** `08:30` as minutes since midnight; null for what is no time. */
export function minutesOf(time: string): number | null {
  const [, hour = '', minute = ''] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  return hour === '' ? null : Number(hour) * 60 + Number(minute);
}

/** Minutes since midnight as a time; the end of the day is 23:59. */
export function timeOf(minutes: number): string {
  const within = Math.min(dayEnd - 1, Math.max(0, Math.round(minutes)));
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`;
}

/** The stretch of a day's hours; null where they are none. */
export function spanOf({ start, stop }: Pick<Hours, 'start' | 'stop'>): Span | null {
  const [from, to] = [minutesOf(start), minutesOf(stop)];
  if (from === null || to === null || to <= from) return null;
  return [from, to === dayEnd - 1 ? dayEnd : to];
}

export const timesOf = ([start, stop]: Span): Pick<Hours, 'start' | 'stop'> => ({
  start: timeOf(start),
  stop: timeOf(stop),
});

const between = (least: number, value: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/** The nearest minute that things are drawn to. */
export const snapped = (minutes: number): number => Math.round(minutes / stepMinutes) * stepMinutes;

/** What is drawn from one minute to another, in either direction: a step long at least. */
export function drawn(from: number, to: number): Span {
  const start = between(0, snapped(Math.min(from, to)), dayEnd - stepMinutes);
  return [start, between(start + stepMinutes, snapped(Math.max(from, to)), dayEnd)];
}

/** The stretch with one of its edges elsewhere: a step long at least, unless it was shorter, and within the day. */
export function withEdge([start, stop]: Span, edge: 'start' | 'stop', to: number): Span {
  const least = Math.min(stepMinutes, stop - start);
  return edge === 'start'
    ? [between(0, to, stop - least), stop]
    : [start, between(start + least, to, dayEnd)];
}

/** The stretch as long as it is, elsewhere in the day. */
export function moved([start, stop]: Span, by: number): Span {
  const shift = between(-start, by, dayEnd - stop);
  return [start + shift, stop + shift];
}

/** Where the next step in a direction lies: one that stands between two goes to the next of them. */
export function stepped(minutes: number, by: number): number {
  const steps = minutes / stepMinutes;
  const from = by > 0 ? Math.floor(steps) : Math.ceil(steps);
  return from * stepMinutes + by;
}

/** What lies between them; null where that is nothing. */
export function overlap([a, b]: Span, [c, d]: Span): Span | null {
  const [from, to] = [Math.max(a, c), Math.min(b, d)];
  return from < to ? [from, to] : null;
}

/** The open pieces of a stretch around lunch, in order. */
export function aroundLunch(span: Span, lunch: Span | null): readonly Span[] {
  const cut = lunch === null ? null : overlap(span, lunch);
  if (cut === null) return [span];
  const pieces: readonly Span[] = [
    [span[0], cut[0]],
    [cut[1], span[1]],
  ];
  return pieces.filter(([from, to]) => from < to);
}

/** A time as people type it, `8`, `830`, `8.30` or `8:30 `, as it is kept; what is no time stays as it is. */
export function timeFrom(typed: string): string {
  const text = typed.trim();
  const [, hour = '', minute = '00'] =
    /^(\d{1,2})(?:\s*[:.,hH]\s*(\d{2}))?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text) ?? [];
  if (hour === '') return text;
  if (Number(hour) === 24 && minute === '00') return '23:59';
  const time = `${hour.padStart(2, '0')}:${minute}`;
  return minutesOf(time) === null ? text : time;
}
