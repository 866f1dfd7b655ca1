import { forEachDiagnostic } from '@codemirror/lint';
import { words } from '../words.ts';
import { showPanel, type EditorView, type Panel } from '@codemirror/view';

/** The messages of the line that the cursor is on: squiggles say where, this says what, without a mouse. */
function messages(view: EditorView): string {
  const line = view.state.doc.lineAt(view.state.selection.main.head);
  const found: string[] = [];
  forEachDiagnostic(view.state, ({ message }, from, to) => {
    if (from <= line.to && to >= line.from) found.push(message);
  });
  return found.join(' · ');
}

function place({ state }: EditorView): string {
  const { head } = state.selection.main;
  const line = state.doc.lineAt(head);
  return words.lineColumn(line.number, head - line.from + 1);
}

function panel(view: EditorView): Panel {
  const dom = document.createElement('div');
  dom.setAttribute('role', 'note');
  dom.className = 'problem-line';
  const show = (of: EditorView) => {
    const found = messages(of);
    dom.classList.toggle('found', found !== '');
    dom.textContent = found === '' ? `${place(of)} · ${words.leaveEditor}` : found;
    dom.title = found;
  };
  show(view);
  return {
    dom,
    update: ({ view: of }) => {
      show(of);
    },
  };
}

export const problemLine = showPanel.of(panel);
