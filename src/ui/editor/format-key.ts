import { EditorView, keymap } from '@codemirror/view';
import type { FormattedEdits } from '../../crmscript/format.ts';
import { editorWords } from '../words/editor-words.ts';
import { sayBelow } from './problem-line.ts';

/** Asks for what formats a text; null where nobody answers. */
export type AskFormat = (source: string) => Promise<FormattedEdits | null>;

/** Formats the text as one change, which one Undo takes back; the cursor stays with what it stands at. Says what came of it. */
export async function formatIn(view: EditorView, ask: AskFormat): Promise<void> {
  const { doc } = view.state;
  const found = await ask(doc.toString());
  const say = (text: string, isProblem = false) => [
    sayBelow.of({ text, isProblem }),
    EditorView.announce.of(text),
  ];
  if (found === null) view.dispatch({ effects: say(editorWords.formatUnanswered, true) });
  else if (found.kind === 'refused') {
    const { span, message } = found.error;
    view.dispatch({ effects: say(editorWords.formatRefused(span.line, message), true) });
  } else if (!view.state.doc.eq(doc)) view.dispatch({ effects: say(editorWords.formatTooLate, true) });
  else if (found.edits.length === 0) view.dispatch({ effects: say(editorWords.formattedAlready) });
  else {
    view.dispatch({
      changes: found.edits.map(({ start, end, text }) => ({ from: start, to: end, insert: text })),
      effects: say(editorWords.formatted),
      scrollIntoView: true,
      userEvent: 'format',
    });
  }
}

/** Shift+Alt+F formats the script. */
export const formatKey = (ask: AskFormat) =>
  keymap.of([
    {
      key: 'Shift-Alt-f',
      preventDefault: true,
      run: (view) => {
        void formatIn(view, ask);
        return true;
      },
    },
  ]);
