import { useEffect, useRef } from 'preact/hooks';
import type { ScriptLanguage } from '../../engine/definition.ts';

type SourceProps = {
  readonly script: number;
  readonly name: string;
  readonly text: string;
  readonly language: ScriptLanguage;
};

/** The script of the selected call, as the step ran it. */
export function DebuggedSource({ name, text, language }: SourceProps) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let end = () => {};
    let isOver = false;
    import('../editor/code-viewer.ts').then(
      ({ createCodeViewer }) => {
        if (isOver || host.current === null) return;
        end = createCodeViewer(host.current, { label: name, text, language, lines: [] });
      },
      () => undefined,
    );
    return () => {
      isOver = true;
      end();
    };
  }, [name, text, language]);
  return <div ref={host} class="debug-source" />;
}
