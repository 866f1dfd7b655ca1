import { useAppContext } from '../context.ts';
import { MenuItem } from '../controls/popover.tsx';
import { words } from '../words/words.ts';

/** The way from a menu to a test of the conversation. */
export function SaveTestItem({ close }: { readonly close: () => void }) {
  const { files } = useAppContext();
  return (
    <MenuItem
      onChoose={() => {
        close();
        files.shows.value = 'saveTest';
      }}
    >
      {words.saveTest}
    </MenuItem>
  );
}
