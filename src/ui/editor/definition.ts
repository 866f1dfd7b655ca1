import { EditorView, keymap } from '@codemirror/view';
import { editorWords } from '../words/editor-words.ts';
import { askFor, type Ask } from './ask.ts';

/** Opens a script at a line and column, from 1. */
export type OpenScript = (script: number, line: number, column: number) => void;

async function follow(ask: Ask, open: OpenScript, view: EditorView, offset: number): Promise<void> {
  const found = await askFor(ask, 'definition', view.state, offset);
  if (found === null) view.dispatch({ effects: EditorView.announce.of(editorWords.noDefinition) });
  else open(found.script, found.help.line, found.help.column);
}

/** F12, or a click with Ctrl or Cmd, leads to where a name is declared, or into the script that is included. */
export const definition = (ask: Ask, open: OpenScript) => [
  keymap.of([
    {
      key: 'F12',
      preventDefault: true,
      run: (view) => {
        void follow(ask, open, view, view.state.selection.main.head);
        return true;
      },
    },
  ]),
  EditorView.domEventHandlers({
    click: (event, view) => {
      if (event.button !== 0 || !(event.ctrlKey || event.metaKey)) return false;
      const offset = view.posAtCoords({ x: event.clientX, y: event.clientY });
      if (offset === null) return false;
      void follow(ask, open, view, offset);
      return true;
    },
  }),
];
