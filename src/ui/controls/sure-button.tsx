import { MenuItem } from './popover.tsx';
import { useArmed } from './use-armed.ts';

type SureProps = {
  readonly label: string;
  /** What it says once pressed: pressed again, it does it. */
  readonly sure: string;
  readonly onSure: () => void;
};

/** A button that takes something away: it asks first, in its own place. */
export function SureButton({ label, sure, onSure, quiet = false }: SureProps & { readonly quiet?: boolean }) {
  const { armed, press, ...handlers } = useArmed(onSure);
  return (
    <button
      type="button"
      class={`${quiet ? 'quiet' : 'plain'}${armed ? ' danger' : ''}`}
      aria-live="polite"
      onClick={press}
      {...handlers}
    >
      {armed ? sure : label}
    </button>
  );
}

/** The same as an entry of a menu. */
export function SureItem({ label, sure, onSure, hint }: SureProps & { readonly hint: string }) {
  const { armed, press, ...handlers } = useArmed(onSure);
  return (
    <MenuItem hint={hint} onChoose={press} {...handlers}>
      {armed ? <span class="danger">{sure}</span> : label}
    </MenuItem>
  );
}
