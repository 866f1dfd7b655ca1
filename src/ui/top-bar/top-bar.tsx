import { useAppContext } from '../context.ts';
import { FileButtons } from '../files/file-buttons.tsx';
import { Icon } from '../controls/icon.tsx';
import { words } from '../words/words.ts';
import { Clock } from './clock.tsx';
import { RestartMenu } from './restart-menu.tsx';
import { WorkspaceMenu } from './workspace-menu.tsx';

/** Which workspace is open, and its clock; at the right there is room for what is done with it. */
export const TopBar = () => (
  <header class="top-bar">
    <div class="top-left">
      <WorkspaceMenu />
      <RestartMenu />
    </div>
    <Clock />
    <div class="top-right">
      <FileButtons />
      <span class="top-line" aria-hidden="true" />
      <Finding />
    </div>
  </header>
);

/** The palette and the keys, for who does not know theirs. */
function Finding() {
  const { palette } = useAppContext();
  return (
    <>
      <button
        type="button"
        class="quiet finding"
        aria-label={words.findAll}
        title={words.findAll}
        aria-keyshortcuts="Control+K"
        onClick={() => {
          palette.refusal.value = '';
          palette.shows.value = 'palette';
        }}
      >
        <Icon name="search" size={16} /> <kbd>{words.ctrlK}</kbd>
      </button>
      <button
        type="button"
        class="quiet icon-button keys-button"
        aria-label={words.keys}
        title={words.keys}
        onClick={() => {
          palette.shows.value = 'keys';
        }}
      >
        <Icon name="help" size={16} />
      </button>
    </>
  );
}
