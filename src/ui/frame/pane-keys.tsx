import { useEffect } from 'preact/hooks';
import { isComposing } from '../conversation/is-composing.ts';
import { isCovered } from './is-covered.ts';
import { walkPanes } from './panes.ts';

/**
 * Which way a key leads over the panes: 1 on, -1 back, 0 nowhere. While an input method composes, F6 is its own: in Japanese it
 * turns what was typed into hiragana.
 */
export function paneStepOf(event: KeyboardEvent): 1 | -1 | 0 {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = event;
  if (key !== 'F6' || ctrlKey || altKey || metaKey || isComposing(event)) return 0;
  return shiftKey ? -1 : 1;
}

/** Hears F6 and Shift+F6, which lead from pane to pane. The browser's own bars are a Ctrl+L and Tab away. */
export function PaneKeys() {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const by = paneStepOf(event);
      if (by === 0 || isCovered()) return;
      event.preventDefault();
      walkPanes(by);
    };
    addEventListener('keydown', hear);
    return () => {
      removeEventListener('keydown', hear);
    };
  }, []);
  return null;
}
