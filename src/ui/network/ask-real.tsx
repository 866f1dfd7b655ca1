import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { networkOf } from './network-of.ts';
import { networkWords } from '../words/network-words.ts';

const words = networkWords.byHand;

/** Asks the real service for the call that waits for a hand; where the network is off, it leads to the switch. */
export function AskReal() {
  const network = networkOf(useAppContext());
  const isOn = network.isHere && network.settings.value.on;
  return (
    <button
      type="button"
      class="plain small"
      title={isOn ? words.hint : words.off}
      aria-haspopup={isOn ? undefined : 'dialog'}
      onClick={() => {
        if (isOn) network.askNow();
        else network.shows.value = true;
      }}
    >
      <LaterIcon name="live" /> {isOn ? words.ask : words.askOff}
    </button>
  );
}
