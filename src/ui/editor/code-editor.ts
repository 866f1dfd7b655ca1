import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyField, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, Transaction } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
} from '@codemirror/view';
import type { Diagnostic } from '../../crmscript/diagnostic.ts';
import type { ScriptLanguage } from '../../engine/definition.ts';
import type { Ask } from './ask.ts';
import type { LineCoverage } from '../../protocol/coverage.ts';
import {
  announce,
  breakpointGutter,
  breakpointLines,
  setBreakpoints,
  type MarginAct,
} from './breakpoint-gutter.ts';
import type { BreakpointMark } from './breakpoint-mark.ts';
import { completion } from './completion.ts';
import { coverageGutter, lineTitle, setCoverage } from './coverage-gutter.ts';
import { crmscript } from './crmscript-language.ts';
import { definition, type OpenScript } from './definition.ts';
import { findPanel } from './find-panel.tsx';
import { formatIn, formatKey, type AskFormat } from './format-key.ts';
import { folding } from './folding.ts';
import { growSelection } from './grow-selection.ts';
import { helpTooltip } from './help-tooltip.ts';
import { hover } from './hover.ts';
import { scriptQueriesOf, type ScriptQueries } from '../look/script-queries.ts';
import { findReferences, navigate, openOutline } from './navigate.ts';
import { parameterNames } from './parameter-names.ts';
import { problemLine } from './problem-line.ts';
import { quickFix, squiggle } from './quick-fix.ts';
import { askForName, renameBox } from './rename-box.tsx';
import { signature } from './signature.ts';
import { replaceSelection } from './replace-selection.ts';
import { tabKey } from './tab-key.ts';
import { theme } from './theme.ts';
import { editorWords } from '../words/editor-words.ts';
import type { AppContextValue } from '../context.ts';

/** How an editor was left: cursor, what can be undone, and how far it was scrolled. */
export type KeptEditor = {
  readonly state: { readonly doc?: unknown };
  readonly scroll: ReturnType<EditorView['scrollSnapshot']>;
};

export type CodeEditor = {
  setText(text: string): void;
  setDiagnostics(diagnostics: readonly Diagnostic[], onIgnore: (found: Diagnostic) => void): void;
  /** Shows in the margin how often the lines of a text ran, as long as that text stands there; null shows nothing. */
  setCoverage(lines: readonly LineCoverage[] | null): void;
  setBreakpoints(marks: readonly BreakpointMark[]): void;
  /** Opens the outline, the references of the name at the cursor, or the box for another name of it. */
  look(what: 'outline' | 'references' | 'rename'): void;
  /** Shows the names of parameters before arguments, or not. */
  showParameterNames(shows: boolean): void;
  /** The lines on which the breakpoints are by now, by their ids: they move with the text. */
  breakpointLines(): ReadonlyMap<number, number>;
  /** Says something to a screen reader. */
  announce(text: string): void;
  /** Formats the text, and says below it what came of that. */
  format(): void;
  /** Puts the cursor at a place, counted from 1, and brings it into sight. */
  goTo(line: number, column: number): void;
  /** Takes the focus, with the cursor where it is. */
  focus(): void;
  /** As it stands, for the next editor of the same text. */
  keep(): KeptEditor;
  destroy(): void;
};

export type CodeEditorOptions = {
  readonly label: string;
  readonly text: string;
  /** How an earlier editor was left; taken up if it held the same text. */
  readonly kept: KeptEditor | undefined;
  readonly language: ScriptLanguage;
  readonly ask: Ask;
  readonly askFormat: AskFormat;
  /** The script, and the window that it is written in. */
  readonly script: number;
  readonly context: AppContextValue;
  readonly onOpen: OpenScript;
  readonly onChange: (text: string) => void;
  readonly onSave: () => void;
  readonly onMargin: (act: MarginAct) => void;
};

/** What the language's own tables and the script itself have to say. */
const assistance = (ask: Ask, open: OpenScript, looks: ScriptQueries) => [
  helpTooltip,
  completion(ask),
  signature(ask),
  hover(ask),
  definition(ask, open),
  navigate(looks),
  renameBox(looks),
  growSelection(looks),
];

/** Colours, comments and indentation of the language that the script is written in. */
const written = new Compartment();
/** The names of parameters before arguments, where somebody wants to see them. */
const named = new Compartment();

function extensions(options: CodeEditorOptions, looks: ScriptQueries) {
  const { label, language, ask, askFormat, onOpen, onChange, onSave, onMargin } = options;
  const save = {
    key: 'Mod-s',
    run: () => {
      onSave();
      return true;
    },
  };
  return [
    coverageGutter(lineTitle),
    breakpointGutter(onMargin),
    folding(looks),
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
    problemLine(editorWords.editorKeys),
    written.of(language === 'crmscript' ? crmscript : []),
    assistance(ask, onOpen, looks),
    named.of([]),
    quickFix,
    formatKey(askFormat),
    replaceSelection,
    findPanel,
    tabKey,
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

/** What of an editor's state is kept besides the text and the selection. */
const keptFields = { history: historyField };

/** The grammar comes when it is first needed; until then, and where it cannot come, the text stands there without colours. */
async function colourJavaScript(view: EditorView): Promise<void> {
  const { javaScript } = await import('./javascript-language.ts').catch(() => ({ javaScript: [] }));
  if (view.dom.isConnected) view.dispatch({ effects: written.reconfigure(javaScript) });
}

/** What differs between two texts, in one piece: what stands around it stays where it is. */
function onlyChanged(old: string, text: string) {
  const shorter = Math.min(old.length, text.length);
  let from = 0;
  while (from < shorter && old[from] === text[from]) from += 1;
  let behind = 0;
  while (behind < shorter - from && old.at(-1 - behind) === text.at(-1 - behind)) behind += 1;
  return { from, to: old.length - behind, insert: text.slice(from, text.length - behind) };
}

/** An editor inside `host`. Its styles live in a shadow root: the page's policy allows no inline style sheets. */
export function createCodeEditor(host: HTMLElement, options: CodeEditorOptions): CodeEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const parent = document.createElement('div');
  parent.style.height = '100%';
  root.replaceChildren(parent);
  const { text, kept } = options;
  const looks = scriptQueriesOf(options.context, options.script);
  const config = { extensions: extensions(options, looks) };
  const goesOn = kept !== undefined && kept.state.doc === text;
  const state = goesOn
    ? EditorState.fromJSON(kept.state, config, keptFields)
    : EditorState.create({ ...config, doc: text });
  const view = new EditorView({ state, parent, root, ...(goesOn && { scrollTo: kept.scroll }) });
  if (options.language === 'javascript') void colourJavaScript(view);
  let scroll = view.scrollSnapshot();
  // As it happens: by the time an editor is put away, it may stand nowhere and not be scrolled any more.
  view.scrollDOM.addEventListener('scroll', () => {
    if (view.scrollDOM.isConnected) scroll = view.scrollSnapshot();
  });
  return {
    setText(text) {
      const old = view.state.doc.toString();
      if (old === text) return;
      view.dispatch({
        changes: onlyChanged(old, text),
        annotations: Transaction.remote.of(true),
      });
    },
    setDiagnostics(diagnostics, onIgnore) {
      const { length } = view.state.doc;
      view.dispatch(
        setDiagnostics(
          view.state,
          diagnostics.map((found) => squiggle(found, length, onIgnore)),
        ),
      );
    },
    setCoverage(lines) {
      setCoverage(view, lines);
    },
    setBreakpoints(marks) {
      setBreakpoints(view, marks);
    },
    look(what) {
      view.focus();
      if (what === 'outline') openOutline(looks, view);
      else void (what === 'references' ? findReferences : askForName)(looks, view);
    },
    showParameterNames(shows) {
      view.dispatch({ effects: named.reconfigure(shows ? parameterNames(looks) : []) });
    },
    breakpointLines: () => breakpointLines(view),
    format() {
      view.focus();
      void formatIn(view, options.askFormat);
    },
    announce(text) {
      announce(view, text);
    },
    focus() {
      view.focus();
    },
    goTo(line, column) {
      const target = view.state.doc.line(Math.max(1, Math.min(line, view.state.doc.lines)));
      const anchor = Math.min(target.from + Math.max(0, column - 1), target.to);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
      view.focus();
    },
    keep: () => ({
      state: view.state.toJSON(keptFields) as KeptEditor['state'],
      scroll,
    }),
    destroy() {
      view.destroy();
    },
  };
}
