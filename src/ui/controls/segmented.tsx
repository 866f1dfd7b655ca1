import { LaterIcon } from './later-icon.tsx';
import type { LaterIconName } from './later-icon-names.ts';
import './segmented.css';

type SegmentedProps<Name extends string> = {
  readonly id?: string;
  readonly label: string;
  readonly choices: readonly { readonly name: Name; readonly label: string; readonly icon?: LaterIconName }[];
  readonly chosen: Name;
  readonly onChoose: (name: Name) => void;
};

/** Two to five choices of one kind. */
export const Segmented = <Name extends string>(props: SegmentedProps<Name>) => {
  const { id, label, choices, chosen, onChoose } = props;
  return (
    <div
      class="segmented"
      role="group"
      aria-label={label}
      {...(id === undefined ? {} : { id, tabIndex: -1 })}
    >
      {choices.map(({ name, label: text, icon }) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === chosen}
          onClick={() => {
            onChoose(name);
          }}
        >
          {icon === undefined ? null : <LaterIcon name={icon} />} {text}
        </button>
      ))}
    </div>
  );
};
