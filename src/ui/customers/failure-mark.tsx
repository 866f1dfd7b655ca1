import { useEvents, useWindow } from '../context.ts';
import { openFailure } from '../session/failures.ts';
import { words } from '../words/words.ts';
import { sentence } from '../sentence.ts';

/** Stands beside a customer whose last message, say, met a script that failed; leads to how and where. */
export function FailureMark({ session }: { readonly session: number }) {
  const windowState = useWindow();
  const failure = useEvents((events) => openFailure(events, session));
  if (failure === undefined) return null;
  const { kind, seq } = failure;
  const text = sentence(failure.failure);
  return (
    <button
      type="button"
      class="failure-mark"
      title={`${kind}: ${text}`}
      onClick={() => {
        windowState.change({ session, event: seq, pane: 'queue' });
      }}
    >
      <span>{words.scriptFailed(text)}</span>
      <b>{words.why}</b>
    </button>
  );
}
