import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { Hours, OpeningHours, Weekday } from '../../engine/definition.ts';
import { weekOf, type Week } from '../../engine/opening-week.ts';
import { useNarrowerThan } from '../controls/use-narrower-than.ts';
import { ClockChangeNote } from './clock-change.tsx';
import { HoursHead } from './hours-head.tsx';
import { hoursWords as words } from '../words/hours-words.ts';
import { LunchRow } from './lunch-row.tsx';
import { ProblemLines } from './problem-lines.tsx';
import { hoursProblems, problemsAt, type HoursProblem } from './problems.ts';
import { TryIt } from './try-it.tsx';
import { WeekGrid } from './week-grid.tsx';
import { WeekList } from './week-list.tsx';
import './hours.css';
import { LaterIcon } from '../controls/later-icon.tsx';

type WeekNameProps = {
  readonly number: number;
  /** How many weeks after that of the clock it is. */
  readonly ahead: number;
  readonly onAhead: (ahead: number) => void;
};

/** Which week is shown; the hours are the same in all of them, the days and what becomes of the clocks are not. */
const WeekName = ({ number, ahead, onAhead }: WeekNameProps) => (
  <span class="week-name">
    <button
      type="button"
      class="quiet icon-button"
      aria-label={words.weekBefore}
      title={words.weekBefore}
      onClick={() => {
        onAhead(ahead - 1);
      }}
    >
      <LaterIcon name="back" size={13} />
    </button>
    <span role="status">{words.week(number)}</span>
    <button
      type="button"
      class="quiet icon-button"
      aria-label={words.weekAfter}
      title={words.weekAfter}
      onClick={() => {
        onAhead(ahead + 1);
      }}
    >
      <LaterIcon name="arrow" size={13} />
    </button>
  </span>
);

export type HoursWeekProps = {
  /** As they stand in the form; times may be wrong or missing. */
  readonly value: OpeningHours;
  readonly onChange: (value: OpeningHours) => void;
  /** The shown clock, in milliseconds since 1970. */
  readonly now: number;
  /** Moves the clock to an instant that is still to come; without it nothing is offered to be tried. */
  readonly onJump?: ((at: number) => void) | undefined;
  /** What is the matter with the hours; worked out from them where it is left out. */
  readonly problems?: readonly HoursProblem[];
  /** A bot answers on the channel, at any time. */
  readonly bot?: boolean;
  /** They are not saved yet, so the clock would show what is. */
  readonly unsaved?: boolean;
};

/** Pixels below which there is no room to draw on: the week is a list of days with their times then. */
const drawable = 600;

/** What the parts of the week share. */
export type WeekPart = {
  readonly value: OpeningHours;
  readonly now: number;
  readonly problems: readonly HoursProblem[];
  readonly closedText: string;
  readonly setDay: (day: Weekday, hours: Hours) => void;
};

/** The week of an instant, or one so many weeks later, asked for by its Thursday: whatever becomes of the clocks, that is within. */
function weeksAfter(timeZone: string, now: number, ahead: number): Week {
  const own = weekOf(timeZone, now);
  const thursday = own.days[3]?.from ?? now;
  return ahead === 0 ? own : weekOf(timeZone, thursday + 43_200_000 + ahead * 7 * 86_400_000);
}

/** The opening hours of a channel as a week: drawn on where there is room, typed everywhere (chat-domain §7). */
export function HoursWeek(props: HoursWeekProps) {
  const { value, onChange, now, onJump, bot = false, unsaved = false } = props;
  const box = useRef<HTMLElement>(null);
  const isNarrow = useNarrowerThan(box, drawable);
  const worked = useMemo(() => hoursProblems(value), [value]);
  const problems = props.problems ?? worked;
  const minute = Math.floor(now / 60_000) * 60_000;
  const ahead = useSignal(0);
  const week = useMemo(
    () => weeksAfter(value.timeZone, minute, ahead.value),
    [value.timeZone, minute, ahead.value],
  );
  const name = (
    <WeekName
      number={week.number}
      ahead={ahead.value}
      onAhead={(next) => {
        ahead.value = next;
      }}
    />
  );
  const part: WeekPart = {
    value,
    now: minute,
    problems,
    closedText: bot ? words.closedWithBot : words.closedDay,
    setDay: (day, hours) => {
      onChange({ ...value, days: { ...value.days, [day]: hours } });
    },
  };
  return (
    <section ref={box} class="hours" aria-label={words.title}>
      <HoursHead {...part} onChange={onChange} />
      {value.enabled ? (
        <>
          <LunchRow {...part} onChange={onChange} isNarrow={isNarrow} />
          {isNarrow ? (
            <WeekList {...part} week={week} name={name} />
          ) : (
            <WeekGrid {...part} week={week} name={name} onChange={onChange} />
          )}
          <p class="note">{words.noNight}</p>
          <ProblemLines problems={problemsAt(problems, 'week')} />
          <div class="hours-foot">
            <ClockChangeNote value={value} now={minute} />
            {onJump === undefined ? null : (
              <TryIt value={value} now={minute} onJump={onJump} unsaved={unsaved} />
            )}
          </div>
        </>
      ) : (
        <p class="note">{words.off}</p>
      )}
    </section>
  );
}
