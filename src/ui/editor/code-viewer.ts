import { Compartment, EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import type { ScriptLanguage } from '../../engine/definition.ts';
import type { LineCoverage } from '../../protocol/coverage.ts';
import { coverageGutter, lineTitle, setCoverage } from './coverage-gutter.ts';
import { crmscript } from './crmscript-language.ts';
import { theme } from './theme.ts';

export type CodeViewerOptions = {
  readonly label: string;
  readonly text: string;
  readonly language: ScriptLanguage;
  readonly lines: readonly LineCoverage[];
};

/** A text that is looked at, with how often its lines ran, inside the shadow root of `host`. What it returns takes it away. */
export function createCodeViewer(
  host: HTMLElement,
  { label, text, language, lines }: CodeViewerOptions,
): () => void {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const parent = document.createElement('div');
  parent.style.height = '100%';
  root.replaceChildren(parent);
  const written = new Compartment();
  const extensions = [
    coverageGutter(lineTitle),
    lineNumbers(),
    written.of(language === 'crmscript' ? crmscript : []),
    EditorState.readOnly.of(true),
    EditorView.editable.of(false),
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0', role: 'textbox' }),
    theme,
  ];
  const view = new EditorView({ state: EditorState.create({ doc: text, extensions }), parent, root });
  setCoverage(view, lines);
  if (language === 'javascript') {
    import('./javascript-language.ts').then(
      ({ javaScript }) => {
        view.dispatch({ effects: written.reconfigure(javaScript) });
      },
      () => undefined, // the text stands there without colours
    );
  }
  return () => {
    view.destroy();
  };
}
