import { useAppContext } from '../context.ts';
import { MenuItem, Popover } from '../controls/popover.tsx';
import { filesWords as words } from '../words/files-words.ts';
import { revert, save } from './save.ts';

/** Says that something was done since the workspace was saved, with the ways on and back. */
export function SavedMark() {
  const context = useAppContext();
  const { store, files } = context;
  const mark = files.marks.of(store.workspace.value?.id ?? '');
  const since = mark === null ? 0 : (store.live.value?.world.step ?? 0) - mark.steps;
  if (mark === null || since <= 0) return null;
  return (
    <Popover
      label={
        <>
          <span class="saved-dot" aria-hidden="true" /> <span class="saved-word">{words.changed}</span>
        </>
      }
      name={words.changedName}
      title={words.changedSince(since, mark.file)}
      class="quiet saved-mark"
    >
      {(close) => (
        <>
          <p class="menu-note">
            <bdi>{words.changedSince(since, mark.file)}</bdi>
          </p>
          <MenuItem
            onChoose={() => {
              close();
              void save(context);
            }}
          >
            {words.save}
          </MenuItem>
          <MenuItem
            onChoose={() => {
              close();
              files.shows.value = 'save';
            }}
          >
            {words.saveAs}
          </MenuItem>
          <MenuItem
            hint={words.revertHint}
            onChoose={() => {
              close();
              void revert(context);
            }}
          >
            {words.revertTo(mark.steps)}
          </MenuItem>
        </>
      )}
    </Popover>
  );
}
