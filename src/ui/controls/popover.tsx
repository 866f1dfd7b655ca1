import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

type PopoverProps = {
  readonly label: ComponentChildren;
  readonly name?: string;
  readonly title?: string;
  readonly class?: string;
  readonly role?: 'menu' | 'dialog';
  readonly disabled?: boolean;
  readonly children: (close: () => void) => ComponentChildren;
};

/** Below the button, else above it and standing on it, else over it: never out of the window, enlarged or not. */
function place(anchor: HTMLElement, panel: HTMLElement): void {
  // Older browsers do not say, and do not place by it.
  const { currentCSSZoom: zoom = 1 } = panel as Partial<Element>;
  const from = anchor.getBoundingClientRect();
  const height = panel.offsetHeight * zoom;
  const isBelow = from.bottom + 4 + height <= innerHeight - 8;
  const isAbove = !isBelow && from.top - 4 - height >= 8;
  const at = (length: number) => `${String(length / zoom)}px`;
  panel.style.top = isAbove ? 'auto' : at(isBelow ? from.bottom + 4 : 8);
  panel.style.bottom = isAbove ? at(innerHeight - from.top + 4) : 'auto';
  panel.style.left = at(Math.max(8, Math.min(from.left, innerWidth - panel.offsetWidth * zoom - 8)));
}

const rows = (panel: HTMLElement | null): HTMLElement[] =>
  Array.from(panel?.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)') ?? []);

/** Whether there is something in the panel by now that takes the focus. */
function focusFirst(panel: HTMLElement): boolean {
  const first = panel.querySelector<HTMLElement>(
    'input, select, textarea, [role^="menuitem"]:enabled, button',
  );
  first?.focus();
  return first !== null;
}

/** A button with a panel above everything else: a menu, or a small form. Closes by Esc, choice or a click elsewhere. */
export function Popover({
  label,
  name,
  title,
  role = 'menu',
  disabled = false,
  children,
  ...rest
}: PopoverProps) {
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const open = useSignal(false);
  const close = () => {
    panel.current?.hidePopover();
    button.current?.focus();
  };
  const toggled = ({ newState }: { readonly newState: string }) => {
    open.value = newState === 'open';
    if (newState === 'open') return;
    // Esc takes away what had the focus; a click elsewhere has its own place for it.
    const { activeElement: active } = document;
    if (active === document.body || panel.current?.contains(active) === true) button.current?.focus();
  };
  const isOpen = open.value;
  useLayoutEffect(() => {
    // Only now is there something inside to be measured and focused.
    if (!isOpen || button.current === null || panel.current === null) return undefined;
    const [anchor, shown] = [button.current, panel.current];
    place(anchor, shown);
    let isFocused = focusFirst(shown);
    // A refusal or a longer word makes it grow, what is loaded comes a moment later, the window shrinks: never out of it.
    const grown = new ResizeObserver(() => {
      isFocused ||= focusFirst(shown);
      const { top, bottom, right } = shown.getBoundingClientRect();
      const isOut = top < 8 || bottom > innerHeight - 8 || right > innerWidth - 8;
      if (isOut) place(anchor, shown);
    });
    grown.observe(shown);
    grown.observe(document.body);
    return () => {
      grown.disconnect();
    };
  }, [isOpen]);
  const walk = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (role !== 'menu' || step === undefined) return;
    event.preventDefault();
    const all = rows(panel.current);
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[(at + step + all.length) % all.length]?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class={rest.class ?? 'quiet'}
        aria-haspopup={role}
        aria-expanded={open.value}
        aria-label={name}
        title={title}
        disabled={disabled}
        onClick={() => panel.current?.togglePopover()}
      >
        {label}
      </button>
      <div
        ref={panel}
        popover="auto"
        class="popover"
        role={role}
        aria-label={name ?? (typeof label === 'string' ? label : title)}
        onBeforeToggle={toggled}
        onKeyDown={walk}
      >
        {open.value ? children(close) : null}
      </div>
    </>
  );
}

type MenuItemProps = {
  readonly onChoose: (event: MouseEvent) => void;
  readonly children: ComponentChildren;
  readonly hint?: string | undefined;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly onBlur?: () => void;
};

export const MenuItem = ({ onChoose, children, hint, checked, disabled = false, ...rest }: MenuItemProps) => (
  <button
    type="button"
    class="menu-item"
    role={checked === undefined ? 'menuitem' : 'menuitemradio'}
    {...(checked === undefined ? {} : { 'aria-checked': checked })}
    disabled={disabled}
    onClick={onChoose}
    {...rest}
  >
    <span>{children}</span>
    {hint === undefined ? null : <small>{hint}</small>}
  </button>
);
