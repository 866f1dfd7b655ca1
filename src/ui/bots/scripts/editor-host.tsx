import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Diagnostic } from '../../../crmscript/diagnostic.ts';
import type { ScriptLanguage } from '../../../engine/definition.ts';
import { useAppContext } from '../../context.ts';
import { marginLines } from '../../coverage/margin.ts';
import type { CodeEditor, KeptEditor } from '../../editor/code-editor.ts';
import type { MarginAct } from '../../editor/breakpoint-gutter.ts';
import { Later } from '../../controls/later.tsx';
import { showsParameterNames } from '../../look/parameter-names-switch.ts';
import { ignoredOf, keyOfHint } from '../../problems/ignored.ts';
import { botWords } from '../../words/bot-words.ts';
import { words } from '../../words/words.ts';
import { openEditor } from './open-editor.ts';
import { loadEditor } from './load-editor.ts';

type EditorHostProps = {
  readonly script: number;
  readonly name: string;
  /** What it is told to show: each object anew, also when the text is the same. */
  readonly given: { readonly text: string };
  readonly language: ScriptLanguage;
  readonly diagnostics: readonly Diagnostic[];
  readonly onChange: (text: string) => void;
  readonly onSave: () => void;
};

/** How the editors of this window were left, by workspace and script: another tab puts an editor away. */
const left = new Map<string, KeptEditor>();

const breakpointMargin = () =>
  import('../../breakpoints/margin.tsx').then(({ BreakpointMargin }) => BreakpointMargin);

/** Where the editor lives. It is loaded when a script is first looked at, and styled inside a shadow root. */
export function EditorHost(props: EditorHostProps) {
  const { script, name, given, language, diagnostics } = props;
  const context = useAppContext();
  const { store, help, windowState } = context;
  const key = `${store.workspace.value?.id ?? ''} ${String(script)}`;
  const host = useRef<HTMLDivElement>(null);
  const editor = useSignal<CodeEditor | null>(null);
  const failed = useSignal(false);
  const typed = useRef(given.text);
  const timesTyped = useSignal(0);
  const inMargin = useSignal<MarginAct | null>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    const place = host.current;
    if (place === null) return;
    let made: CodeEditor | null = null;
    const giveUp = loadEditor(
      place,
      ({ createCodeEditor }) => {
        made = createCodeEditor(place, {
          label: botWords.editorLabel(name),
          text: typed.current,
          kept: left.get(key),
          language,
          script,
          context,
          ask: (kind, source, offset) => help.assist({ kind, script, source, offset }),
          askFormat: (source) => help.format(source, language),
          onOpen: (found, line, column) => {
            windowState.change({ script: found, line, column, bottom: 'script' });
          },
          onChange: (source) => {
            typed.current = source;
            timesTyped.value += 1;
            latest.current.onChange(source);
          },
          onSave: () => {
            latest.current.onSave();
          },
          onMargin: (act) => {
            inMargin.value = act;
          },
        });
        editor.value = made;
        openEditor.value = { script, editor: made };
      },
      () => {
        failed.value = true;
      },
    );
    return () => {
      giveUp();
      if (made !== null) left.set(key, made.keep());
      made?.destroy();
      if (openEditor.peek()?.editor === made) openEditor.value = null;
      editor.value = null;
    };
  }, [script, key, name, language, context, help, windowState, editor, failed, timesTyped, inMargin]);
  const open = editor.value;
  const { line, column } = windowState.view.value;
  useEffect(() => {
    typed.current = given.text;
    editor.peek()?.setText(given.text);
  }, [editor, given]);
  const ignored = ignoredOf(store);
  const keys = ignored.keys.value;
  useEffect(() => {
    const keyOf = ({ code, span }: Diagnostic) => keyOfHint(code, script, typed.current, span.line);
    open?.setDiagnostics(
      diagnostics.filter((one) => one.severity !== 'hint' || !keys.has(keyOf(one))),
      (one) => {
        ignored.ignore(keyOf(one));
      },
    );
  }, [open, diagnostics, script, ignored, keys]);
  const shows = showsParameterNames(context.keepers.local);
  useEffect(() => {
    open?.showParameterNames(shows);
  }, [open, shows]);
  const lines = marginLines.value?.get(given.text) ?? null;
  useEffect(() => {
    open?.setCoverage(typed.current === given.text ? lines : null);
  }, [open, lines, given]);
  useEffect(() => {
    if (open === null || (line === 0 && column === 0)) return;
    if (line === 0) open.focus();
    else open.goTo(line, column);
    windowState.change({ line: 0, column: 0 });
  }, [open, line, column, windowState]);
  return (
    <div class="editor">
      <div ref={host} class="editor-host" data-testid="editor" />
      {open === null ? null : (
        <Later
          load={breakpointMargin}
          editor={open}
          script={script}
          language={language}
          text={() => typed.current}
          typed={timesTyped.value}
          given={given}
          act={inMargin}
        />
      )}
      {open === null ? <p class="empty">{failed.value ? words.paneFailed : botWords.editorLoading}</p> : null}
    </div>
  );
}
