import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { useLasting } from '../controls/use-lasting.ts';
import { networkOf } from './network-of.ts';
import { networkWords as words } from '../words/network-words.ts';
import './network.css';

/** An answer that comes sooner is not worth a word. */
const silence = 400;

/** The real network in the bar at the foot, where it is on: it leads to what it may do. */
export function NetworkBar() {
  const network = networkOf(useAppContext());
  const { isHere, shows } = network;
  const call = network.call.value;
  const isAsking = useLasting(call.kind === 'asking', silence);
  return (
    <>
      {network.settings.value.on ? (
        <button
          type="button"
          class={isHere ? 'bar-button network-bar on' : 'bar-button network-bar'}
          data-testid="network-bar"
          aria-haspopup="dialog"
          onClick={() => {
            shows.value = true;
          }}
        >
          <LaterIcon name="mocks" size={13} />
          {isHere ? words.isOn : words.isOnElsewhere}
        </button>
      ) : null}
      <span role="status">
        {isAsking && call.kind === 'asking' ? (
          <span class="bar-item network-asking">
            <bdi>{words.asking(call.host)}</bdi>
            <button type="button" class="bar-button" title={words.cancelHint} onClick={network.cancel}>
              {words.cancel}
            </button>
          </span>
        ) : null}
      </span>
    </>
  );
}
