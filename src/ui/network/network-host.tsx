import { useAppContext } from '../context.ts';
import { FailedCard } from './failed-card.tsx';
import { NetworkDialog } from './network-dialog.tsx';
import { networkOf } from './network-of.ts';
import { Question } from './question.tsx';
import './network.css';

/** What the real network has to ask and to tell, over the window. */
export function NetworkHost() {
  const network = networkOf(useAppContext());
  const call = network.call.value;
  return (
    <>
      {call.kind === 'question' ? (
        <Question key={call.asked.origin} call={call.waits.call} asked={call.asked} network={network} />
      ) : null}
      {/* There from the start: what appears together with its region is not read out. */}
      <div class="network-told" role="status">
        {call.kind === 'failed' ? <FailedCard failed={call} network={network} /> : null}
      </div>
      {network.shows.value && call.kind !== 'question' ? <NetworkDialog network={network} /> : null}
    </>
  );
}
