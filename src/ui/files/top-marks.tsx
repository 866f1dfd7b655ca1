import { useComputed } from '@preact/signals';
import { useAppContext, useShowOnStage } from '../context.ts';
import { filesWords as words } from '../words/files-words.ts';
import { SavedMark } from './saved-mark.tsx';
import './top-marks.css';
import { unsavedScripts } from './unsaved-scripts.ts';

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
  // Typing changes the draft, and rarely which scripts have one.
  const ids = useComputed(() =>
    unsavedScripts(store)
      .map(({ id }) => id)
      .join(' '),
  ).value;
  if (ids === '') return null;
  const unsaved = unsavedScripts(store);
  return (
    <button
      type="button"
      class="quiet saved-mark unsaved-scripts"
      aria-label={words.unsavedScripts(unsaved.map(({ name }) => name))}
      title={words.unsavedScripts(unsaved.map(({ name }) => name))}
      onClick={() => {
        showOnStage({
          script: Number(ids.split(' ')[0]),
          bottom: 'script',
          pane: 'bots',
          line: 0,
          column: 1,
        });
      }}
    >
      <span class="saved-dot" aria-hidden="true" /> <b>{unsaved.length}</b>{' '}
      <span class="saved-word">{words.notSaved}</span>
    </button>
  );
}
