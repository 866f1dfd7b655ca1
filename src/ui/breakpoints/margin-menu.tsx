import { useLayoutEffect, useRef } from 'preact/hooks';
import { MenuItem } from '../controls/popover.tsx';
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
  const panel = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useLayoutEffect(() => {
    const shown = panel.current;
    if (shown === null) return undefined;
    const before = document.activeElement;
    shown.showPopover();
    shown.style.left = `${String(Math.max(8, Math.min(place.left, innerWidth - shown.offsetWidth - 8)))}px`;
    shown.style.top = `${String(Math.max(8, Math.min(place.bottom, innerHeight - shown.offsetHeight - 8)))}px`;
    shown.querySelector('button')?.focus();
    // The press that asked for it is not over in every browser: one that closes by itself would go with its end.
    const elsewhere = ({ target }: Event) => {
      if (!(target instanceof Node) || !shown.contains(target)) close.current();
    };
    addEventListener('pointerdown', elsewhere, true);
    addEventListener('resize', elsewhere);
    return () => {
      removeEventListener('pointerdown', elsewhere, true);
      removeEventListener('resize', elsewhere);
      if (shown.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
    };
  }, [place]);
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
