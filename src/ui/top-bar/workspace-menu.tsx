import { useStore } from '../context.ts';
import { Icon } from '../parts/icon.tsx';
import { MenuItem, Popover } from '../parts/popover.tsx';
import { words } from '../words.ts';

/** Which workspace is open; a menu where there are several. */
export function WorkspaceMenu() {
  const store = useStore();
  const open = store.workspace.value;
  const all = store.workspaces.value;
  if (open === null) return null;
  if (all.length < 2) {
    return (
      <span class="workspace-name" title={open.name}>
        {open.name}
      </span>
    );
  }
  const label = (
    <>
      <span class="workspace-name">{open.name}</span> <Icon name="down" size={10} />
    </>
  );
  return (
    <Popover label={label} name={`${words.workspace}: ${open.name}`}>
      {(close) =>
        all.map((one) => (
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
        ))
      }
    </Popover>
  );
}
