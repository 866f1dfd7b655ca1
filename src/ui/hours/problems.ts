import type { OpeningHours, Weekday } from '../../engine/definition.ts';
import { isTimeZone } from '../../engine/availability.ts';
import { weekdays } from '../../engine/opening-week.ts';
import { hoursWords as words } from '../words/hours-words.ts';
import { aroundLunch, minutesOf, spanOf } from './span.ts';

/** What is the matter with opening hours, and beside which field that is said. */
export type HoursProblem = {
  readonly at: Weekday | 'lunch' | 'zone' | 'week';
  readonly field?: 'start' | 'stop';
  readonly text: string;
  /** It keeps the channel from being saved; else it can be saved and does something that hardly anybody wants. */
  readonly bad: boolean;
};

/** Everything that is the matter with these hours, in the order in which it stands in the form. */
export function hoursProblems(hours: OpeningHours): readonly HoursProblem[] {
  if (!hours.enabled) return [];
  const { timeZone, lunch, days } = hours;
  const zone: readonly HoursProblem[] = isTimeZone(timeZone)
    ? []
    : [{ at: 'zone', text: words.problems.zone(timeZone), bad: true }];
  const open = weekdays.filter((day) => days[day].enabled);
  const never: readonly HoursProblem[] =
    open.length > 0 ? [] : [{ at: 'week', text: words.problems.never, bad: false }];
  return [
    ...zone,
    ...(lunch.enabled ? ofLunch(hours, open) : []),
    ...open.flatMap((day) => ofDay(hours, day)),
    ...never,
  ];
}

function ofDay({ days, lunch }: OpeningHours, day: Weekday): readonly HoursProblem[] {
  const today = days[day];
  const wrong = ofTimes(day, today, [words.problems.equal, words.problems.before]);
  const span = spanOf(today);
  if (wrong.length > 0 || span === null || !lunch.enabled) return wrong;
  if (aroundLunch(span, spanOf(lunch)).length > 0) return [];
  return [{ at: day, text: words.problems.lunchOnly(words.long[day]), bad: false }];
}

function ofLunch({ days, lunch }: OpeningHours, open: readonly Weekday[]): readonly HoursProblem[] {
  const wrong = ofTimes('lunch', lunch, [words.problems.lunchEqual, words.problems.lunchBefore]);
  const span = spanOf(lunch);
  if (wrong.length > 0 || span === null) return wrong;
  const spans = open.flatMap((day) => spanOf(days[day]) ?? []);
  const isWithin =
    open.length === 0 ||
    open.some((day) => {
      const today = spanOf(days[day]);
      return today !== null && today[0] < span[1] && span[0] < today[1];
    });
  return isWithin || spans.length === 0
    ? []
    : [{ at: 'lunch', text: words.problems.lunchOutside, bad: false }];
}

type Times = { readonly start: string; readonly stop: string };

/** What is wrong with two times as such. */
function ofTimes(
  at: HoursProblem['at'],
  times: Times,
  [equal, before]: readonly [string, string],
): readonly HoursProblem[] {
  const wrong = (['start', 'stop'] as const).flatMap((field): readonly HoursProblem[] => {
    if (times[field] === '') return [{ at, field, text: words.problems.empty, bad: true }];
    return minutesOf(times[field]) === null ? [{ at, field, text: words.problems.form, bad: true }] : [];
  });
  if (wrong.length > 0 || times.start < times.stop) return wrong;
  return [{ at, field: 'stop', text: times.start === times.stop ? equal : before, bad: true }];
}

/** Those that stand beside a day, lunch, the zone or the week. */
export const problemsAt = (
  problems: readonly HoursProblem[],
  at: HoursProblem['at'],
): readonly HoursProblem[] => problems.filter((problem) => problem.at === at);
