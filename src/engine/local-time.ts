import { Temporal } from 'temporal-polyfill';

/**
 * The instant of `showAt=2026-03-02 09:00:03`, the parameter of a delayed bot message: local time of the
 * world's zone, as scripts see it (chat-domain §6.3). Null when it is not of that form.
 */
export function showAtOf(specialParam: string, timeZone: string): number | null {
  const text = /^showAt=(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})$/i.exec(specialParam.trim());
  if (text === null) return null;
  try {
    const local = Temporal.PlainDateTime.from(`${text[1] ?? ''}T${text[2] ?? ''}`);
    return local.toZonedDateTime(timeZone).epochMilliseconds;
  } catch {
    return null;
  }
}

/** An instant as `2026-03-02 09:00:03` in a zone: how a person there reads it, and how scripts write a DateTime. */
export function localTimeOf(at: number, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return local.toString({ smallestUnit: 'second' }).replace('T', ' ');
}

/** An instant as `2026-03-02T10:00:03+01:00`, with milliseconds where it has any: ISO 8601 with the offset of a zone then. */
export function zonedTimeOf(at: number, timeZone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return zoned.toString({
    timeZoneName: 'never',
    smallestUnit: at % 1000 === 0 ? 'second' : 'millisecond',
  });
}

/** How far a zone's clocks are ahead of UTC at an instant, in minutes: 120 in Oslo in summer. */
export const offsetOf = (at: number, timeZone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).offsetNanoseconds / 60e9;
