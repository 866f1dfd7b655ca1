import { useEffect } from 'preact/hooks';
import { isCovered } from './is-covered.ts';
import { walkPanes } from './panes.ts';

/** Hears F6 and Shift+F6, which lead from pane to pane. The browser's own bars are a Ctrl+L and Tab away. */
export function PaneKeys() {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const { key, shiftKey, ctrlKey, altKey, metaKey } = event;
      if (key !== 'F6' || ctrlKey || altKey || metaKey || isCovered()) return;
      event.preventDefault();
      walkPanes(shiftKey ? -1 : 1);
    };
    addEventListener('keydown', hear);
    return () => {
      removeEventListener('keydown', hear);
    };
  }, []);
  return null;
}
