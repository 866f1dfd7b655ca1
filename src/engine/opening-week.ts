import { Temporal } from 'temporal-polyfill';
import { isOpenAt, isTimeZone } from './availability.ts';
import type { OpeningHours, Weekday } from './definition.ts';

/*
 * Opening hours on the calendar: when they open and close, and what a week of them looks like. Whether they are open at
 * an instant is asked of `isOpenAt` alone, which the rules ask too.
 */

export const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Milliseconds since 1970, the second one not included. */
export type OpenSpan = readonly [from: number, to: number];

export type WeekDay = {
  readonly day: Weekday;
  /** `2026-03-29`. */
  readonly date: string;
  /** When the day begins, in milliseconds since 1970, and when it is over. */
  readonly from: number;
  readonly to: number;
};

export type Week = {
  /** Of ISO 8601: a week belongs to the year that has its Thursday. */
  readonly number: number;
  readonly days: readonly WeekDay[];
};

/** When the clocks of a zone are changed. */
export type ClockChange = {
  readonly at: number;
  readonly date: string;
  /** What the clocks show when they are changed, and what they are changed to: `02:00`, `03:00`. */
  readonly from: string;
  readonly to: string;
  /** Minutes that the zone is ahead of UTC, before and after. */
  readonly offsets: readonly [before: number, after: number];
  /** It is changed back within a year, as summer time is. */
  readonly comesBack: boolean;
};

const zoneOf = (timeZone: string): string => (isTimeZone(timeZone) ? timeZone : 'UTC');

const zoned = (timeZone: string, at: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zoneOf(timeZone));

/** The week of an instant, Monday to Sunday, as it is in a zone. */
export function weekOf(timeZone: string, now: number): Week {
  const zone = zoneOf(timeZone);
  const today = zoned(zone, now).toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const startOf = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).epochMilliseconds;
  return {
    number: today.weekOfYear ?? 0,
    days: weekdays.map((day, index) => {
      const date = monday.add({ days: index });
      return { day, date: date.toString(), from: startOf(date), to: startOf(date.add({ days: 1 })) };
    }),
  };
}

/** The instant at which clocks in a zone show this on that day; where they skip it, what they show in its place. */
export const instantOf = (timeZone: string, date: string, time: string): number =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zoneOf(timeZone)).epochMilliseconds;

/** What clocks and calendars in a zone show: `sun`, `2026-03-29` and `02:00`. */
export function wallOf(
  timeZone: string,
  at: number,
): { readonly day: Weekday; readonly date: string; readonly time: string } {
  const there = zoned(timeZone, at);
  return { day: weekdayOf(there), date: there.toPlainDate().toString(), time: minuteOf(there) };
}

const weekdayOf = ({ dayOfWeek }: { readonly dayOfWeek: number }): Weekday =>
  weekdays[dayOfWeek - 1] ?? 'mon';

const minuteOf = (at: Temporal.ZonedDateTime | Temporal.PlainDateTime): string =>
  at.toPlainTime().toString({ smallestUnit: 'minute', roundingMode: 'floor' });

/** The next change of the clocks of a zone within a year after an instant; null where there is none. */
export function nextClockChange(timeZone: string, after: number): ClockChange | null {
  const change = transitionAfter(zoned(timeZone, after));
  if (change === null || change.epochMilliseconds - after > 366 * dayLength) return null;
  const before = change.subtract({ nanoseconds: 1 });
  const wall = change
    .toPlainDateTime()
    .add({ nanoseconds: before.offsetNanoseconds - change.offsetNanoseconds });
  const back = transitionAfter(change);
  return {
    at: change.epochMilliseconds,
    date: wall.toPlainDate().toString(),
    from: minuteOf(wall),
    to: minuteOf(change),
    offsets: [minutesAhead(before), minutesAhead(change)],
    comesBack: back !== null && back.offsetNanoseconds === before.offsetNanoseconds,
  };
}

const dayLength = 86_400_000;

const minutesAhead = ({ offsetNanoseconds }: Temporal.ZonedDateTime): number => offsetNanoseconds / 6e10;

function transitionAfter(at: Temporal.ZonedDateTime): Temporal.ZonedDateTime | null {
  let next = at.getTimeZoneTransition('next');
  // Where only a zone's name changes, its clocks do not.
  while (next !== null && next.subtract({ nanoseconds: 1 }).offsetNanoseconds === next.offsetNanoseconds)
    next = next.getTimeZoneTransition('next');
  return next;
}

/** When these hours are open between two instants, in order. */
export function openSpans(hours: OpeningHours, from: number, to: number): readonly OpenSpan[] {
  const spans: [number, number][] = [];
  const edges = [from, ...edgesBetween(hours, from, to)];
  edges.forEach((edge, index) => {
    const until = edges[index + 1] ?? to;
    if (!isOpenAt(hours, edge)) return;
    const last = spans.at(-1);
    if (last?.[1] === edge) last[1] = until;
    else spans.push([edge, until]);
  });
  return spans;
}

export type OpenState = {
  readonly open: boolean;
  /** When that ends, in milliseconds since 1970; null where it does not end within two weeks. */
  readonly until: number | null;
};

/** Whether these hours are open, and how long that lasts. */
export function openState(hours: OpeningHours, now: number): OpenState {
  const open = isOpenAt(hours, now);
  const until = edgesBetween(hours, now, now + 15 * dayLength).find((edge) => isOpenAt(hours, edge) !== open);
  return { open, until: until ?? null };
}

/** Every instant between two at which these hours may open or close: their times on each day, and what changes the clocks. */
export function edgesBetween(hours: OpeningHours, from: number, to: number): readonly number[] {
  if (!hours.enabled) return [];
  const zone = zoneOf(hours.timeZone);
  const edges = new Set<number>();
  const last = zoned(zone, to).toPlainDate();
  const midnight = Temporal.PlainTime.from('00:00');
  for (
    let date = zoned(zone, from).toPlainDate();
    Temporal.PlainDate.compare(date, last) <= 0;
    date = date.add({ days: 1 })
  ) {
    const today = hours.days[weekdayOf(date)];
    const times = [today.start, today.stop, hours.lunch.start, hours.lunch.stop].flatMap(timesOf);
    for (const time of [midnight, ...times]) {
      const wall = date.toPlainDateTime(time);
      for (const disambiguation of ['earlier', 'later'] as const)
        edges.add(wall.toZonedDateTime(zone, { disambiguation }).epochMilliseconds);
    }
  }
  for (
    let change = zoned(zone, from).getTimeZoneTransition('next');
    change !== null && change.epochMilliseconds < to;
    change = change.getTimeZoneTransition('next')
  )
    edges.add(change.epochMilliseconds);
  return [...edges].filter((edge) => edge > from && edge < to).sort((a, b) => a - b);
}

const timesOf = (text: string): readonly Temporal.PlainTime[] =>
  /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? [Temporal.PlainTime.from(text)] : [];
