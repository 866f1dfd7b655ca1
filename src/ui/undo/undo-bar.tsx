import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useAppContext } from '../context.ts';
import { Icon } from '../controls/icon.tsx';
import { words } from '../words/words.ts';
import type { Undoable } from './undo.ts';
import { useTimeLeft } from './use-time-left.ts';

/**
 * What was done last and can be taken back. It stays until it is, or is put away; what passes lies over the window with
 * the seconds that are left, and waits while somebody points at it or has the focus in it.
 */
export function UndoBar() {
  const { store, undo } = useAppContext();
  const workspace = store.workspace.value?.id ?? '';
  const last = undo.last(workspace);
  const problem = useSignal<{ readonly of: Undoable; readonly text: string } | null>(null);
  const busy = useSignal(false);
  const bar = useRef<HTMLDivElement>(null);
  const left = useTimeLeft(last, bar, undo);
  const back = async (undoable: Undoable) => {
    if (busy.value) return;
    busy.value = true;
    const why = await undoable.act();
    busy.value = false;
    problem.value = why === '' ? null : { of: undoable, text: why };
    if (why === '') undo.forget(undoable);
  };
  return (
    <div ref={bar} class={left === null ? 'undo-bar' : 'undo-bar undo-toast'} role="status">
      {last === undefined ? null : (
        <>
          <span class={problem.value?.of === last ? 'undo-text bad' : 'undo-text'} dir="auto">
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
          {left === null ? null : (
            <span class="undo-left number" aria-hidden="true">
              {words.undo.left(left)}
            </span>
          )}
          <button
            type="button"
            class="quiet icon-button small"
            aria-label={words.dismiss}
            title={words.dismiss}
            onClick={() => {
              if (left === null) undo.clear(workspace);
              else undo.expire();
            }}
          >
            <Icon name="close" size={13} />
          </button>
        </>
      )}
    </div>
  );
}
