import type { Temporal } from 'temporal-polyfill';

type Plain = Temporal.PlainDateTime;

const two = (value: number): string => String(value).padStart(2, '0');
const hour12 = (value: Plain): number => ((value.hour + 11) % 12) + 1;
const english = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(
  ',',
);
const weekdays = 'Sunday,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday'.split(',');

/** The codes of crm §10.4, longest first: `HH24` is looked for before `H24` (rulings 34: doubled letters are padded). */
const codes: readonly (readonly [
  string,
  (value: Plain, months: readonly string[], days: readonly string[]) => string,
])[] = [
  ['WEEKDAY', (value) => String(value.dayOfWeek)],
  ['ISOWY4', (value) => String(value.yearOfWeek ?? value.year).padStart(4, '0')],
  ['ISOWY2', (value) => two((value.yearOfWeek ?? value.year) % 100)],
  ['ISOW1', (value) => String(value.weekOfYear ?? 0)],
  ['ISOW2', (value) => two(value.weekOfYear ?? 0)],
  ['MONTH', (value, months) => months[value.month - 1] ?? ''],
  ['HH24', (value) => two(value.hour)],
  ['HH12', (value) => two(hour12(value))],
  ['WDAY', (value, _months, days) => days[value.dayOfWeek % 7] ?? ''],
  ['AMPM', (value) => (value.hour < 12 ? 'am' : 'pm')],
  ['YY4', (value) => String(value.year).padStart(4, '0')],
  ['YY2', (value) => two(value.year % 100)],
  ['MM1', (value) => String(value.month)],
  ['MM2', (value) => two(value.month)],
  ['DD1', (value) => String(value.day)],
  ['DD2', (value) => two(value.day)],
  ['H24', (value) => String(value.hour)],
  ['H12', (value) => String(hour12(value))],
  ['MI2', (value) => two(value.minute)],
  ['SS2', (value) => two(value.second)],
];
const pattern =
  /WEEKDAY|ISOWY4|ISOWY2|ISOW1|ISOW2|MONTH|HH24|HH12|WDAY|AMPM|YY4|YY2|MM1|MM2|DD1|DD2|H24|H12|MI2|SS2/g;
const byCode = new Map(codes);

/** A date in a format of codes; everything else in the format stays (crm §10.4). */
export const formatDateTime = (
  value: Plain,
  format: string,
  months: readonly string[] = english,
  days: readonly string[] = weekdays,
): string => format.replaceAll(pattern, (code) => byCode.get(code)?.(value, months, days) ?? code);

/** Names of months in three letters, by language id: no, en, de, sv, da, nl. */
const shortMonths: readonly (readonly string[])[] = [
  'Jan,Feb,Mar,Apr,Mai,Jun,Jul,Aug,Sep,Okt,Nov,Des',
  'Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec',
  'Jan,Feb,Mär,Apr,Mai,Jun,Jul,Aug,Sep,Okt,Nov,Dez',
  'Jan,Feb,Mar,Apr,Maj,Jun,Jul,Aug,Sep,Okt,Nov,Dec',
  'Jan,Feb,Mar,Apr,Maj,Jun,Jul,Aug,Sep,Okt,Nov,Dec',
  'Jan,Feb,Mrt,Apr,Mei,Jun,Jul,Aug,Sep,Okt,Nov,Dec',
].map((names) => names.split(','));

const englishId = 1;

/** `May 29. 2020` in English, `29. Mai 2020` in the other languages. */
function textDate(value: Plain, language: number): string {
  const months = shortMonths[language] ?? shortMonths[englishId];
  return formatDateTime(value, language === englishId ? 'MONTH DD2. YY4' : 'DD2. MONTH YY4', months);
}

/** `Fri, 29 May`: always English, as mail and HTTP write it. */
function mailDate(value: Plain): string {
  const days = weekdays.map((name) => name.slice(0, 3));
  return formatDateTime(value, 'WDAY, DD2 MONTH', shortMonths[englishId], days);
}

/** `toString(mode, language, is24Hours)`: the table of crm §10.4, by its examples; undefined for other modes. */
export function formatMode(
  value: Plain,
  mode: number,
  language: number,
  is24Hours: boolean,
  timeZone: string,
): string | undefined {
  const short = is24Hours ? 'HH24:MI2' : 'HH12:MI2 AMPM';
  const full = is24Hours ? 'HH24:MI2:SS2' : 'HH12:MI2:SS2 AMPM';
  const format = (text: string): string => formatDateTime(value, text);
  switch (mode) {
    case 0:
      return format('YY4-MM2-DD2');
    case 1:
      return format(`YY4-MM2-DD2 ${short}`);
    case 2:
      return format(`YY4-MM2-DD2 ${full}`);
    case 3:
      return textDate(value, language);
    case 4:
    case 6:
      return `${textDate(value, language)} ${format(short)}`;
    case 5:
      return `${textDate(value, language)} ${format(full)}`;
    case 7:
      return format(language === englishId ? `MM2/DD2/YY4 ${short}` : `DD2/MM2/YY4 ${short}`);
    case 8:
    case 11:
      return format('YY4MM2DD2HH24MI2SS2');
    case 9:
      return format(short);
    case 10:
      return format(full);
    case 12:
      return `${mailDate(value)} ${format('YY2 HH24:MI2:SS2')} GMT`;
    case 13:
      return format('YY4-MM2-DD2THH24:MI2:SS2');
    case 14:
      return `${mailDate(value)} ${format('YY4 HH24:MI2:SS2')} ${offsetOf(value, timeZone)}`;
    case 15:
      return format(`DD2.MM2.YY4 ${short}`);
    case 16:
      return format(`DD2/MM2/YY4 ${short}`);
    default:
      return undefined;
  }
}

/** `+0200`. */
export const offsetOf = (value: Plain, timeZone: string): string =>
  value.toZonedDateTime(timeZone).offset.replace(':', '').slice(0, 5);
