import { LaterIcon } from '../parts/later-icon.tsx';
import type { LaterIconName } from '../parts/later-icon-names.ts';

type SegmentedProps<Name extends string> = {
  readonly label: string;
  readonly choices: readonly { readonly name: Name; readonly label: string; readonly icon: LaterIconName }[];
  readonly chosen: Name;
  readonly onChoose: (name: Name) => void;
};

/** Two to five choices of one kind. */
export const Segmented = <Name extends string>({
  label,
  choices,
  chosen,
  onChoose,
}: SegmentedProps<Name>) => (
  <div class="segmented" role="group" aria-label={label}>
    {choices.map(({ name, label: text, icon }) => (
      <button
        key={name}
        type="button"
        aria-pressed={name === chosen}
        onClick={() => {
          onChoose(name);
        }}
      >
        <LaterIcon name={icon} /> {text}
      </button>
    ))}
  </div>
);
