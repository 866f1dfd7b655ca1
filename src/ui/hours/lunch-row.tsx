import type { OpeningHours } from '../../engine/definition.ts';
import { hoursWords as words } from '../words/hours-words.ts';
import type { WeekPart } from './hours-week.tsx';
import { ProblemLines } from './problem-lines.tsx';
import { problemsAt } from './problems.ts';
import { minutesOf } from './span.ts';
import { TimeField } from './time-field.tsx';

type LunchRowProps = WeekPart & {
  readonly onChange: (value: OpeningHours) => void;
  readonly isNarrow: boolean;
};

/** The lunch hour of all days, and how a day is drawn. */
export function LunchRow({ value, problems, onChange, isNarrow }: LunchRowProps) {
  const { lunch } = value;
  const own = problemsAt(problems, 'lunch');
  const set = (part: Partial<typeof lunch>) => {
    onChange({ ...value, lunch: { ...lunch, ...part } });
  };
  const field = (name: 'start' | 'stop') => (
    <TimeField
      label={name === 'start' ? words.lunchStart : words.lunchStop}
      value={lunch[name]}
      problem={own.find((problem) => problem.field === name)}
      onChange={(time) => {
        set({ [name]: time });
      }}
    />
  );
  return (
    <div class="hours-lunch">
      <label class="hours-check">
        <input
          type="checkbox"
          checked={lunch.enabled}
          onChange={(event) => {
            const enabled = event.currentTarget.checked;
            const isTime = minutesOf(lunch.start) !== null && minutesOf(lunch.stop) !== null;
            set({ enabled, ...(enabled || isTime ? {} : { start: '12:00', stop: '13:00' }) });
          }}
        />
        <span>{words.lunch}</span>
      </label>
      {lunch.enabled ? (
        <>
          {field('start')}
          <span>{words.lunchTo}</span>
          {field('stop')}
          <span class="note">{words.lunchHelp}</span>
        </>
      ) : null}
      {isNarrow ? null : (
        <span class="note hours-hint">
          {words.hint} <kbd>{words.enterKey}</kbd> {words.hintEnd}
        </span>
      )}
      <ProblemLines problems={own} />
    </div>
  );
}
