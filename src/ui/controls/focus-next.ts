/** So long, in milliseconds, something may take to be drawn; whoever waited longer has gone on. */
const patience = 5000;

let giveUp: () => void = () => undefined;

/**
 * The focus goes where the next thing is typed, as soon as that is there. Whoever presses a key or points somewhere
 * meanwhile has gone on by themselves, and is left in peace.
 */
export function focusWhenThere(find: () => HTMLElement | null): void {
  giveUp();
  const asked = new AbortController();
  const { signal } = asked;
  const look = () => {
    const found = find();
    if (found === null || !found.checkVisibility()) return;
    found.focus();
    // Below a dialog that is still there nothing takes the focus: it is tried again.
    if (document.activeElement === found) giveUp();
  };
  const observer = new MutationObserver(look);
  const timer = setTimeout(() => {
    giveUp();
  }, patience);
  giveUp = () => {
    asked.abort();
    observer.disconnect();
    clearTimeout(timer);
  };
  for (const type of ['keydown', 'pointerdown']) addEventListener(type, giveUp, { capture: true, signal });
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['open'] });
  // What closes now (a menu, a dialog) gives the focus back first.
  queueMicrotask(look);
}

/** The line or the first field of a customer's widget; where nothing is written any more, its button. */
export function focusCustomer(session: number): void {
  focusWhenThere(() => {
    const tile = document.querySelector(`.widget[data-session="${String(session)}"]`);
    const line = tile?.querySelector<HTMLElement>('.composer textarea');
    return line ?? tile?.querySelector<HTMLElement>('input, select, textarea, .closed button') ?? null;
  });
}

/** The line where an agent replies in the chat that is open. */
export function focusAgent(agent: number): void {
  focusWhenThere(() =>
    document.querySelector<HTMLElement>(`.agent-tile[data-agent="${String(agent)}"] .composer textarea`),
  );
}

/** As `focusAgent`; at a desk where no chat is open, what brings the next one. */
export function focusDesk(agent: number): void {
  focusWhenThere(() => {
    const desk = document.querySelector(`.agent-tile[data-agent="${String(agent)}"]`);
    const line = desk?.querySelector<HTMLElement>('.composer textarea');
    return line ?? desk?.querySelector<HTMLElement>('.agent-next button') ?? null;
  });
}
