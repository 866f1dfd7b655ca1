import { useAppContext } from '../context.ts';
import { debuggingOf } from './debugging.ts';
import { debugWords as words } from '../words/debug-words.ts';
import { openLastRun } from './last-run.ts';

/** While nothing is looked at: how one comes to look at something. */
export function Nothing() {
  const { store, windowState } = useAppContext();
  const debugging = debuggingOf(store);
  const { script } = windowState.view.value;
  if (debugging.isBusy.value) return <p class="empty">{words.opening}</p>;
  return (
    <div class="empty debug-nothing">
      <p>{words.nothing}</p>
      <p class="note">{words.nothingHint}</p>
      <button type="button" class="plain" onClick={() => void openLastRun(store, script)}>
        {words.lastRun}
      </button>
    </div>
  );
}
