import { argument, changing, helper, type Native, type NativeTable } from './native.ts';
import { isNull } from './natives-numbers.ts';
import { bound, call, level, piece, receiver, type Piece } from './piece.ts';

type Unit = 'years' | 'months' | 'days' | 'hours' | 'minutes' | 'seconds';

/** A later moment takes the place of the one that the variable had: a Date is never changed, so nobody else sees it. */
const add =
  (unit: Unit): Native =>
  (p, given) => {
    const [by = piece('0')] = given.args;
    return changing(given, call(`${p.need('addToDate')}(${given.self.text}, { ${unit}: ${by.text} })`));
  };

const read =
  (expression: (self: string) => string, bind: number = level.call): Native =>
  (_p, { self }) =>
    piece(expression(receiver(self)), bind);

const today: Native = (p) => call(`${p.need('startOfDay')}(new Date())`);
const now: Native = () => call('new Date()');
const time: Native = (p) => call(`${p.need('timeOf')}(new Date())`);

const units = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const;

const moves: NativeTable = Object.fromEntries(
  units.flatMap((unit): [string, Native][] => {
    const name = unit.charAt(0).toUpperCase() + unit.slice(1);
    return [
      [
        `DateTime.moveTo${name}Start`,
        (p, given) => changing(given, call(`${p.need('startOf')}(${given.self.text}, '${unit}')`)),
      ],
      [
        `DateTime.moveTo${name}End`,
        (p, given) =>
          changing(
            given,
            call(
              `${p.need('addToDate')}(${p.need('startOf')}(${given.self.text}, '${unit}', 1), { seconds: -1 })`,
            ),
          ),
      ],
    ];
  }),
);

const parsed = (text: Piece, what: string): string => `parseDateTime(${text.text}${what})`;

const toDate: Native = (p, { self, args: [first] }) => {
  p.need('parseDateTime');
  return call(`${p.need('startOfDay')}(${parsed(first ?? self, ", 'date. Write it as 2024-12-31.'")})`);
};

const toDateTime: Native = (p, { self, args: [first] }) => {
  p.need('parseDateTime');
  return call(parsed(first ?? self, ''));
};

const toTime: Native = (p, { self, args: [first] }) =>
  call(`${p.need('parseTime')}(${(first ?? self).text})`);

const ofNumbers: Native = (p, { args }) => {
  const [year, month, ...rest] = args.map((one) => bound(one, level.additive));
  // Months count from 0.
  const at = month !== undefined && /^\d+$/.test(month) ? String(Number(month) - 1) : `${month ?? '1'} - 1`;
  const isPlain = args.every(({ text }) => /^\d+$/.test(text));
  if (isPlain) return call(`new Date(${[year, at, ...rest].join(', ')})`);
  p.need('parseDateTime');
  p.need('failWith');
  return piece(
    `dateOf(${args.map(({ text }) => text).join(', ')}) ?? failWith('There is no such date and time.')`,
    level.nullish,
  );
};

const part =
  (name: 'hour' | 'minute' | 'second'): Native =>
  (p, given) =>
    changing(
      given,
      call(`${p.need('withPart')}(${given.self.text}, '${name}', ${given.args[0]?.text ?? '0'})`),
    );

const weekDay = read((self) => `(${self}.getDay() + 6) % 7`, level.multiplicative);

const parts = (type: 'Date' | 'DateTime'): NativeTable => ({
  [`${type}.getMDay`]: read((self) => `${self}.getDate()`),
  [`${type}.getMonth`]: read((self) => `${self}.getMonth() + 1`, level.additive),
  [`${type}.getYear`]: read((self) => `${self}.getFullYear()`),
  [`${type}.getWeek`]: helper('weekOf'),
  [`${type}.getWeekDay`]: weekDay,
  [`${type}.isNull`]: isNull,
  [`${type}.addDay`]: add('days'),
  [`${type}.addMonth`]: add('months'),
  [`${type}.addYear`]: add('years'),
});

export const dateNatives: NativeTable = {
  ...parts('Date'),
  ...parts('DateTime'),
  ...moves,
  'Date.toString': helper('formatDate'),
  'new Date()': today,
  'new Date(Date)': argument,
  'new Date(String)': toDate,
  getCurrentDate: today,
  'String.toDate': toDate,
  'DateTime.toString()': helper('formatDateTime'),
  'DateTime.toString(String)': helper('dateByCodes'),
  'DateTime.toString(String,String,String)': helper('dateByCodes'),
  'DateTime.addHour': add('hours'),
  'DateTime.addMin': add('minutes'),
  'DateTime.addSec': add('seconds'),
  'DateTime.setTime': (p, given) =>
    changing(given, call(`${p.need('withTime')}(${given.self.text}, ${given.args[0]?.text ?? '0'})`)),
  'DateTime.getTime': helper('timeOf'),
  'DateTime.getDate': helper('startOfDay'),
  'DateTime.diff': (p, { self, args: [other = piece('new Date()')] }) =>
    call(`${p.need('secondsBetween')}(${other.text}, ${self.text})`),
  'DateTime.getUnix': read((self) => `Math.floor(${self}.getTime() / 1000)`),
  'DateTime.setUnix': (_p, given) => {
    const seconds = bound(given.args[0] ?? piece('0'), level.multiplicative);
    return changing(given, call(`new Date(${seconds} * 1000)`));
  },
  'new DateTime()': now,
  'new DateTime(DateTime)': argument,
  'new DateTime(String)': toDateTime,
  'new DateTime(Integer,Integer,Integer,Integer,Integer,Integer)': ofNumbers,
  getCurrentDateTime: now,
  'String.toDateTime': toDateTime,
  'Time.toString': helper('formatTime'),
  'Time.getHour': read((self) => `Math.trunc(${self} / 3600)`),
  'Time.getMin': read((self) => `Math.trunc(${self} / 60) % 60`, level.multiplicative),
  'Time.getSec': read((self) => `${self} % 60`, level.multiplicative),
  'Time.setHour': part('hour'),
  'Time.setMin': part('minute'),
  'Time.setSec': part('second'),
  'new Time()': time,
  'new Time(Time)': argument,
  'new Time(String)': toTime,
  getCurrentTime: time,
  'String.toTime': toTime,
};
