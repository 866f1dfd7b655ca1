import { EditorView, keymap } from '@codemirror/view';
import type { ScriptQueries } from '../look/script-queries.ts';
import { lookWords } from '../words/look-words.ts';

/** Puts under the editor where the name at the cursor is used, and says how often. */
export async function findReferences(looks: ScriptQueries, view: EditorView): Promise<void> {
  const { state } = view;
  const said = await looks.showReferences(state.doc.toString(), state.selection.main.head);
  if (view.dom.isConnected)
    view.dispatch({ effects: EditorView.announce.of(said ?? lookWords.noReferences) });
}

export function openOutline(looks: ScriptQueries, { state }: EditorView): void {
  looks.showOutline(state.doc.toString(), state.selection.main.head);
}

/** Ctrl+Shift+O: the outline; Shift+F12: where a name is used. */
export const navigate = (looks: ScriptQueries) =>
  keymap.of([
    {
      key: 'Mod-Shift-o',
      preventDefault: true,
      run: (view) => {
        openOutline(looks, view);
        return true;
      },
    },
    {
      key: 'Shift-F12',
      preventDefault: true,
      run: (view) => {
        void findReferences(looks, view);
        return true;
      },
    },
  ]);
