import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
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
import type { Ask } from './ask.ts';
import { completion } from './completion.ts';
import { languageOf } from './crmscript-language.ts';
import { definition, type OpenScript } from './definition.ts';
import { helpTooltip } from './help-tooltip.ts';
import { hover } from './hover.ts';
import { problemLine } from './problem-line.ts';
import { quickFix, squiggle } from './quick-fix.ts';
import { signature } from './signature.ts';
import { theme } from './theme.ts';
import { words } from '../words.ts';

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
  readonly ask: Ask;
  readonly onOpen: OpenScript;
  readonly onChange: (text: string) => void;
  readonly onSave: () => void;
};

/** What the language's own tables and the script itself have to say. */
const assistance = (ask: Ask, open: OpenScript) => [
  helpTooltip,
  completion(ask),
  signature(ask),
  hover(ask),
  definition(ask, open),
];

function extensions({ label, language, ask, onOpen, onChange, onSave }: CodeEditorOptions) {
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
    problemLine(language === 'crmscript' ? words.editorKeys : ''),
    languageOf(language),
    language === 'crmscript' ? assistance(ask, onOpen) : [],
    quickFix,
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
