import type { RecordedEvent } from '../../engine/events.ts';
import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { openRunOf } from './open-run.ts';
import { openRunWords as words } from '../words/open-run-words.ts';
import { ranScript } from './ran-script.ts';
import './open-run.css';

/** The way from an event to its run in the debugger; nothing where no script ran in its step. */
export function OpenRunButton({ event }: { readonly event: RecordedEvent }) {
  const context = useAppContext();
  if (!ranScript(context.store.events.value, event)) return null;
  return (
    <button
      type="button"
      class="quiet small with-icon"
      title={`${words.open}: ${words.openHint}`}
      onClick={() => void openRunOf(context, event)}
    >
      <LaterIcon name="bug" size={13} />
      {words.debug}
    </button>
  );
}
