import { EditorView, hoverTooltip, keymap } from '@codemirror/view';
import { editorWords } from '../words/editor-words.ts';
import { askFor, type Ask } from './ask.ts';
import { describeAll, spoken } from './description.ts';
import { showHelp } from './help-tooltip.ts';
import { asksForName } from './rename-box.tsx';

/** Says what the name under the cursor is, on screen and to a screen reader. */
async function describeHere(ask: Ask, view: EditorView): Promise<void> {
  const { state } = view;
  const found = await askFor(ask, 'hover', state, state.selection.main.head);
  if (view.state.doc !== state.doc) return;
  const { start = 0, about = [] } = found?.help ?? {};
  const said = about.length === 0 ? editorWords.nothingHere : about.map((one) => spoken(one)).join('. ');
  const shown = showHelp.of(
    about.length === 0 ? null : { kind: 'hover', pos: start, make: () => describeAll(about) },
  );
  view.dispatch({ effects: [EditorView.announce.of(said), shown] });
}

/** What a name is: to the mouse that rests on it, and to Ctrl+I. */
export const hover = (ask: Ask) => [
  hoverTooltip(async (view, offset) => {
    const found = await askFor(ask, 'hover', view.state, offset);
    if (found === null || asksForName(view.state)) return null;
    const { start, end, about } = found.help;
    return { pos: start, end, above: true, create: () => ({ dom: describeAll(about) }) };
  }),
  keymap.of([
    {
      key: 'Mod-i',
      preventDefault: true,
      run: (view) => {
        void describeHere(ask, view);
        return true;
      },
    },
  ]),
];
