import { useEffect } from 'preact/hooks';
import { useStore, useSurroundings } from '../context.ts';
import { pickFiles } from '../files/files-host.tsx';
import { wallTimeOf } from '../format.ts';
import { Icon } from '../parts/icon.tsx';
import { Later } from '../parts/later.tsx';
import { MenuItem, Popover } from '../parts/popover.tsx';
import { words } from '../words.ts';
import { runsOf } from './runs.ts';

const samples = () => import('./menu-samples.tsx').then(({ MenuSamples }) => MenuSamples);

/** Which workspace is open, the others, and samples to make one of. */
export function WorkspaceMenu() {
  const open = useStore().workspace.value;
  if (open === null) return null;
  const label = (
    <>
      <span class="workspace-name" title={open.name}>
        {open.name}
      </span>{' '}
      <Icon name="down" size={13} />
    </>
  );
  return (
    <Popover label={label} name={`${words.workspace}: ${open.name}`} class="quiet workspace-button">
      {(close) => <Choices close={close} />}
    </Popover>
  );
}

function Choices({ close }: { readonly close: () => void }) {
  const surroundings = useSurroundings();
  const { store } = surroundings;
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
        <div role="group" aria-label={words.earlierRuns}>
          <p class="menu-title" aria-hidden="true">
            {words.earlierRuns}
          </p>
          {earlier.map((one) => (
            <MenuItem
              key={one.id}
              onChoose={() => {
                close();
                void store.open(one.id);
              }}
            >
              {words.earlierRun(wallTimeOf(one.openedAt))}
            </MenuItem>
          ))}
        </div>
      )}
      <MenuItem
        hint={words.openFileHint}
        onChoose={() => {
          close();
          pickFiles(surroundings);
        }}
      >
        {words.openFile}
      </MenuItem>
      <div role="group" aria-label={words.newFromSample}>
        <p class="menu-title" aria-hidden="true">
          {words.newFromSample}
        </p>
        <Later load={samples} close={close} />
      </div>
    </>
  );
}
