import { useEffect } from 'preact/hooks';
import type { WantedOf } from './wanted.ts';

/**
 * Marks the messages that are to be expected, wherever they are shown. It is done by a style sheet of its own, as the panes that
 * show messages are drawn long before anybody expects one, and know nothing of it.
 */
export function useMarks({ list }: WantedOf): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const stop = list.subscribe((wanted) => {
      const messages = wanted.flatMap((one) => (one.kind === 'message' ? [one.message] : []));
      const those = messages.map((id) => `[data-message="${String(Math.trunc(id))}"] > .bubble`);
      sheet.replaceSync(
        those.length === 0
          ? ''
          : `${those.join(', ')} { outline: 2px dashed var(--accent); outline-offset: 2px; }`,
      );
    });
    return () => {
      stop();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [list]);
}
