import { useStore } from '../context.ts';
import { MenuItem } from '../controls/popover.tsx';
import { samples } from './samples.ts';

/** The samples in the menu of workspaces: one click makes a workspace of one. */
export function MenuSamples({ close }: { readonly close: () => void }) {
  const store = useStore();
  return (
    <>
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
    </>
  );
}
