import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const focusable = 'button:enabled, input:enabled, select:enabled, textarea:enabled, [tabindex="0"]';

/** Where the focus goes in `place`: to the first thing there that can have it; in a tab's panel, to the tab. */
function firstIn(place: Element): HTMLElement | undefined {
  const tabs =
    place.role === 'tabpanel'
      ? document.querySelectorAll<HTMLElement>(`[aria-controls="${place.id}"][aria-selected="true"]`)
      : place.querySelectorAll<HTMLElement>(focusable);
  return Array.from(tabs).find((one) => one.checkVisibility());
}

/**
 * When what had the focus goes away (its script was deleted, its form was saved), the focus goes to the nearest place
 * that is still there, and not to the top of the page.
 */
export function useFocusKept(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = ref.current;
    if (root === null) return undefined;
    /** What last had the focus, and what is around it, inside first. */
    let path: Element[] = [];
    const note = (event: FocusEvent) => {
      path = event
        .composedPath()
        .filter((one): one is Element => one instanceof Element && root.contains(one));
    };
    const forget = (event: FocusEvent) => {
      // A removed element says so too, while it is still there: only who goes elsewhere is forgotten.
      if (event.relatedTarget !== null) path = [];
    };
    const look = () => {
      const [last] = path;
      if (last === undefined || last.isConnected || document.activeElement !== document.body) return;
      const places = path.filter((one) => one.isConnected);
      path = [];
      for (const place of places) {
        const next = firstIn(place);
        if (next === undefined) continue;
        next.focus({ preventScroll: true });
        return;
      }
    };
    const observer = new MutationObserver(look);
    observer.observe(root, { childList: true, subtree: true });
    root.addEventListener('focusin', note);
    root.addEventListener('focusout', forget);
    return () => {
      observer.disconnect();
      root.removeEventListener('focusin', note);
      root.removeEventListener('focusout', forget);
    };
  }, [ref]);
}
