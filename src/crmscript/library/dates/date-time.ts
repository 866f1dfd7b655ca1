import type { Temporal } from 'temporal-polyfill';
import type { LibraryPart } from '../parts.ts';
import type { NativeClass, NativeContext, NativeFunction } from '../../analysis/types/native.ts';
import {
  asDateTime,
  asTime,
  dateTimeOf,
  dateTimeText,
  fromInstant,
  inRange,
  now,
  parseDateTime,
  toInstant,
  workOfDate,
  workOfZone,
  type DateTimeValue,
  type TimeValue,
} from './calendar.ts';
import { costing } from '../costing.ts';
import { addMonths, parseDateText, parseTimeText, weekDayTrap } from './date.ts';
import { formatDateTime, formatMode } from './date-format.ts';
import { clampInteger } from '../numbers/parse-number.ts';

type Plain = Temporal.PlainDateTime;

const onDate = (value: Plain, change: (date: Temporal.PlainDate) => Temporal.PlainDate): Plain =>
  change(value.toPlainDate()).toPlainDateTime(value.toPlainTime());

/** Changes the variable and returns a copy (crm §5.4). */
const change = (signature: string, make: (value: Plain, count: number) => Plain): NativeFunction => ({
  signature,
  changes: (context, self: DateTimeValue, count: number) =>
    inRange(context, () => make(asDateTime(self), count)),
});

const get = (signature: string, read: (value: Plain) => unknown): NativeFunction => ({
  signature,
  run: (_context, self: DateTimeValue) => read(asDateTime(self)),
});

const parseDateTimeText = (context: NativeContext, text: string): DateTimeValue => {
  const value = parseDateTime(text, context.environment.timeZone);
  return value === undefined
    ? context.fail('RunTimeException', `"${text}" is no date and time. Write it as 2024-12-31 23:59:59.`)
    : value;
};

type Unit = 'Hour' | 'Day' | 'Week' | 'Month' | 'Quarter' | 'Year';

/** The first second of the hour, day, week (from Monday), month, quarter or year. */
function startOf(value: Plain, unit: Unit): Plain {
  const hour = value.with({ minute: 0, second: 0 });
  const day = hour.with({ hour: 0 });
  switch (unit) {
    case 'Hour':
      return hour;
    case 'Day':
      return day;
    case 'Week':
      return day.subtract({ days: day.dayOfWeek - 1 });
    case 'Month':
      return day.with({ day: 1 });
    case 'Quarter':
      return day.with({ day: 1, month: day.month - ((day.month - 1) % 3) });
    case 'Year':
      return day.with({ day: 1, month: 1 });
  }
}

const lengths = {
  Hour: { hours: 1 },
  Day: { days: 1 },
  Week: { weeks: 1 },
  Month: { months: 1 },
  Quarter: { months: 3 },
  Year: { years: 1 },
} as const;

const units: readonly Unit[] = ['Hour', 'Day', 'Week', 'Month', 'Quarter', 'Year'];

/** The reference says of these, and of no others of a DateTime, that they return a reference to itself. */
const moves = units
  .flatMap((unit) => [
    change(`DateTime moveTo${unit}Start()`, (value) => startOf(value, unit)),
    change(`DateTime moveTo${unit}End()`, (value) =>
      startOf(value, unit).add(lengths[unit]).subtract({ seconds: 1 }),
    ),
  ])
  .map((move): NativeFunction => ({ ...move, itself: true }));

/** The shortest code has three characters; each may become the longest of the names. */
function payForFormat(context: NativeContext, format: string, longest: number): void {
  context.work(512 * format.length);
  context.text(8 * format.length + Math.ceil(format.length / 4) * longest);
}

function longestName(context: NativeContext, names: string): number {
  context.charge(16 + 8 * names.length);
  context.work(64 * names.length);
  return names.split(',').reduce((longest, { length }) => Math.max(longest, length), 0);
}

const methods: readonly NativeFunction[] = costing(workOfDate, [
  { signature: 'String toString()', run: (_context, self: DateTimeValue) => dateTimeText(self) },
  {
    signature: 'String toString(String format)',
    run: (context, self: DateTimeValue, format: string) => {
      payForFormat(context, format, 0);
      return formatDateTime(asDateTime(self), format);
    },
  },
  {
    signature: 'String toString(String format, String months, String weekDays)',
    trap: 'The list of weekdays starts with Sunday, although getWeekDay() counts from Monday.',
    run: (context, self: DateTimeValue, format: string, months: string, days: string) => {
      payForFormat(context, format, longestName(context, months) + longestName(context, days));
      return formatDateTime(asDateTime(self), format, months.split(','), days.split(','));
    },
  },
  {
    signature: 'String toString(Integer mode, Integer language, Bool is24Hours)',
    differs: 'with twelve hours, am or pm stands behind the time',
    run: (context, self: DateTimeValue, mode: number, language: number, is24Hours: boolean) => {
      context.work(workOfZone);
      return (
        formatMode(asDateTime(self), mode, language, is24Hours, context.environment.timeZone) ??
        context.fail('RunTimeException', `DateTime.toString: there is no mode ${String(mode)}.`)
      );
    },
  },
  change('DateTime addDay(Integer num)', (value, days) => value.add({ days })),
  change('DateTime addMonth(Integer num)', (value, months) =>
    onDate(value, (date) => addMonths(date, months)),
  ),
  change('DateTime addYear(Integer num)', (value, years) =>
    onDate(value, (date) => addMonths(date, years * 12)),
  ),
  change('DateTime addHour(Integer num)', (value, hours) => value.add({ hours })),
  change('DateTime addMin(Integer num)', (value, minutes) => value.add({ minutes })),
  change('DateTime addSec(Integer num)', (value, seconds) => value.add({ seconds })),
  ...costing(workOfDate, moves),
  {
    signature: 'DateTime setTime(Time theTime)',
    changes: (_context, self: DateTimeValue, time: TimeValue) =>
      asDateTime(self).toPlainDate().toPlainDateTime(asTime(time)),
  },
  get('Integer getMDay()', (value) => value.day),
  get('Integer getMonth()', (value) => value.month),
  get('Integer getYear()', (value) => value.year),
  get('Integer getWeek()', (value) => value.weekOfYear ?? 0),
  { ...get('Integer getWeekDay()', (value) => value.dayOfWeek - 1), trap: weekDayTrap },
  {
    signature: 'Time getTime()',
    run: (_context, self: DateTimeValue) => self?.toPlainTime() ?? null,
  },
  {
    signature: 'Date getDate()',
    run: (_context, self: DateTimeValue) => self?.toPlainDate() ?? null,
  },
  {
    signature: 'Integer diff(DateTime value)',
    run: (_context, self: DateTimeValue, other: DateTimeValue) =>
      clampInteger(asDateTime(other).until(asDateTime(self), { largestUnit: 'seconds' }).seconds),
  },
  {
    signature: 'Integer getUnix()',
    run: (context, self: DateTimeValue) => {
      context.work(workOfZone);
      return clampInteger(Math.floor(toInstant(asDateTime(self), context.environment.timeZone) / 1000));
    },
  },
  {
    signature: 'DateTime setUnix(Integer number)',
    changes: (context, _self: DateTimeValue, seconds: number) =>
      fromInstant(seconds * 1000, context.environment.timeZone),
  },
  { signature: 'Bool isNull()', run: (_context, self: DateTimeValue) => self === null },
]);

const dateTimeClass: NativeClass = {
  name: 'DateTime',
  make: now,
  text: dateTimeText,
  constructors: costing(workOfDate, [
    { signature: 'DateTime()', run: now },
    { signature: 'DateTime(DateTime value)', run: (_context, value: DateTimeValue) => value },
    {
      signature: 'DateTime(Integer year, Integer month, Integer day, Integer hour, Integer min, Integer sec)',
      run: (
        context,
        year: number,
        month: number,
        day: number,
        hour: number,
        minute: number,
        second: number,
      ) =>
        dateTimeOf({ year, month, day, hour, minute, second }) ??
        context.fail('RunTimeException', 'There is no such date and time.'),
    },
    { signature: 'DateTime(String value)', run: parseDateTimeText },
  ]),
  methods,
};

/** What String offers for dates; it parses like the constructors (crm §10.1). */
export const stringDates: readonly NativeFunction[] = [
  { signature: 'Date toDate()', run: parseDateText },
  { signature: 'DateTime toDateTime()', run: parseDateTimeText },
  { signature: 'Time toTime()', run: parseTimeText },
];

export const dateTimePart: LibraryPart = {
  classes: [dateTimeClass],
  functions: [{ signature: 'DateTime getCurrentDateTime()', run: now }],
};
