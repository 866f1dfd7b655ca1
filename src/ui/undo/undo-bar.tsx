import { useSignal } from '@preact/signals';
import { useSurroundings } from '../context.ts';
import { Icon } from '../parts/icon.tsx';
import { words } from '../words.ts';
import type { Undoable } from './undo.ts';

/** What was done last and can be taken back. It stays until it is, or is put away. */
export function UndoBar() {
  const { store, undo } = useSurroundings();
  const workspace = store.workspace.value?.id ?? '';
  const last = undo.last(workspace);
  const problem = useSignal<{ readonly of: Undoable; readonly text: string } | null>(null);
  const busy = useSignal(false);
  const back = async (undoable: Undoable) => {
    if (busy.value) return;
    busy.value = true;
    const why = await undoable.act();
    busy.value = false;
    problem.value = why === '' ? null : { of: undoable, text: why };
    if (why === '') undo.forget(undoable);
  };
  return (
    <div class="undo-bar" role="status">
      {last === undefined ? null : (
        <>
          <span class={problem.value?.of === last ? 'undo-text bad' : 'undo-text'}>
            {problem.value?.of === last ? problem.value.text : last.text}
          </span>
          <button
            type="button"
            class="plain small"
            aria-disabled={busy.value}
            aria-label={words.undo.of(last.text)}
            onClick={() => void back(last)}
          >
            {words.undo.do}
          </button>
          <button
            type="button"
            class="quiet icon-button small"
            aria-label={words.dismiss}
            title={words.dismiss}
            onClick={() => {
              undo.clear(workspace);
            }}
          >
            <Icon name="close" size={13} />
          </button>
        </>
      )}
    </div>
  );
}
