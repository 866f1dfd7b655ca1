import type { ComponentChildren } from 'preact';
import type { Hours } from '../../engine/definition.ts';
import { wallOf, type Week, type WeekDay } from '../../engine/opening-week.ts';
import { DayFields } from './day-fields.tsx';
import { DaySwitch, useOpenMinutes } from './day-row.tsx';
import { hoursWords as words } from '../words/hours-words.ts';
import type { WeekPart } from './hours-week.tsx';
import { ProblemLines } from './problem-lines.tsx';
import { problemsAt } from './problems.ts';

type WeekListProps = WeekPart & { readonly week: Week; readonly name: ComponentChildren };

/** The week where there is no room to draw on: a day below the other, with its times to be typed. */
export function WeekList({ week, name, ...part }: WeekListProps) {
  const today = wallOf(part.value.timeZone, part.now);
  return (
    <div class="week-list" role="group" aria-label={words.weekLabel}>
      <div class="week-list-head">
        {name}
        <span>{words.open}</span>
      </div>
      {week.days.map((one) => (
        <Day key={one.day} {...part} one={one} isToday={one.date === today.date} />
      ))}
    </div>
  );
}

type DayProps = WeekPart & { readonly one: WeekDay; readonly isToday: boolean };

function Day({ one, isToday, ...part }: DayProps) {
  const { value, problems, closedText, setDay } = part;
  const hours = value.days[one.day];
  const own = problemsAt(problems, one.day);
  const minutes = useOpenMinutes(part, one);
  const set = (next: Hours) => {
    setDay(one.day, next);
  };
  return (
    <div class={isToday ? 'week-row today' : 'week-row'} data-day={one.day}>
      <DaySwitch one={one} hours={hours} onChange={set} />
      <span class="week-sum">{words.sum(minutes)}</span>
      {hours.enabled ? (
        <DayFields day={one.day} hours={hours} problems={own} onChange={set} />
      ) : (
        <span class="note">{closedText}</span>
      )}
      <ProblemLines problems={own} />
    </div>
  );
}
