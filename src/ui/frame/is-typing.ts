/** Whether what has the focus takes letters: a field, or the code editor, whose inside the event's path shows. */
export function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, [role="listbox"], [role="menu"]') !== null)
  );
}
