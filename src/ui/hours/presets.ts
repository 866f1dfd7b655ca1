import type { Hours, OpeningHours, Weekday } from '../../engine/definition.ts';
import { weekdays } from '../../engine/opening-week.ts';
import type { hoursWords } from '../words/hours-words.ts';

type PresetName = keyof typeof hoursWords.presets;

const week = (value: OpeningHours, hoursOf: (day: Weekday, before: Hours) => Hours): OpeningHours => ({
  ...value,
  days: Object.fromEntries(
    weekdays.map((day) => [day, hoursOf(day, value.days[day])]),
  ) as OpeningHours['days'],
});

const isWorkday = (day: Weekday): boolean => day !== 'sat' && day !== 'sun';
const open = (start: string, stop: string): Hours => ({ enabled: true, start, stop });
const shut = (before: Hours): Hours => ({ ...before, enabled: false });

/** Weeks as many have them. Zone and lunch stay as they are. */
export const presets: readonly {
  readonly name: PresetName;
  readonly make: (value: OpeningHours) => OpeningHours;
}[] = [
  {
    name: 'office',
    make: (value) => week(value, (day, before) => (isWorkday(day) ? open('08:00', '16:00') : shut(before))),
  },
  {
    name: 'shop',
    make: (value) =>
      week(value, (day, before) =>
        isWorkday(day) ? open('09:00', '20:00') : day === 'sat' ? open('10:00', '16:00') : shut(before),
      ),
  },
  { name: 'long', make: (value) => week(value, () => open('07:00', '22:00')) },
  { name: 'always', make: (value) => week(value, () => open('00:00', '23:59')) },
  { name: 'never', make: (value) => week(value, (_, before) => shut(before)) },
];
