import { useId } from 'preact/hooks';
import type { OpeningHours } from '../../engine/definition.ts';
import { openState, wallOf, weekdays } from '../../engine/opening-week.ts';
import { MenuItem, Popover } from '../controls/popover.tsx';
import { CopyDays } from './copy-days.tsx';
import { dayName } from './dates.ts';
import { hoursWords as words } from '../words/hours-words.ts';
import type { WeekPart } from './hours-week.tsx';
import { presets } from './presets.ts';
import { ProblemLines } from './problem-lines.tsx';
import { problemsAt } from './problems.ts';
import { minutesOf } from './span.ts';
import { ZonePicker } from './zone-picker.tsx';

type HoursHeadProps = WeekPart & { readonly onChange: (value: OpeningHours) => void };

/** Whether hours are used at all, what they say now, and what changes the whole week. */
export function HoursHead({ value, now, problems, onChange }: HoursHeadProps) {
  const id = useId();
  return (
    <div class="hours-head">
      <span class="hours-title">
        <button
          type="button"
          role="switch"
          class="switch"
          id={id}
          aria-checked={value.enabled}
          aria-labelledby={`${id}-label`}
          onClick={() => {
            onChange(value.enabled ? { ...kept(value), enabled: false } : { ...value, enabled: true });
          }}
        />
        <label id={`${id}-label`} for={id}>
          {words.title}
        </label>
        {value.enabled ? <StateChip value={value} now={now} /> : null}
      </span>
      {value.enabled ? (
        <span class="hours-tools">
          <ZonePicker
            zone={value.timeZone}
            now={now}
            isWrong={problemsAt(problems, 'zone').length > 0}
            onChoose={(timeZone) => {
              onChange({ ...value, timeZone });
            }}
          />
          <CopyDays value={value} onChange={onChange} />
          <Popover label={words.preset} class="plain" name={words.preset}>
            {(close) =>
              presets.map(({ name, make }) => {
                const [label, hint] = words.presets[name];
                return (
                  <MenuItem
                    key={name}
                    hint={hint}
                    onChoose={() => {
                      close();
                      onChange(make(value));
                    }}
                  >
                    {label}
                  </MenuItem>
                );
              })
            }
          </Popover>
        </span>
      ) : null}
      <ProblemLines problems={problemsAt(problems, 'zone')} />
    </div>
  );
}

/** What cannot be kept while nobody sees it is as at first. */
function kept(value: OpeningHours): OpeningHours {
  const isTime = ({ start, stop }: { start: string; stop: string }) =>
    minutesOf(start) !== null && minutesOf(stop) !== null;
  const days = Object.fromEntries(
    weekdays.map((day) => {
      const today = value.days[day];
      return [day, isTime(today) ? today : { ...today, start: '08:00', stop: '16:00' }];
    }),
  ) as OpeningHours['days'];
  const lunch = isTime(value.lunch) ? value.lunch : { ...value.lunch, start: '12:00', stop: '13:00' };
  return { ...value, days, lunch };
}

/** "Open now, until 12:00", by the rule that the chat goes by. */
function StateChip({ value, now }: { readonly value: OpeningHours; readonly now: number }) {
  const { open, until } = openState(value, now);
  const state = open ? words.openNow : words.closedNow;
  return (
    <span class={open ? 'hours-state open' : 'hours-state'} role="status">
      {until === null ? words.noChange(state) : words.until(state, momentName(value.timeZone, until, now))}
    </span>
  );
}

/** A moment in a zone: the time alone where it is today. */
function momentName(zone: string, at: number, now: number): string {
  const { date, time } = wallOf(zone, at);
  if (date === wallOf(zone, now).date) return time;
  return `${dayName(date)} ${time}`;
}
