import { useSignal } from '@preact/signals';

type SureButtonProps = {
  readonly label: string;
  /** What it says once pressed: pressed again, it does it. */
  readonly sure: string;
  readonly onSure: () => void;
  readonly quiet?: boolean;
};

/** A button for what cannot be undone: it asks first, in its own place. */
export function SureButton({ label, sure, onSure, quiet = false }: SureButtonProps) {
  const asked = useSignal(false);
  return (
    <button
      type="button"
      class={`${quiet ? 'quiet' : 'plain'}${asked.value ? ' danger' : ''}`}
      aria-live="polite"
      onClick={() => {
        if (asked.value) onSure();
        asked.value = !asked.value;
      }}
      onBlur={() => {
        asked.value = false;
      }}
    >
      {asked.value ? sure : label}
    </button>
  );
}
