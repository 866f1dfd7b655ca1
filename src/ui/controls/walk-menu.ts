import type { TargetedKeyboardEvent } from 'preact';

/** Keys in a menu that stands by itself, on the element that has it: arrows walk its items around, Escape and Tab leave it. */
export function walkMenu(event: TargetedKeyboardEvent<HTMLElement>, leave: () => void): void {
  if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault();
    event.stopPropagation();
    leave();
    return;
  }
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  const all = Array.from(event.currentTarget.querySelectorAll('button'));
  const at = all.indexOf(document.activeElement as HTMLButtonElement);
  all[(at + by + all.length) % all.length]?.focus();
}
