import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Hours } from '../../engine/definition.ts';
import { openSpans, type WeekDay } from '../../engine/opening-week.ts';
import { shortDate } from './dates.ts';
import { DayFields } from './day-fields.tsx';
import { DayTrack } from './day-track.tsx';
import { hoursWords as words } from '../words/hours-words.ts';
import type { WeekPart } from './hours-week.tsx';
import { ProblemLines } from './problem-lines.tsx';
import { problemsAt } from './problems.ts';
import type { Range } from './range.ts';

/** Minutes that a day is open, by the rule of the chat: on the day on which clocks are changed, too. */
export function useOpenMinutes({ value }: Pick<WeekPart, 'value'>, { day, from, to }: WeekDay): number {
  const { enabled, timeZone, lunch } = value;
  const hours = value.days[day];
  return useMemo(() => {
    const spans = openSpans({ enabled, timeZone, lunch, days: value.days }, from, to);
    return spans.reduce((sum, [begin, end]) => sum + (end - begin), 0) / 60_000;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the other days are not asked about
  }, [enabled, timeZone, lunch, hours, from, to]);
}

type DaySwitchProps = {
  readonly one: WeekDay;
  readonly hours: Hours;
  readonly onChange: (hours: Hours) => void;
};

/** A day with its switch and its date. */
export const DaySwitch = ({ one, hours, onChange }: DaySwitchProps) => (
  <span class="week-day">
    <button
      type="button"
      role="switch"
      class="switch"
      aria-checked={hours.enabled}
      aria-label={words.dayOpen(words.long[one.day])}
      onClick={() => {
        onChange(switched(hours));
      }}
    />
    <b>{words.short[one.day]}</b>
    <span class="note">{shortDate(one.date)}</span>
  </span>
);

/** A day that is opened has hours; one that is closed keeps those that it had. */
function switched(hours: Hours): Hours {
  const isKept = /^\d\d:\d\d$/.test(hours.start) && /^\d\d:\d\d$/.test(hours.stop);
  return { ...(isKept ? hours : { start: '08:00', stop: '16:00' }), enabled: !hours.enabled };
}

type DayRowProps = WeekPart & {
  readonly one: WeekDay;
  readonly range: Range;
  /** The minute that it is now, on the day of the clock; null on others. */
  readonly at: number | null;
  readonly isWeekend: boolean;
};

/** A day of the week: its switch, its line to draw on or the fields to type in, and how long it is open. */
export function DayRow({ one, range, at, isWeekend, ...part }: DayRowProps) {
  const { value, problems, closedText, setDay } = part;
  const typing = useSignal(false);
  const hours = value.days[one.day];
  const own = problemsAt(problems, one.day);
  const minutes = useOpenMinutes(part, one);
  const set = (next: Hours) => {
    setDay(one.day, next);
  };
  const isTyped = hours.enabled && (typing.value || own.some(({ bad }) => bad));
  return (
    <div class={`week-row ${isWeekend ? 'weekend' : ''} ${hours.enabled ? '' : 'shut'}`} data-day={one.day}>
      <DaySwitch one={one} hours={hours} onChange={set} />
      {isTyped ? (
        <DayFields
          day={one.day}
          hours={hours}
          problems={own}
          takesFocus={typing.value}
          onChange={set}
          onDone={() => {
            typing.value = false;
          }}
        />
      ) : (
        <DayTrack
          one={one}
          value={value}
          range={range}
          at={at}
          closedText={closedText}
          onChange={set}
          onType={() => {
            typing.value = true;
          }}
        />
      )}
      <span class="week-sum">{words.sum(minutes)}</span>
      <ProblemLines problems={own} />
    </div>
  );
}
