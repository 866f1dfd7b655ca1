import { useSignal } from '@preact/signals';
import type { OpeningHours, Weekday } from '../../engine/definition.ts';
import { weekdays } from '../../engine/opening-week.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { Popover } from '../controls/popover.tsx';
import { hoursWords as words } from '../words/hours-words.ts';

type CopyDaysProps = {
  readonly value: OpeningHours;
  readonly onChange: (value: OpeningHours) => void;
};

const others = weekdays.slice(1);
const workdays = others.filter((day) => day !== 'sat' && day !== 'sun');

/** Gives other days the hours of Monday. */
export function CopyDays(props: CopyDaysProps) {
  return (
    <Popover
      label={
        <>
          <LaterIcon name="copy" /> {words.copy}
        </>
      }
      name={words.copy}
      class="plain"
      role="dialog"
    >
      {(close) => <CopyForm {...props} close={close} />}
    </Popover>
  );
}

function CopyForm({ value, onChange, close }: CopyDaysProps & { readonly close: () => void }) {
  const chosen = useSignal<ReadonlySet<Weekday>>(new Set(workdays));
  const choose = (days: readonly Weekday[]) => {
    chosen.value = new Set(days);
  };
  const copy = () => {
    const copied = Object.fromEntries([...chosen.value].map((day) => [day, value.days.mon]));
    onChange({ ...value, days: { ...value.days, ...copied } });
    close();
  };
  // No form: it may stand in one.
  return (
    <div
      class="small-form"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        copy();
      }}
    >
      <p>{words.copyTitle}</p>
      {others.map((day) => (
        <label key={day} class="hours-check">
          <input
            type="checkbox"
            checked={chosen.value.has(day)}
            onChange={(event) => {
              const rest = [...chosen.value].filter((one) => one !== day);
              choose(event.currentTarget.checked ? [...rest, day] : rest);
            }}
          />
          <span>{words.long[day]}</span>
        </label>
      ))}
      <div class="row spread">
        <button
          type="button"
          class="quiet"
          onClick={() => {
            choose(workdays);
          }}
        >
          {words.copyWeekdays}
        </button>
        <button
          type="button"
          class="quiet"
          onClick={() => {
            choose(others);
          }}
        >
          {words.copyAll}
        </button>
        <button type="button" class="primary" disabled={chosen.value.size === 0} onClick={copy}>
          {words.copyDo}
        </button>
      </div>
    </div>
  );
}
