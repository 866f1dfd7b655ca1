import type { Temporal } from 'temporal-polyfill';
import type { LibraryPart } from '../parts.ts';
import type { NativeClass, NativeContext, NativeFunction } from '../../analysis/types/native.ts';
import {
  asDate,
  asTime,
  dateText,
  inRange,
  now,
  parseDateTime,
  parseTime,
  timeText,
  workOfDate,
  type DateValue,
  type TimeValue,
} from './calendar.ts';
import { costing } from '../costing.ts';

const same = (_context: NativeContext, value: unknown): unknown => value;
const isNull = (_context: NativeContext, value: unknown): boolean => value === null;

/** A day is kept, not clamped: 31 January and a month is 2 or 3 March (crm Q27). */
export const addMonths = (date: Temporal.PlainDate, months: number): Temporal.PlainDate =>
  date
    .with({ day: 1 })
    .add({ months })
    .add({ days: date.day - 1 });

const add = (
  signature: string,
  change: (date: Temporal.PlainDate, count: number) => Temporal.PlainDate,
): NativeFunction => ({
  signature,
  changes: (context, self: DateValue, count: number) => inRange(context, () => change(asDate(self), count)),
});

const get = (signature: string, read: (date: Temporal.PlainDate) => number): NativeFunction => ({
  signature,
  run: (_context, self: DateValue) => read(asDate(self)),
});

/** crm §20, trap 5. */
export const weekDayTrap = 'getWeekDay() is 0 on Mondays; the format code WEEKDAY is 1.';

/** A date from a text, as `Date(String)` and `toDate()` take it. */
export const parseDateText = (context: NativeContext, text: string): DateValue => {
  const value = parseDateTime(text, context.environment.timeZone);
  if (value === undefined)
    return context.fail('RunTimeException', `"${text}" is no date. Write it as 2024-12-31.`);
  return value?.toPlainDate() ?? null;
};

/** A time from a text, as `Time(String)` and `toTime()` take it. */
export const parseTimeText = (context: NativeContext, text: string): TimeValue => {
  const value = parseTime(text, context.environment.timeZone);
  return value === undefined
    ? context.fail('RunTimeException', `"${text}" is no time. Write it as 23:59:59.`)
    : value;
};

const dateClass: NativeClass = {
  name: 'Date',
  make: (context) => now(context).toPlainDate(),
  text: dateText,
  constructors: costing(workOfDate, [
    { signature: 'Date()', run: (context) => now(context).toPlainDate() },
    { signature: 'Date(Date value)', run: same },
    { signature: 'Date(String value)', run: parseDateText },
  ]),
  methods: costing(workOfDate, [
    { signature: 'String toString()', run: (_context, self: DateValue) => dateText(self) },
    add('Date addDay(Integer num)', (date, days) => date.add({ days })),
    add('Date addMonth(Integer num)', addMonths),
    add('Date addYear(Integer num)', (date, years) => addMonths(date, years * 12)),
    get('Integer getMDay()', (date) => date.day),
    get('Integer getMonth()', (date) => date.month),
    get('Integer getYear()', (date) => date.year),
    get('Integer getWeek()', (date) => date.weekOfYear ?? 0),
    { ...get('Integer getWeekDay()', (date) => date.dayOfWeek - 1), trap: weekDayTrap },
    { signature: 'Bool isNull()', run: isNull },
  ]),
};

const set = (signature: string, part: 'hour' | 'minute' | 'second', largest: number): NativeFunction => ({
  signature,
  changes: (context, self: TimeValue, value: number) =>
    value < 0 || value > largest
      ? context.fail('RunTimeException', `A time has no ${part} ${String(value)}.`)
      : asTime(self).with({ [part]: value }),
});

const timeClass: NativeClass = {
  name: 'Time',
  make: (context) => now(context).toPlainTime(),
  text: timeText,
  constructors: costing(workOfDate, [
    { signature: 'Time()', run: (context) => now(context).toPlainTime() },
    { signature: 'Time(Time value)', run: same },
    { signature: 'Time(String value)', run: parseTimeText },
  ]),
  methods: costing(workOfDate, [
    { signature: 'String toString()', run: (_context, self: TimeValue) => timeText(self) },
    set('Void setHour(Integer hour)', 'hour', 23),
    set('Void setMin(Integer min)', 'minute', 59),
    set('Void setSec(Integer sec)', 'second', 59),
    { signature: 'Integer getHour()', run: (_context, self: TimeValue) => asTime(self).hour },
    { signature: 'Integer getMin()', run: (_context, self: TimeValue) => asTime(self).minute },
    { signature: 'Integer getSec()', run: (_context, self: TimeValue) => asTime(self).second },
    { signature: 'Bool isNull()', run: isNull },
  ]),
};

export const datePart: LibraryPart = {
  classes: [dateClass, timeClass],
  functions: [
    { signature: 'Date getCurrentDate()', run: (context) => now(context).toPlainDate() },
    { signature: 'Time getCurrentTime()', run: (context) => now(context).toPlainTime() },
  ],
};
