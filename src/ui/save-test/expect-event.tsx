import type { RecordedEvent } from '../../engine/events.ts';
import type { MarkedExpectation } from '../../protocol/test-making.ts';
import { useStore } from '../context.ts';
import { saveTestWords as words } from '../words/save-test-words.ts';
import { wantedOf } from './wanted.ts';

/** "Expect this" in the details of an event that a test can expect: a message, or a change of status. */
export function ExpectEvent({ event }: { readonly event: RecordedEvent }) {
  const wanted = wantedOf(useStore());
  const one = wantedBy(event);
  if (one === null) return null;
  const isWanted = wanted.has(one);
  return (
    <button
      type="button"
      class="quiet small"
      aria-pressed={isWanted}
      title={isWanted ? words.takeBackHint : words.expectThisHint}
      onClick={() => {
        wanted.toggle(one);
      }}
    >
      {isWanted ? words.takeBack : words.expectThis}
    </button>
  );
}

function wantedBy(event: RecordedEvent): MarkedExpectation | null {
  const { step } = event;
  if (event.type === 'message.saved') return { kind: 'message', message: event.message, step };
  if (event.type !== 'session.statusChanged') return null;
  return { kind: 'status', session: event.session, status: event.to, step };
}
