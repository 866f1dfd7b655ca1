import { isTimeZone } from '../../engine/availability.ts';
import type { OpeningHours, Weekday } from '../../engine/definition.ts';
import {
  instantOf,
  nextClockChange,
  openSpans,
  openState,
  wallOf,
  weekdays,
  weekOf,
} from '../../engine/opening-week.ts';
import { dateName, dayName } from './dates.ts';
import { hoursWords as words } from '../words/hours-words.ts';
import { spanOf } from './span.ts';

const minute = 60_000;
const day = 86_400_000;

/** A moment at which opening hours show what they do. */
export type SuggestedTime = {
  readonly kind: keyof typeof words.momentHelp;
  readonly label: string;
  readonly help: string;
  /** Milliseconds since 1970; after now. */
  readonly at: number;
};

/** The moments that are worth a try, the next of each kind: lunch, closing, opening, a closed day, a change of the clocks. */
export function suggestedTimes(hours: OpeningHours, now: number): readonly SuggestedTime[] {
  if (!hours.enabled) return [];
  const { timeZone } = hours;
  const all: SuggestedTime[] = [];
  const add = (kind: SuggestedTime['kind'], at: number | undefined, label: string) => {
    if (at !== undefined && at > now) all.push({ kind, at, label, help: words.momentHelp[kind] });
  };
  const named = (at: number) => {
    const { date, time } = wallOf(timeZone, at);
    return words.moments.closing(dayName(date), time);
  };
  add('lunch', nextLunch(hours, now), words.moments.lunch);
  const closing = nextClosing(hours, now);
  if (closing !== undefined) add('closing', closing - minute, named(closing - minute));
  const { open, until } = openState(hours, now);
  if (!open && until !== null) add('opening', until - minute, named(until - minute));
  const closed = nextClosedDay(hours, now);
  if (closed !== undefined) add('closedDay', closed.at, words.moments.closedDay(words.long[closed.day]));
  const change = isTimeZone(timeZone) ? nextClockChange(timeZone, now) : null;
  if (change !== null) add('change', change.at - minute, words.moments.change(dateName(change.date)));
  return all;
}

const daysAhead = (hours: OpeningHours, now: number) => [
  ...weekOf(hours.timeZone, now).days,
  ...weekOf(hours.timeZone, now + 7 * day).days,
];

/** When the next lunch begins that closes anything. */
function nextLunch(hours: OpeningHours, now: number): number | undefined {
  const lunch = hours.lunch.enabled ? spanOf(hours.lunch) : null;
  if (lunch === null) return undefined;
  return daysAhead(hours, now)
    .filter((one) => {
      const span = hours.days[one.day].enabled ? spanOf(hours.days[one.day]) : null;
      return span !== null && span[0] < lunch[0] && lunch[0] < span[1];
    })
    .map(({ date }) => instantOf(hours.timeZone, date, hours.lunch.start))
    .find((at) => at > now);
}

/** When the last open day of a week closes for the night. */
function nextClosing(hours: OpeningHours, now: number): number | undefined {
  const last = weekdays
    .slice(0, 5)
    .findLast((one) => hours.days[one].enabled && spanOf(hours.days[one]) !== null);
  return daysAhead(hours, now)
    .filter((one) => one.day === last)
    .flatMap(({ from, to }) => openSpans(hours, from, to).at(-1)?.[1] ?? [])
    .find((at) => at - minute > now);
}

function nextClosedDay(
  hours: OpeningHours,
  now: number,
): { readonly day: Weekday; readonly at: number } | undefined {
  return daysAhead(hours, now)
    .filter((one) => !hours.days[one.day].enabled)
    .map((one) => ({ day: one.day, at: instantOf(hours.timeZone, one.date, '12:00') }))
    .find(({ at }) => at > now);
}
