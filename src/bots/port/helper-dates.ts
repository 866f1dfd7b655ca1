/** Dates and times. A time without a day is the seconds since midnight. */
export const dateHelpers = {
  two: {
    text: `
/** A number in two digits. */
function two(value: number): string {
  return String(value).padStart(2, '0');
}`,
  },
  formatDate: {
    uses: ['two'],
    text: `
/** A day as 2024-12-31; nothing for no date. */
function formatDate(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  return \`\${String(date.getFullYear()).padStart(4, '0')}-\${two(date.getMonth() + 1)}-\${two(date.getDate())}\`;
}`,
  },
  formatDateTime: {
    uses: ['formatDate', 'two'],
    text: `
/** A moment as 2024-12-31 23:59:59; nothing for no date. */
function formatDateTime(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  return \`\${formatDate(date)} \${two(date.getHours())}:\${two(date.getMinutes())}:\${two(date.getSeconds())}\`;
}`,
  },
  formatTime: {
    uses: ['two'],
    text: `
/** Seconds since midnight as 23:59:59. */
function formatTime(seconds: number): string {
  return [Math.trunc(seconds / 3600), Math.trunc(seconds / 60) % 60, seconds % 60].map(two).join(':');
}`,
  },
  parseDateTime: {
    uses: ['failWith'],
    text: `
/** The moment that a text names; an invalid Date for an empty text. */
function parseDateTime(text: string, what = 'date and time. Write it as 2024-12-31 23:59:59.'): Date {
  const trimmed = text.trim().replace(/^(\\d{4})([./])(\\d{2})\\2(\\d{2})/, '$1-$3-$4');
  if (trimmed === '' || trimmed === '0' || /^0000-00-00/.test(trimmed)) return new Date(NaN);
  if (/^\\d{4}-\\d{2}-\\d{2}[ T].*(?:Z|[+-]\\d{2}(?::?\\d{2})?)$/i.test(trimmed)) return new Date(trimmed.replace(' ', 'T'));
  const shape = /^(\\d{4})-(\\d{2})-(\\d{2})(?:[ T](\\d{2}):(\\d{2})(?::(\\d{2})(?:[.:]\\d+)?)?)?$|^(\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})$/;
  const found = shape.exec(trimmed);
  const [year, month, day, hour, minute, second] = (found ?? []).slice(1).filter((part) => part !== undefined).map(Number);
  const date = dateOf(year, month, day, hour ?? 0, minute ?? 0, second ?? 0);
  return date ?? failWith(\`"\${text}" is no \${what}\`);
}

/** A moment by its numbers; undefined where there is none of them. */
function dateOf(year: number, month: number, day: number, hour: number, minute: number, second: number): Date | undefined {
  const date = new Date(year, month - 1, day, hour, minute, second);
  date.setFullYear(year);
  const isSame = date.getMonth() === month - 1 && date.getDate() === day && hour < 24 && minute < 60 && second < 60;
  return isSame ? date : undefined;
}`,
  },
  startOfDay: {
    text: `
/** Midnight of a day. */
function startOfDay(date: Date): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate());
}`,
  },
  parseTime: {
    uses: ['failWith', 'parseDateTime', 'timeOf'],
    text: `
/** Seconds since midnight of a time such as 23:59:59, or of a date with one. */
function parseTime(text: string): number {
  const found = /^\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*$/.exec(text);
  if (!found) return timeOf(parseDateTime(text, 'time. Write it as 23:59:59.'));
  const [hour, minute, second] = found.slice(1).map((part) => Number(part ?? 0));
  if (hour > 23 || minute > 59 || second > 59) failWith(\`"\${text}" is no time. Write it as 23:59:59.\`);
  return hour * 3600 + minute * 60 + second;
}`,
  },
  timeOf: {
    text: `
/** Seconds since midnight. */
function timeOf(date: Date): number {
  return date.getHours() * 3600 + date.getMinutes() * 60 + date.getSeconds();
}`,
  },
  withTime: {
    text: `
/** The same day at another time. */
function withTime(date: Date, seconds: number): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate(), 0, 0, seconds);
}`,
  },
  withPart: {
    uses: ['failWith'],
    text: `
/** Seconds since midnight with another hour, minute or second. */
function withPart(seconds: number, part: 'hour' | 'minute' | 'second', value: number): number {
  const unit = { hour: 3600, minute: 60, second: 1 }[part];
  const size = part === 'hour' ? 24 : 60;
  if (value < 0 || value >= size) failWith(\`A time has no \${part} \${value}.\`);
  return seconds + (value - (Math.trunc(seconds / unit) % size)) * unit;
}`,
  },
  addToDate: {
    uses: ['failWith'],
    text: `
/** A later or earlier moment. The one that is given stays as it is. */
function addToDate(
  date: Date,
  by: { years?: number; months?: number; days?: number; hours?: number; minutes?: number; seconds?: number },
): Date {
  const moved = new Date(
    date.getFullYear() + (by.years ?? 0),
    date.getMonth() + (by.months ?? 0),
    date.getDate() + (by.days ?? 0),
    date.getHours() + (by.hours ?? 0),
    date.getMinutes() + (by.minutes ?? 0),
    date.getSeconds() + (by.seconds ?? 0),
  );
  const year = moved.getFullYear();
  return year >= 1 && year <= 9999 ? moved : failWith('The date lies outside the years 1 to 9999.');
}`,
  },
  startOf: {
    text: `
/** The first second of the hour, day, week (from Monday), month, quarter or year; \`next\` of the following one. */
function startOf(date: Date, unit: 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year', next = 0): Date {
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
  switch (unit) {
    case 'hour':
      return new Date(year, month, day, date.getHours() + next);
    case 'day':
      return new Date(year, month, day + next);
    case 'week':
      return new Date(year, month, day - ((date.getDay() + 6) % 7) + 7 * next);
    case 'month':
      return new Date(year, month + next);
    case 'quarter':
      return new Date(year, month - (month % 3) + 3 * next);
    case 'year':
      return new Date(year + next, 0);
  }
}`,
  },
  weekOf: {
    text: `
/** The number of the week, as ISO 8601 counts. */
function weekOf(date: Date): number {
  const thursday = new Date(date.getFullYear(), date.getMonth(), date.getDate() + 3 - ((date.getDay() + 6) % 7));
  const first = new Date(thursday.getFullYear(), 0, 4);
  return 1 + Math.round(((thursday.getTime() - first.getTime()) / 86_400_000 - 3 + ((first.getDay() + 6) % 7)) / 7);
}`,
  },
  secondsBetween: {
    text: `
/** Seconds from one moment to another, by what the clock on the wall shows. */
function secondsBetween(from: Date, to: Date): number {
  const wall = (date: Date): number => date.getTime() - date.getTimezoneOffset() * 60_000;
  return Math.trunc((wall(to) - wall(from)) / 1000);
}`,
  },
  dateByCodes: {
    uses: ['two', 'weekOf'],
    text: `
/** A moment in a format of codes such as DD2.MM2.YY4 HH24:MI2:SS2; everything else in the format stays. */
function dateByCodes(date: Date, format: string, months?: string, days?: string): string {
  const monthNames = months ?? 'January,February,March,April,May,June,July,August,September,October,November,December';
  const dayNames = days ?? 'Sunday,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday';
  const hour12 = ((date.getHours() + 11) % 12) + 1;
  const thursday = new Date(date.getFullYear(), date.getMonth(), date.getDate() + 3 - ((date.getDay() + 6) % 7));
  const codes: Record<string, () => string | number> = {
    WEEKDAY: () => ((date.getDay() + 6) % 7) + 1,
    ISOWY4: () => thursday.getFullYear(),
    ISOWY2: () => two(thursday.getFullYear() % 100),
    ISOW1: () => weekOf(date),
    ISOW2: () => two(weekOf(date)),
    MONTH: () => monthNames.split(',')[date.getMonth()] ?? '',
    HH24: () => two(date.getHours()),
    HH12: () => two(hour12),
    WDAY: () => dayNames.split(',')[date.getDay()] ?? '',
    AMPM: () => (date.getHours() < 12 ? 'am' : 'pm'),
    YY4: () => String(date.getFullYear()).padStart(4, '0'),
    YY2: () => two(date.getFullYear() % 100),
    MM1: () => date.getMonth() + 1,
    MM2: () => two(date.getMonth() + 1),
    DD1: () => date.getDate(),
    DD2: () => two(date.getDate()),
    H24: () => date.getHours(),
    H12: () => hour12,
    MI2: () => two(date.getMinutes()),
    SS2: () => two(date.getSeconds()),
  };
  return format.replace(new RegExp(Object.keys(codes).join('|'), 'g'), (code) => String(codes[code]()));
}`,
  },
} as const;
