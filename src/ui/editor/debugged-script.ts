import { defaultKeymap } from '@codemirror/commands';
import { Compartment, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLineGutter, hoverTooltip, keymap } from '@codemirror/view';
import type { ScriptLanguage } from '../../engine/definition.ts';
import { breakpointGutter, setBreakpoints, type MarginAct } from './breakpoint-gutter.ts';
import type { BreakpointMark } from './breakpoint-mark.ts';
import { crmscript } from './crmscript-language.ts';
import { debugMarks, showDebugMarks, type DebugMarks } from './debug-marks.ts';
import { expressionAt } from './expression-at.ts';
import { theme } from './theme.ts';

/** What an expression is worth where the debugger stands; null where it is worth nothing there. */
export type LookUp = (
  expression: string,
) => Promise<{ readonly value: string; readonly type: string } | null>;

export type DebuggedScriptOptions = {
  readonly label: string;
  readonly text: string;
  readonly language: ScriptLanguage;
  readonly onMargin: (act: MarginAct) => void;
  /** The cursor went to a line. */
  readonly onCursor: (line: number) => void;
  readonly lookUp: LookUp;
};

export type DebuggedScript = {
  readonly show: (marks: DebugMarks) => void;
  readonly setBreakpoints: (marks: readonly BreakpointMark[]) => void;
  readonly destroy: () => void;
};

/** What the name under the pointer is worth. */
const values = (lookUp: LookUp) =>
  hoverTooltip(
    async (view, offset) => {
      const line = view.state.doc.lineAt(offset);
      const found = expressionAt(line.text, offset - line.from);
      const value = found === null ? null : await lookUp(found.expression);
      if (found === null || value === null) return null;
      const create = () => ({ dom: described(found.expression, value) });
      return { pos: line.from + found.from, end: line.from + found.to, above: true, create };
    },
    { hoverTime: 120 },
  );

function described(expression: string, { value, type }: { readonly value: string; readonly type: string }) {
  const dom = document.createElement('div');
  dom.className = 'help cm-hover-value';
  const name = document.createElement('code');
  name.textContent = expression;
  const shown = document.createElement('code');
  shown.className = 'cm-value';
  shown.textContent = value;
  const kind = document.createElement('small');
  kind.textContent = type;
  dom.append(name, ' = ', shown, ' ', kind);
  return dom;
}

/** A script as a step ran it, to be read, inside the shadow root of `host`: where it stands, what ran, what variables hold. */
export function createDebuggedScript(host: HTMLElement, options: DebuggedScriptOptions): DebuggedScript {
  const { label, text, language, onMargin, onCursor, lookUp } = options;
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const parent = document.createElement('div');
  parent.style.height = '100%';
  root.replaceChildren(parent);
  const written = new Compartment();
  const extensions = [
    breakpointGutter(onMargin),
    written.of(language === 'crmscript' ? crmscript : []),
    drawSelection(),
    highlightActiveLineGutter(),
    keymap.of(defaultKeymap),
    // A cursor can be put anywhere, and nothing be written; no keyboard rises on a phone.
    EditorState.readOnly.of(true),
    EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-readonly': 'true',
      inputmode: 'none',
      spellcheck: 'false',
      tabindex: '0',
    }),
    EditorView.updateListener.of(({ selectionSet, state }) => {
      if (selectionSet) onCursor(state.doc.lineAt(state.selection.main.head).number);
    }),
    debugMarks,
    values(lookUp),
    theme,
  ];
  const view = new EditorView({ state: EditorState.create({ doc: text, extensions }), parent, root });
  if (language === 'javascript') {
    import('./javascript-language.ts').then(
      ({ javaScript }) => {
        view.dispatch({ effects: written.reconfigure(javaScript) });
      },
      () => undefined, // the text stands there without colours
    );
  }
  return {
    show: (marks) => {
      showDebugMarks(view, marks);
    },
    setBreakpoints: (marks) => {
      setBreakpoints(view, marks);
    },
    destroy: () => {
      view.destroy();
    },
  };
}
