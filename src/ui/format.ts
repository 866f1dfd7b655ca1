/*
 * Times and numbers as people read them. Times are those of the virtual clock, in the world's zone, so
 * that a log, a message and a script that prints the hour agree.
 */

const locale = 'en-GB';
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${name} ${zone}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  formatters.set(key, made);
  return made;
}

/** `09:02`. */
export const minuteOf = (at: number, zone: string): string =>
  formatter(zone, 'minute', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/** `09:02:14`. */
export const secondOf = (at: number, zone: string): string =>
  formatter(zone, 'second', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at);

/** `09:02:14.000`. */
export const milliOf = (at: number, zone: string): string =>
  formatter(zone, 'milli', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hourCycle: 'h23',
  }).format(at);

/** `Mon 2 Mar 2026`. */
export function dayOf(at: number, zone: string): string {
  const parts = formatter(zone, 'day', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).formatToParts(at);
  return parts
    .filter(({ type }) => type !== 'literal')
    .map(({ value }) => value)
    .join(' ');
}

/** How long, as `01:12` (minutes, seconds) or `1:02:03` from an hour on. */
export function lengthOf(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${String(hours)}:${rest}` : rest;
}

const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });

/** A day on the calendar on the wall, `22 November 2026`: the one thing here that is not the world's. */
export const wallDayOf = (date: Date): string => days.format(date);

const numbers = new Intl.NumberFormat(locale);

/** `1,234`. */
export const countOf = (n: number): string => numbers.format(n);

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
