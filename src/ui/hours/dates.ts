/* Days of a calendar as people read them. They have no zone: `2026-03-29` is that day wherever it is read. */

const formats = {
  date: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }),
  short: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  day: new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }),
} as const;

const of = (date: string): number => Date.parse(`${date}T12:00:00Z`);

/** `29 March`. */
export const dateName = (date: string): string => formats.date.format(of(date));

/** `29 Mar`. */
export const shortDate = (date: string): string => formats.short.format(of(date));

/** `Sunday`. */
export const dayName = (date: string): string => formats.day.format(of(date));

/** `Sunday 29 March`. */
export const fullDate = (date: string): string => `${dayName(date)} ${dateName(date)}`;
