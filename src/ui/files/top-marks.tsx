import { useComputed } from '@preact/signals';
import { useAppContext, useShowOnStage } from '../context.ts';
import { filesWords as words } from '../words/files-words.ts';
import { SavedMark } from './saved-mark.tsx';
import './top-marks.css';
import { unsavedScripts, type UnsavedScript } from './unsaved-scripts.ts';

/** Before what saves: what was done since, and what would not be in the file. */
export const TopMarks = () => (
  <>
    <UnsavedMark />
    <SavedMark />
  </>
);

/** How many scripts are not saved; a press leads to the first. */
function UnsavedMark() {
  const { store } = useAppContext();
  const showOnStage = useShowOnStage();
  // Typing changes the draft, and rarely which scripts have one: it draws again when another text comes of them.
  const text = useComputed(() => JSON.stringify(unsavedScripts(store))).value;
  const unsaved = JSON.parse(text) as readonly UnsavedScript[];
  const [first] = unsaved;
  if (first === undefined) return null;
  const says = words.unsavedScripts(unsaved.map(({ name }) => name));
  return (
    <button
      type="button"
      class="quiet saved-mark unsaved-scripts"
      aria-label={says}
      title={says}
      onClick={() => {
        showOnStage({ script: first.id, bottom: 'script', pane: 'bots', line: 0, column: 1 });
      }}
    >
      <span class="saved-dot" aria-hidden="true" /> <b>{unsaved.length}</b>{' '}
      <span class="saved-word">{words.notSaved}</span>
    </button>
  );
}
