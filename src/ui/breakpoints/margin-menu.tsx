import { MenuItem } from '../controls/popover.tsx';
import { useMenuAt } from '../controls/use-menu-at.ts';
import { walkMenu } from '../controls/walk-menu.ts';

export type MarginMenuItem = {
  readonly text: string;
  readonly hint?: string;
  readonly act: () => void;
};

type MarginMenuProps = {
  readonly label: string;
  readonly place: DOMRect;
  readonly items: readonly MarginMenuItem[];
  readonly onClose: () => void;
};

/** What can be done with a line, at its number. */
export function MarginMenu({ label, place, items, onClose }: MarginMenuProps) {
  const panel = useMenuAt(place.left, place.bottom, onClose);
  return (
    <div
      ref={panel}
      popover="manual"
      class="popover"
      role="menu"
      aria-label={label}
      onKeyDown={(event) => {
        walkMenu(event, onClose);
      }}
    >
      {items.map(({ text, hint, act }) => (
        <MenuItem
          key={text}
          hint={hint}
          onChoose={() => {
            onClose();
            act();
          }}
        >
          {text}
        </MenuItem>
      ))}
    </div>
  );
}
