import { MenuItem } from './popover.tsx';

/** Makes the items of a menu: each closes it, then acts. */
export const menuItems =
  (close: () => void) =>
  (label: string, act: () => void, disabled = false) => (
    <MenuItem
      key={label}
      disabled={disabled}
      onChoose={() => {
        close();
        act();
      }}
    >
      {label}
    </MenuItem>
  );
