import { useEffect } from 'preact/hooks';
import { useAppContext } from '../context.ts';
import { pickFiles } from '../files/files-host.tsx';
import { wallTimeOf } from '../format.ts';
import { MenuItem } from '../controls/popover.tsx';
import { restartWords } from '../words/restart-words.ts';
import { words } from '../words/words.ts';
import { MenuSamples } from './menu-samples.tsx';
import { runsOf } from './runs.ts';

/** The other workspaces, and what a new one can be made of. */
export function WorkspaceChoices({ close }: { readonly close: () => void }) {
  const context = useAppContext();
  const { store } = context;
  const open = store.workspace.value;
  useEffect(() => {
    void store.listWorkspaces();
  }, [store]);
  if (open === null) return null;
  const { heads, earlier } = runsOf(store.workspaces.value, open.id);
  return (
    <>
      <div role="group" aria-label={words.workspaces}>
        {heads.map((one) => (
          <MenuItem
            key={one.id}
            checked={one.id === open.id}
            onChoose={() => {
              close();
              void store.open(one.id);
            }}
          >
            {one.name}
          </MenuItem>
        ))}
      </div>
      {earlier.length === 0 ? null : (
        <div role="group" aria-label={restartWords.earlierRuns}>
          <p class="menu-title" aria-hidden="true">
            {restartWords.earlierRuns}
          </p>
          {earlier.map((one) => (
            <MenuItem
              key={one.id}
              onChoose={() => {
                close();
                void store.open(one.id);
              }}
            >
              {restartWords.earlierRun(wallTimeOf(one.openedAt))}
            </MenuItem>
          ))}
        </div>
      )}
      <MenuItem
        hint={words.openFileHint}
        onChoose={() => {
          close();
          pickFiles(context);
        }}
      >
        {words.openFile}
      </MenuItem>
      <div role="group" aria-label={restartWords.newFromSample}>
        <p class="menu-title" aria-hidden="true">
          {restartWords.newFromSample}
        </p>
        <MenuSamples close={close} />
      </div>
    </>
  );
}
