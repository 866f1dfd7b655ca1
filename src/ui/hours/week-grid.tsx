import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { OpeningHours } from '../../engine/definition.ts';
import { weekdays, wallOf, type Week } from '../../engine/opening-week.ts';
import { DayRow } from './day-row.tsx';
import { hoursWords as words } from '../words/hours-words.ts';
import type { WeekPart } from './hours-week.tsx';
import { LunchTrack } from './lunch-track.tsx';
import { placeOn, rangeOf, type Range } from './range.ts';
import { minutesOf } from './span.ts';

type WeekGridProps = WeekPart & {
  readonly week: Week;
  readonly name: ComponentChildren;
  readonly onChange: (value: OpeningHours) => void;
};

/** The week to draw on: a row for lunch and one for each day, the same hours below one another. */
export function WeekGrid({ week, name, onChange, ...part }: WeekGridProps) {
  const { value, now } = part;
  const all = useSignal(false);
  const today = wallOf(value.timeZone, now);
  const at = minutesOf(today.time) ?? 0;
  const range = rangeOf(value, all.value);
  const isUsual = !all.value && range.from > 0;
  return (
    <div class="week-grid" role="group" aria-label={words.weekLabel}>
      <div class="week-head">
        {name}
        <HourMarks range={range} now={at} />
        <span class="week-sum">
          <button
            type="button"
            class="quiet small"
            aria-pressed={all.value}
            title={isUsual ? words.wholeDay : words.usualHours}
            aria-label={words.wholeDay}
            onClick={() => {
              all.value = !all.value;
            }}
          >
            24 h
          </button>
          {words.open}
        </span>
      </div>
      <LunchTrack value={value} range={range} onChange={onChange} />
      {week.days.map((one) => (
        <DayRow
          key={one.day}
          {...part}
          one={one}
          range={range}
          at={one.date === today.date ? at : null}
          isWeekend={weekdays.indexOf(one.day) > 4}
        />
      ))}
    </div>
  );
}

/** Every second hour by its name, and the time that it is now. */
function HourMarks({ range, now }: { readonly range: Range; readonly now: number }) {
  const hours = Array.from({ length: (range.to - range.from) / 60 + 1 }, (_, n) => range.from / 60 + n);
  const shown = hours.filter((hour) => hour % 2 === 0 && Math.abs(hour * 60 - now) > 75);
  const isShown = now >= range.from && now <= range.to;
  const two = (n: number) => String(n).padStart(2, '0');
  return (
    <div class="week-hours" aria-hidden="true">
      {shown.map((hour) => (
        <span key={hour} style={{ left: placeOn(range, hour * 60) }}>
          {two(hour)}:00
        </span>
      ))}
      {isShown ? (
        <b style={{ left: placeOn(range, now) }}>
          {words.now(`${two(Math.floor(now / 60))}:${two(now % 60)}`)}
        </b>
      ) : null}
    </div>
  );
}
