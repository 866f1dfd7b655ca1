/*
 * Times and numbers as people read them. Times are those of the virtual clock, in the world's zone, so
 * that a log, a message and a script that prints the hour agree.
 *
 * Intl takes a page ten milliseconds when it is first used, so what the first conversation shows is cut out of ISO dates. The engine's
 * `offsetOf` would bring the polyfill of Temporal into the first load.
 */

const locale = 'en-GB';
const second = 1000;

type ZonedTime = { readonly offsetNanoseconds: number };
type Instants = {
  fromEpochMilliseconds(at: number): { toZonedDateTimeISO(zone: string): ZonedTime };
};

const calendars = new Map<string, Intl.DateTimeFormat>();

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds, in a browser that knows no `Temporal`. */
function aheadByCalendar(at: number, zone: string): number {
  const calendar =
    calendars.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  calendars.set(zone, calendar);
  const fields = new Map(calendar.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const [year = 0, month = 1, ...rest] = (['year', 'month', 'day', 'hour', 'minute', 'second'] as const).map(
    (name) => fields.get(name) ?? 0,
  );
  return Date.UTC(year, month - 1, ...rest) - Math.floor(at / second) * second;
}

function aheadOf(at: number, zone: string): number {
  if (zone === 'UTC') return 0;
  const { Temporal } = globalThis as { readonly Temporal?: { readonly Instant: Instants } };
  if (Temporal === undefined) return aheadByCalendar(at, zone);
  return (
    Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6
  );
}

/** The date that has in UTC what clocks show in the zone. */
const shownIn = (at: number, zone: string): Date => new Date(at + aheadOf(at, zone));

/** `09:02`. */
export const minuteOf = (at: number, zone: string): string => shownIn(at, zone).toISOString().slice(-13, -8);

/** `09:02:14`. */
export const secondOf = (at: number, zone: string): string => shownIn(at, zone).toISOString().slice(-13, -5);

/** `09:02:14.000`. */
export const milliOf = (at: number, zone: string): string => shownIn(at, zone).toISOString().slice(-13, -1);

/** `Mon 2 Mar 2026`. */
export function dayOf(at: number, zone: string): string {
  const [weekday = '', day, month = '', year] = shownIn(at, zone).toUTCString().split(' ');
  return [weekday.slice(0, 3), Number(day), month.replace('Sep', 'Sept'), Number(year)].join(' ');
}

/** How long, as `01:12` (minutes, seconds) or `1:02:03` from an hour on. */
export function lengthOf(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${String(hours)}:${rest}` : rest;
}

/** A day on the calendar on the wall, `22 November 2026`: the one thing here that is not the world's. */
export const wallDayOf = (date: Date): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(date);

let numbers: Intl.NumberFormat | undefined;

/** `1,234`. */
export function countOf(n: number): string {
  if (Number.isInteger(n) && n >= 0 && n < 1000) return String(n);
  return (numbers ??= new Intl.NumberFormat(locale)).format(n);
}

/** The text on one line, at most `length` characters of it. */
export function oneLine(text: string, length = 80): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const letters = Array.from(line.slice(0, length * 2 + 2));
  return letters.length > length ? `${letters.slice(0, length - 1).join('')}…` : line;
}

/** A moment of the clock on the wall, in the zone where the page is read: `2 Mar, 14:05`. */
export const wallTimeOf = (at: number): string =>
  new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
