import { useMemo } from 'preact/hooks';
import type { OpeningHours } from '../../engine/definition.ts';
import { isTimeZone } from '../../engine/availability.ts';
import { nextClockChange, weekdays, type ClockChange } from '../../engine/opening-week.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { fullDate } from './dates.ts';
import { hoursWords as words } from '../words/hours-words.ts';
import { minutesOf, spanOf } from './span.ts';
import { placeOf } from './zones.ts';

type ClockChangeNoteProps = { readonly value: OpeningHours; readonly now: number };

/** What the next change of the clocks does to the hours, where there is one. */
export function ClockChangeNote({ value, now }: ClockChangeNoteProps) {
  const { timeZone } = value;
  const change = useMemo(
    () => (isTimeZone(timeZone) ? nextClockChange(timeZone, now) : null),
    [timeZone, now],
  );
  if (change === null) return null;
  const { date, from, to } = change;
  const opens = openingOf(value, change);
  return (
    <div class="hours-change">
      <LaterIcon name="sun" size={16} />
      <p>
        <b>{titleOf(change)(fullDate(date))}</b> {words.change.clocks(from, to)}{' '}
        {opens === null ? null : words.change.hours(placeOf(timeZone), ...opens)}
      </p>
    </div>
  );
}

function titleOf({ offsets: [before, after], comesBack }: ClockChange): (date: string) => string {
  if (!comesBack) return words.change.other;
  return after > before ? words.change.forward : words.change.back;
}

/** When the first open day of a week opens, in UTC: before the change, and after it. */
function openingOf(value: OpeningHours, { offsets }: ClockChange): readonly [string, string] | null {
  const first = weekdays.find((day) => value.days[day].enabled && spanOf(value.days[day]) !== null);
  const start = first === undefined ? null : minutesOf(value.days[first].start);
  if (start === null) return null;
  const inUtc = (offset: number): string => {
    const minutes = (start - offset + 2 * 1440) % 1440;
    const two = (n: number) => String(n).padStart(2, '0');
    return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  };
  return [inUtc(offsets[0]), inUtc(offsets[1])];
}
