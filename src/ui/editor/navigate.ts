import { keymap, type EditorView } from '@codemirror/view';
import type { ScriptQueries } from '../look/script-queries.ts';
import { sayAt, sayInstead } from './rename-box.tsx';

/** Puts under the editor where the name at the cursor is used, and says how often; or, at the cursor, why not. */
export async function findReferences(looks: ScriptQueries, view: EditorView): Promise<void> {
  const { doc, selection } = view.state;
  const { head } = selection.main;
  const { isShown, says } = await looks.showReferences(doc.toString(), head);
  if (says === '' || !view.dom.isConnected) return;
  if (isShown) sayInstead(view, says);
  else sayAt(looks, view, Math.min(head, view.state.doc.length), says);
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
