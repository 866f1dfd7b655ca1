import { useAppContext, useShowOnStage } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { filesWords as words } from '../words/files-words.ts';
import { unsavedScripts } from './unsaved-scripts.ts';

/** Says which scripts are written and not saved, before somebody saves or shares them as they were; each leads to its editor. */
export function NotInFile({ close }: { readonly close: () => void }) {
  const { store } = useAppContext();
  const showOnStage = useShowOnStage();
  const unsaved = unsavedScripts(store);
  if (unsaved.length === 0) return null;
  return (
    <div class="files-unsaved" role="note">
      <LaterIcon name="warn" />
      <p>
        {words.notInFile}{' '}
        {unsaved.map(({ id, name }, index) => (
          <span key={id}>
            {index === 0 ? '' : ', '}
            <button
              type="button"
              class="text-button"
              onClick={() => {
                close();
                showOnStage({ script: id, bottom: 'script', pane: 'bots', line: 0, column: 1 });
              }}
            >
              <bdi>{name}</bdi>
            </button>
          </span>
        ))}
      </p>
    </div>
  );
}
