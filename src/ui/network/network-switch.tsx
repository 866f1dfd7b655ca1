import { useId } from 'preact/hooks';
import { useAppContext } from '../context.ts';
import { networkOf } from './network-of.ts';
import { networkWords as words } from '../words/network-words.ts';
import './network.css';

/** The switch *Real network*, for a bar: pressed, it says what that means before anything changes. */
export function NetworkSwitch() {
  const network = networkOf(useAppContext());
  const id = useId();
  return (
    <span class="network-switch" title={words.switchHint}>
      <button
        type="button"
        role="switch"
        class="switch"
        id={id}
        aria-checked={network.settings.value.on}
        aria-labelledby={`${id}-label`}
        aria-haspopup="dialog"
        onClick={() => {
          network.shows.value = true;
        }}
      />
      <label id={`${id}-label`} for={id}>
        {words.name}
      </label>
    </span>
  );
}
