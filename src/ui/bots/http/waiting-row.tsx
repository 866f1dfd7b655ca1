import type { AskedCall, Waits } from '../../../protocol/debug-api.ts';
import { useWorld } from '../../context.ts';
import { secondOf } from '../../format.ts';
import { AnswererMark } from './answerer.tsx';
import { callerName } from './caller-name.ts';
import { pathOf } from './call-rows.ts';
import { httpWords } from '../../words/http-words.ts';

type RowProps = {
  readonly waits: Waits;
  readonly call: AskedCall;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
};

/** The call that waits, above all that were made. */
export function WaitingRow({ waits, call, isOpen, onOpen }: RowProps) {
  const zone = useWorld((world) => world.timeZone);
  const { place } = waits;
  const caller = useWorld((world) => (place === null ? '' : callerName(world, { kind: 'script', ...place })));
  return (
    <div class="call waits">
      <button
        type="button"
        class="call-open"
        {...(isOpen ? { 'aria-current': 'true' } : {})}
        onClick={onOpen}
      >
        <time class="number">{secondOf(waits.at, zone)}</time>
        <b class="call-method">{call.method}</b>
        <span class="call-what">
          <code title={call.url}>{pathOf(call.url)}</code>
          <span class="note">{caller}</span>
        </span>
        <b class="call-status">{httpWords.noStatus}</b>
        <AnswererMark who={call.held === undefined ? 'nobody' : 'mock'} />
        <span class="call-took">{httpWords.waits}</span>
      </button>
    </div>
  );
}
