import { useId } from 'preact/hooks';

type BoxProps = {
  readonly label: string;
  readonly help: string;
  readonly on: boolean;
  /** It is in it whatever is chosen. */
  readonly always?: boolean;
  readonly disabled?: boolean;
  readonly onTick?: (on: boolean) => void;
};

/** A box with a sentence below. */
export function Box({ label, help, on, always = false, disabled = false, onTick }: BoxProps) {
  const id = useId();
  return (
    <div class="files-box">
      <input
        type="checkbox"
        id={id}
        checked={on}
        disabled={always || disabled}
        aria-describedby={`${id}-help`}
        onChange={(event) => onTick?.(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      <p class="note" id={`${id}-help`}>
        {help}
      </p>
    </div>
  );
}
