import { Temporal } from 'temporal-polyfill';
import type { NativeContext } from '../../analysis/types/native.ts';

/*
 * Date, Time and DateTime are Temporal's plain types, which never change; null is "no value", which acts
 * as the start of 1970 (crm §5.2). All calendar arithmetic is Temporal's.
 */

export type DateValue = Temporal.PlainDate | null;
export type TimeValue = Temporal.PlainTime | null;
export type DateTimeValue = Temporal.PlainDateTime | null;

export const epoch = Temporal.PlainDateTime.from('1970-01-01T00:00:00');
const epochDate = epoch.toPlainDate();
const midnight = epoch.toPlainTime();

export const asDate = (value: DateValue): Temporal.PlainDate => value ?? epochDate;
export const asTime = (value: TimeValue): Temporal.PlainTime => value ?? midnight;
export const asDateTime = (value: DateTimeValue): Temporal.PlainDateTime => value ?? epoch;

/** Less than, equal to or greater than zero; both of one type. */
export function compareDates(a: unknown, b: unknown): number {
  if (a instanceof Temporal.PlainTime || b instanceof Temporal.PlainTime) {
    return Temporal.PlainTime.compare(asTime(a as TimeValue), asTime(b as TimeValue));
  }
  if (a instanceof Temporal.PlainDate || b instanceof Temporal.PlainDate) {
    return Temporal.PlainDate.compare(asDate(a as DateValue), asDate(b as DateValue));
  }
  return Temporal.PlainDateTime.compare(asDateTime(a as DateTimeValue), asDateTime(b as DateTimeValue));
}

/** Calendars are slow, those of time zones above all. */
export const workOfDate = 12_288;
export const workOfZone = 40_960;
/** Two that are compared, of which no new one is made. */
export const workOfOrder = 3_072;

/** What the clock shows here and now, in whole seconds. */
export function now(context: NativeContext): Temporal.PlainDateTime {
  context.work(workOfZone);
  const { environment } = context;
  return fromInstant(environment.now(), environment.timeZone);
}

export const fromInstant = (milliseconds: number, timeZone: string): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(milliseconds / 1000) * 1000)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime();

export const toInstant = (value: Temporal.PlainDateTime, timeZone: string): number =>
  value.toZonedDateTime(timeZone).epochMilliseconds;

const two = (value: number): string => String(value).padStart(2, '0');

export const dateText = (value: DateValue): string =>
  value === null ? '' : `${String(value.year).padStart(4, '0')}-${two(value.month)}-${two(value.day)}`;
export const timeText = (value: TimeValue): string =>
  value === null ? '' : `${two(value.hour)}:${two(value.minute)}:${two(value.second)}`;
export const dateTimeText = (value: DateTimeValue): string =>
  value === null ? '' : `${dateText(value.toPlainDate())} ${timeText(value.toPlainTime())}`;

type Numbers = { year: number; month: number; day: number; hour: number; minute: number; second: number };

/** A date of these numbers, or undefined where there is none. */
export function dateTimeOf(numbers: Numbers): Temporal.PlainDateTime | undefined {
  const { year, month, day, hour, minute, second } = numbers;
  if (year < 1 || year > 9999) return undefined;
  try {
    return new Temporal.PlainDateTime(year, month, day, hour, minute, second);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const shapes: readonly RegExp[] = [
  /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2}):(\d{2})(?:[.:]\d{1,9})?$/,
  /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})$/,
  /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/,
  /^(\d{4})-(\d{2})-(\d{2})$/,
];

/** A time with its zone, as services and JavaScript's `toISOString()` write it. */
const zoned =
  /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)(?:[.:]\d{1,9})?\s*(Z|[+-]\d{2}(?::?\d{2})?)$/i;

/** What the clocks of a zone show at the instant that a text names; undefined where it names none. */
function fromZoned(text: string, timeZone: string): Temporal.PlainDateTime | undefined {
  const [, date = '', time = '', zone = ''] = zoned.exec(text) ?? [];
  try {
    const { epochMilliseconds } = Temporal.Instant.from(`${date}T${time}${zone.toUpperCase()}`);
    const shown = fromInstant(epochMilliseconds, timeZone);
    return shown.year >= 1 && shown.year <= 9999 ? shown : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** User-defined fields write `2020.08.27`. */
const otherSigns = /^(\d{4})([./])(\d{2})\2(\d{2})/;

/** How SuperOffice's tables write that there is no date. */
const noDate = /^0000-00-00(?:[ T]00:00:00)?$/;

/**
 * The forms of crm §10.4; "", "0" and the date of zeros are null, undefined stands for anything else. A time that
 * names its zone becomes what the clocks of `timeZone` show at that instant (docs/fidelity.md).
 */
export function parseDateTime(text: string, timeZone: string): DateTimeValue | undefined {
  const trimmed = text.trim().replace(otherSigns, '$1-$3-$4');
  if (trimmed === '' || trimmed === '0' || noDate.test(trimmed)) return null;
  if (zoned.test(trimmed)) return fromZoned(trimmed, timeZone);
  for (const shape of shapes) {
    const match = shape.exec(trimmed);
    if (match === null) continue;
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
    return dateTimeOf({ year, month, day, hour, minute, second });
  }
  return undefined;
}

/** A time of day; of a date with a time, the time. A zone says nothing about a time without its date, so it is none. */
export function parseTime(text: string, timeZone: string): TimeValue | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === '0') return null;
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(trimmed);
  if (match === null) return parseDateTime(trimmed, timeZone)?.toPlainTime();
  const [hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  return dateTimeOf({ year: 1970, month: 1, day: 1, hour, minute, second })?.toPlainTime();
}

/** Nothing of a calendar happens outside the years 1 to 9999. */
export function inRange<T extends { readonly year: number }>(context: NativeContext, make: () => T): T {
  try {
    const value = make();
    if (value.year >= 1 && value.year <= 9999) return value;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return context.fail('RunTimeException', 'The date lies outside the years 1 to 9999.');
}
