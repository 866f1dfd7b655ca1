import { useId } from 'preact/hooks';

type SwitchFieldProps = {
  readonly label: string;
  /** What the product does, and what changes when it is on. */
  readonly help: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly onSwitch: (on: boolean) => void;
};

/** A switch with a sentence below: it acts at once. */
export function SwitchField({ label, help, on, disabled = false, onSwitch }: SwitchFieldProps) {
  const id = useId();
  return (
    <div class="switch-field">
      <button
        type="button"
        role="switch"
        class="switch"
        id={id}
        aria-checked={on}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-help`}
        disabled={disabled}
        onClick={() => {
          onSwitch(!on);
        }}
      />
      <label id={`${id}-label`} for={id}>
        {label}
      </label>
      <p class="note" id={`${id}-help`}>
        {help}
      </p>
    </div>
  );
}
