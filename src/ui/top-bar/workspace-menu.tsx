import { useStore } from '../context.ts';
import { Icon } from '../parts/icon.tsx';
import { MenuItem, Popover } from '../parts/popover.tsx';
import { words } from '../words.ts';
import { samples } from './samples.ts';

/** Which workspace is open, the others, and samples to make one of. */
export function WorkspaceMenu() {
  const store = useStore();
  const open = store.workspace.value;
  const all = store.workspaces.value;
  if (open === null) return null;
  const label = (
    <>
      <span class="workspace-name" title={open.name}>
        {open.name}
      </span>{' '}
      <Icon name="down" size={10} />
    </>
  );
  return (
    <Popover label={label} name={`${words.workspace}: ${open.name}`} class="quiet workspace-button">
      {(close) => (
        <>
          <div role="group" aria-label={words.workspaces}>
            {all.map((one) => (
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
          <div role="group" aria-label={words.newFromSample}>
            <p class="menu-title" aria-hidden="true">
              {words.newFromSample}
            </p>
            {samples.map(([file, name, shows]) => (
              <MenuItem
                key={file}
                hint={shows}
                onChoose={() => {
                  close();
                  void store.openSample(file);
                }}
              >
                {name}
              </MenuItem>
            ))}
          </div>
        </>
      )}
    </Popover>
  );
}
