import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useAppContext } from '../context.ts';
import { erasedPart } from '../erased/erased-part.ts';
import { countOf } from '../format.ts';
import { Dialog } from '../controls/dialog.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import { useArmed } from '../controls/use-armed.ts';
import { words as pageWords } from '../words/words.ts';
import { workspacesWords as words } from '../words/workspaces-words.ts';

/** The way to leave nothing on a computer that is not one's own (reliability §1.4). */
export function EraseCard() {
  const asks = useSignal(false);
  return (
    <section class="card side-card erase-card" aria-labelledby="erase-title">
      <h3 id="erase-title" class="danger">
        {words.eraseTitle}
      </h3>
      <p class="note">{words.eraseWhat}</p>
      <div class="row">
        <button
          type="button"
          class="plain danger-outline"
          onClick={() => {
            asks.value = true;
          }}
        >
          <LaterIcon name="delete" /> {words.erase}
        </button>
      </div>
      {asks.value ? (
        <EraseDialog
          onClose={() => {
            asks.value = false;
          }}
        />
      ) : null}
    </section>
  );
}

/** Says what goes, and asks twice. */
function EraseDialog({ onClose }: { readonly onClose: () => void }) {
  const { store, erasing } = useAppContext();
  const messages = useSignal<number | null>(null);
  useEffect(() => {
    void store.engine.details().then((details) => {
      messages.value = details.reduce((sum, one) => sum + one.messages, 0);
    });
  }, [store, messages]);
  // It asks a second time in its own place, and forgets the question by itself.
  const { armed, press, ...handlers } = useArmed(() => void erasing.erase(erasedPart));
  const count = store.workspaces.value.length;
  return (
    <Dialog
      icon="warn"
      title={words.eraseAsk}
      onClose={onClose}
      footer={
        <>
          <button type="button" class="plain" onClick={onClose}>
            {pageWords.cancel}
          </button>
          <button
            type="button"
            class={armed ? 'plain danger-filled' : 'plain danger-outline'}
            aria-live="polite"
            onClick={press}
            {...handlers}
          >
            <LaterIcon name="delete" /> {armed ? words.eraseSure : words.eraseNow}
          </button>
        </>
      }
    >
      <p>{words.eraseGoes}</p>
      <ul class="erase-list">
        <li>
          {messages.value === null
            ? words.workspacesOf(count)
            : words.eraseWorkspaces(count, countOf(messages.value), messages.value)}
        </li>
        <li>{words.eraseUnsent}</li>
        <li>{words.eraseSettings}</li>
        <li>{words.eraseApp}</li>
      </ul>
      <p>{words.eraseStays}</p>
      <p class="side-warn">
        <LaterIcon name="warn" /> {words.eraseNoWay}
      </p>
    </Dialog>
  );
}
