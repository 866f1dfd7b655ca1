import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { HoursProblem } from './problems.ts';
import { stepMinutes, minutesOf, timeFrom, timeOf } from './span.ts';

type TimeFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly problem: HoursProblem | undefined;
  readonly onChange: (time: string) => void;
  /** Enter was pressed, after what was typed is taken. */
  readonly onEnter?: () => void;
};

/** A time of day as it is typed, `8` or `8.30` too; ↑ and ↓ go on by a quarter of an hour. It is taken when it is left. */
export function TimeField({ label, value, problem, onChange, onEnter }: TimeFieldProps) {
  const id = useId();
  const typed = useSignal<string | null>(null);
  const take = () => {
    const text = typed.peek();
    typed.value = null;
    if (text !== null && timeFrom(text) !== value) onChange(timeFrom(text));
  };
  const key = (event: KeyboardEvent) => {
    const by = { ArrowUp: stepMinutes, ArrowDown: -stepMinutes }[event.key];
    const minutes = minutesOf(timeFrom(typed.peek() ?? value));
    if (event.key === 'Enter') {
      event.preventDefault();
      take();
      onEnter?.();
    } else if (event.key === 'Escape' && typed.peek() !== null) {
      event.stopPropagation();
      typed.value = null;
    } else if (by !== undefined && minutes !== null) {
      event.preventDefault();
      typed.value = null;
      onChange(timeOf(minutes + by));
    }
  };
  return (
    <span class="time-field">
      <input
        type="text"
        inputMode="numeric"
        autocomplete="off"
        maxLength={8}
        aria-label={label}
        aria-invalid={problem?.bad === true}
        {...(problem === undefined ? {} : { 'aria-describedby': id })}
        value={typed.value ?? value}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
        }}
        onBlur={take}
        onKeyDown={key}
      />
      {problem === undefined ? null : (
        <span class="hidden-text" id={id}>
          {problem.text}
        </span>
      )}
    </span>
  );
}
