import { lastInstant } from '../engine/numbers.ts';

const instantForm =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/;
const durationForm = /^(\d+)(ms|s|m|h|d)$/;
const unit: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * Milliseconds since 1970 of an ISO 8601 instant, or null when there is no such moment: no 31 February, and none
 * that its zone puts outside the years 1 to 9999, which is as far as an event can say.
 */
export function parseInstant(text: string): number | null {
  const parts = instantForm.exec(text);
  if (parts === null) return null;
  const [year, month, day, hour, minute, second, zoneHour, zoneMinute] = [1, 2, 3, 4, 5, 6, 9, 10].map((n) =>
    Number(parts[n] ?? 0),
  ) as [number, number, number, number, number, number, number, number];
  if (year < 1 || month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return null;
  if (zoneHour > 23 || zoneMinute > 59 || day < 1 || day > daysIn(year, month)) return null;
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  local.setUTCHours(hour, minute, second, Number((parts[7] ?? '').slice(0, 3).padEnd(3, '0')));
  const zone = (zoneHour * 60 + zoneMinute) * 60_000;
  const instant = local.getTime() - (parts[8] === '-' ? -zone : zone);
  return instant >= firstInstant && instant <= lastInstant ? instant : null;
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * The instant that the `at` of a step means (rulings 14): an ISO instant, or `+90s`, counted from the
 * clock as it stands. Null when it is neither.
 */
export function parseMoment(text: string, now: number): number | null {
  if (!text.startsWith('+')) return parseInstant(text);
  const offset = parseDuration(text.slice(1));
  if (offset === null) return null;
  const due = now + offset;
  return due <= lastInstant ? due : null;
}

/** The milliseconds of a span of time such as `90s` or `200ms`; null when it is none. */
export function parseDuration(text: string): number | null {
  const parts = durationForm.exec(text);
  return parts === null ? null : Number(parts[1]) * (unit[parts[2] ?? ''] ?? 0);
}

/** The start of the year 1. */
const firstInstant = -62_135_596_800_000;
