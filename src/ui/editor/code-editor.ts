import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic as Squiggle } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState, Transaction } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { Diagnostic } from '../../crmscript/diagnostic.ts';
import type { ScriptLanguage } from '../../engine/definition.ts';
import { languageOf } from './crmscript-language.ts';
import { problemLine } from './problem-line.ts';
import { theme } from './theme.ts';

export type CodeEditor = {
  setText(text: string): void;
  setDiagnostics(diagnostics: readonly Diagnostic[]): void;
  /** Puts the cursor at a place, counted from 1, and brings it into sight. */
  goTo(line: number, column: number): void;
  destroy(): void;
};

export type CodeEditorOptions = {
  readonly label: string;
  readonly text: string;
  readonly language: ScriptLanguage;
  readonly onChange: (text: string) => void;
  readonly onSave: () => void;
};

function extensions({ label, language, onChange, onSave }: CodeEditorOptions) {
  const save = {
    key: 'Mod-s',
    run: () => {
      onSave();
      return true;
    },
  };
  return [
    lineNumbers(),
    highlightActiveLineGutter(),
    highlightActiveLine(),
    history(),
    drawSelection(),
    indentOnInput(),
    indentUnit.of('  '),
    bracketMatching(),
    closeBrackets(),
    highlightSelectionMatches(),
    lintGutter(),
    problemLine,
    languageOf(language),
    keymap.of([
      save,
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...lintKeymap,
      indentWithTab,
    ]),
    EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
    EditorView.updateListener.of((update) => {
      const typed = update.transactions.some(
        (one) => one.docChanged && one.annotation(Transaction.remote) !== true,
      );
      if (typed) onChange(update.state.doc.toString());
    }),
    theme,
  ];
}

function squiggle(found: Diagnostic, length: number): Squiggle {
  const from = Math.min(Math.max(0, found.span.start), length);
  const to = Math.min(Math.max(from, found.span.end), length);
  const { fix } = found;
  const severity = found.severity === 'hint' ? 'hint' : found.severity;
  const shared = { from, to, severity, message: found.message, source: found.code } as const;
  if (fix === undefined) return shared;
  const apply = (view: EditorView) => {
    view.dispatch({ changes: { from: fix.start, to: fix.end, insert: fix.text } });
  };
  return { ...shared, actions: [{ name: fix.label, apply }] };
}

/** An editor inside `host`. Its styles live in a shadow root: the page's policy allows no inline style sheets. */
export function createCodeEditor(host: HTMLElement, options: CodeEditorOptions): CodeEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const parent = document.createElement('div');
  parent.style.height = '100%';
  root.replaceChildren(parent);
  const state = EditorState.create({ doc: options.text, extensions: extensions(options) });
  const view = new EditorView({ state, parent, root });
  return {
    setText(text) {
      const { doc } = view.state;
      if (doc.toString() === text) return;
      view.dispatch({
        changes: { from: 0, to: doc.length, insert: text },
        annotations: Transaction.remote.of(true),
      });
    },
    setDiagnostics(diagnostics) {
      const { length } = view.state.doc;
      view.dispatch(
        setDiagnostics(
          view.state,
          diagnostics.map((found) => squiggle(found, length)),
        ),
      );
    },
    goTo(line, column) {
      const target = view.state.doc.line(Math.max(1, Math.min(line, view.state.doc.lines)));
      const anchor = Math.min(target.from + Math.max(0, column - 1), target.to);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
      view.focus();
    },
    destroy() {
      view.destroy();
    },
  };
}
