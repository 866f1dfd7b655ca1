import { useSignal } from '@preact/signals';
import { useStore } from '../../context.ts';
import { Later } from '../../controls/later.tsx';
import { LaterIcon } from '../../controls/later-icon.tsx';
import { httpWords as words } from '../../words/http-words.ts';

const fetchDialog = () => import('./import-dialog.tsx').then(({ ImportDialog }) => ImportDialog);

/** Mocks from the calls of other programs, and the calls of this workspace for them. */
export function InAndOut() {
  const store = useStore();
  const isOpen = useSignal(false);
  const told = useSignal('');
  const save = async () => {
    const { saveHar } = await import('./save-har.ts');
    told.value = await saveHar(store);
  };
  return (
    <>
      <span class="note" role="status">
        {told.value}
      </span>
      <button
        type="button"
        class="plain small"
        title={words.import.hint}
        onClick={() => {
          isOpen.value = true;
        }}
      >
        <LaterIcon name="open" /> {words.import.button}
      </button>
      <button type="button" class="plain small" title={words.harHint} onClick={() => void save()}>
        <LaterIcon name="download" /> {words.har}
      </button>
      {isOpen.value ? (
        <Later
          load={fetchDialog}
          onClose={() => {
            isOpen.value = false;
          }}
        />
      ) : null}
    </>
  );
}
