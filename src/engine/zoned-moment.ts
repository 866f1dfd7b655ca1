import { Temporal } from 'temporal-polyfill';

/** What a date and a time of day mean in a zone, in milliseconds since 1970. */
export type ZonedMoment =
  | { readonly kind: 'once'; readonly at: number }
  /** The clocks are put back: it comes twice. */
  | { readonly kind: 'twice'; readonly at: number; readonly second: number }
  /** The clocks are put forward and it does not come: `at` is as much later, when the clocks show `shows`. */
  | { readonly kind: 'skipped'; readonly at: number; readonly shows: string };

/**
 * The moment at which the clocks of a zone show a date and a time; null when they are none. Where summer time begins or
 * ends they may show it never, or twice.
 *
 * @param date as a calendar has it, `2026-03-02`
 * @param time `15:59`, with seconds or without
 */
export function zonedMoment(date: string, time: string, timeZone: string): ZonedMoment | null {
  try {
    const local = Temporal.PlainDateTime.from(`${date}T${time}`);
    const earlier = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
    const later = local.toZonedDateTime(timeZone, { disambiguation: 'later' });
    const [at, second] = [earlier.epochMilliseconds, later.epochMilliseconds];
    if (at === second) return { kind: 'once', at };
    if (earlier.toPlainDateTime().equals(local)) return { kind: 'twice', at, second };
    return { kind: 'skipped', at: second, shows: later.toPlainTime().toString({ smallestUnit: 'minute' }) };
  } catch {
    return null;
  }
}
