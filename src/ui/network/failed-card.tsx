import { useShowOnStage } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import type { CallState, Network } from './network.ts';
import { networkWords } from '../words/network-words.ts';

const words = networkWords.failed;

type FailedProps = { readonly failed: Extract<CallState, { kind: 'failed' }>; readonly network: Network };

/** Why a service gave no answer, and what to do. */
export function FailedCard({ failed: { why, host, waits }, network }: FailedProps) {
  const showOnStage = useShowOnStage();
  return (
    <div class="network-failed" data-testid="network-failed" data-why={why}>
      <LaterIcon name="warn" size={16} />
      <div>
        <b dir="auto">{words.title(host)}</b>
        <p>{words.why[why]}</p>
        <p class="note">{waits ? words.waits : words.told}</p>
        {waits ? (
          <p class="network-acts">
            <button type="button" class="plain small" onClick={network.askNow}>
              {words.again}
            </button>
            <button
              type="button"
              class="plain small"
              onClick={() => {
                network.dismiss();
                showOnStage({ bottom: 'http', pane: 'bots' });
              }}
            >
              {words.byHand}
            </button>
          </p>
        ) : null}
      </div>
      <button
        type="button"
        class="quiet icon-button"
        aria-label={words.close}
        title={words.close}
        onClick={network.dismiss}
      >
        <LaterIcon name="close" size={16} />
      </button>
    </div>
  );
}
