import { useEffect, useRef } from 'preact/hooks';
import type { Hours, Weekday } from '../../engine/definition.ts';
import { hoursWords as words } from '../words/hours-words.ts';
import type { HoursProblem } from './problems.ts';
import { TimeField } from './time-field.tsx';

type DayFieldsProps = {
  readonly day: Weekday;
  readonly hours: Hours;
  readonly problems: readonly HoursProblem[];
  readonly takesFocus?: boolean;
  readonly onChange: (hours: Hours) => void;
  /** Nobody types any more; without it the fields stay. */
  readonly onDone?: () => void;
};

/** The two times of a day to be typed. */
export function DayFields({ day, hours, problems, takesFocus = false, onChange, onDone }: DayFieldsProps) {
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    const first = box.current?.querySelector('input');
    first?.focus();
    first?.select();
  }, [takesFocus]);
  const field = (name: 'start' | 'stop') => (
    <TimeField
      label={words[name](words.long[day])}
      value={hours[name]}
      problem={problems.find((problem) => problem.field === name)}
      onChange={(time) => {
        onChange({ ...hours, [name]: time });
      }}
      onEnter={() => {
        if (onDone === undefined) return;
        backToDay(box.current);
        onDone();
      }}
    />
  );
  return (
    <span
      ref={box}
      class="day-fields"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || onDone === undefined) return;
        event.stopPropagation();
        backToDay(box.current);
        onDone();
      }}
    >
      {field('start')}
      <span aria-hidden="true">–</span>
      {field('stop')}
      {onDone === undefined ? null : (
        <button
          type="button"
          class="quiet small"
          onClick={() => {
            backToDay(box.current);
            onDone();
          }}
        >
          {words.done}
        </button>
      )}
    </span>
  );
}

/** The focus goes to what takes the place of the fields, once it stands there. */
function backToDay(box: HTMLElement | null): void {
  const row = box?.closest('.week-row');
  requestAnimationFrame(() => {
    row?.querySelector<HTMLElement>('.day-bar')?.focus();
  });
}
