import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { CoveredScript } from '../../protocol/coverage.ts';
import { coverageWords as words } from '../words/coverage-words.ts';

/** The text of a script with how often its lines ran, as its editor shows it; it comes with the parts of the editor. */
export function ScriptLines({ script }: { readonly script: CoveredScript }) {
  const host = useRef<HTMLDivElement>(null);
  const failed = useSignal(false);
  useEffect(() => {
    let end = () => {};
    let isOver = false;
    import('../editor/code-viewer.ts').then(
      ({ createCodeViewer }) => {
        if (isOver || host.current === null) return;
        const { name, source: text, language, lines } = script;
        end = createCodeViewer(host.current, { label: words.linesOf(name), text, language, lines });
      },
      () => {
        failed.value = true;
      },
    );
    return () => {
      isOver = true;
      end();
    };
  }, [script, failed]);
  return failed.value ? (
    <p class="empty" role="alert">
      {words.notShown}
    </p>
  ) : (
    <div ref={host} class="script-lines" />
  );
}
