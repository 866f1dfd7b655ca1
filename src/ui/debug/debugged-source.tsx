import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ScriptLanguage } from '../../engine/definition.ts';
import { breakpointsOf } from '../breakpoints/breakpoints.ts';
import { BreakpointMargin } from '../breakpoints/margin.tsx';
import { useAppContext } from '../context.ts';
import { inlineValues } from '../debug-script/inline-values.ts';
import type { MarginAct } from '../editor/breakpoint-gutter.ts';
import type { DebuggedScript } from '../editor/debugged-script.ts';
import { sentence } from '../sentence.ts';
import { words as pageWords } from '../words/words.ts';
import { debugWords as words } from '../words/debug-words.ts';
import { debuggingOf } from './debugging.ts';

type SourceProps = {
  readonly script: number;
  readonly name: string;
  readonly text: string;
  readonly language: ScriptLanguage;
};

/** The script of the selected call, as the step ran it: where it stands, what ran in this call, and what its variables hold. */
export function DebuggedSource({ script, name, text, language }: SourceProps) {
  const { store, windowState } = useAppContext();
  const debugging = debuggingOf(store);
  const host = useRef<HTMLDivElement>(null);
  const shown = useSignal<DebuggedScript | null>(null);
  const failed = useSignal(false);
  const act = useSignal<MarginAct | null>(null);
  const given = useRef({}).current;
  useEffect(() => {
    const place = host.current;
    let made: DebuggedScript | null = null;
    let isOver = false;
    import('../editor/debugged-script.ts').then(
      ({ createDebuggedScript }) => {
        if (isOver || place === null) return;
        made = createDebuggedScript(place, {
          label: name,
          text,
          language,
          onMargin: (done) => {
            act.value = done;
          },
          onCursor: (line) => {
            debugging.cursor.value = line;
          },
          lookUp: async (expression) => {
            const [found] = (await debugging.evaluate([expression], debugging.frame.peek())) ?? [];
            return found === undefined || 'problem' in found ? null : found;
          },
        });
        shown.value = made;
      },
      () => {
        failed.value = true;
      },
    );
    return () => {
      isOver = true;
      shown.value = null;
      made?.destroy();
    };
  }, [name, text, language, debugging, shown, failed, act]);
  // The list of scripts goes along, and so does whoever leaves the debugger.
  useEffect(() => {
    if (script > 0 && windowState.view.peek().script !== script)
      windowState.change({ script, line: 0, column: 0 });
  }, [script, windowState]);
  const editor = shown.value;
  const view = debugging.view.value;
  const frame = debugging.frame.value;
  const call = view?.calls[frame];
  // A condition that could not be evaluated here is marked where the breakpoint is.
  useEffect(() => {
    const { failed } = breakpointsOf(store);
    const found = (view?.hits ?? []).flatMap(({ breakpoint, problem }) =>
      problem === undefined ? [] : [[breakpoint, sentence(problem)] as const],
    );
    if (found.length > 0) failed.value = new Map([...failed.peek(), ...found]);
  }, [store, view]);
  useEffect(() => {
    if (editor === null) return;
    const isHere = call?.script === script;
    editor.show({
      line: isHere ? call.line : 0,
      isOuter: frame > 0,
      executed: isHere ? call.executed : [],
      values: isHere ? inlineValues(text, call.executed, call.variables) : new Map<number, string>(),
    });
  }, [editor, call, frame, script, text]);
  return (
    <div class="debug-source">
      <div ref={host} class="debug-source-text" />
      {failed.value ? <p class="empty">{pageWords.paneFailed}</p> : null}
      {editor === null ? null : (
        <BreakpointMargin
          editor={editor}
          script={script}
          language={language}
          text={() => text}
          typed={0}
          given={given}
          act={act}
          more={(line) => [
            { text: words.runToThis, act: () => void debugging.move({ command: 'goto', script, line }) },
            {
              text: words.backToThis,
              act: () => void debugging.move({ command: 'goto', script, line, isBack: true }),
            },
          ]}
        />
      )}
    </div>
  );
}
