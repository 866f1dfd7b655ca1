import { forEachDiagnostic, type Action, type Diagnostic as Squiggle } from '@codemirror/lint';
import { EditorView, keymap } from '@codemirror/view';
import type { Diagnostic } from '../../crmscript/diagnostic.ts';
import { editorWords } from '../words/editor-words.ts';

/** A diagnostic as the editor shows it. Its fix moves with the text that it is about; a hint with a rule can be ignored. */
export function squiggle(
  found: Diagnostic,
  length: number,
  onIgnore?: (found: Diagnostic) => void,
): Squiggle {
  const from = Math.min(Math.max(0, found.span.start), length);
  const to = Math.min(Math.max(from, found.span.end), length);
  const { fix, severity, code, rule } = found;
  const message = rule === undefined ? found.message : editorWords.withRule(found.message, rule);
  const ignore = () => {
    onIgnore?.(found);
  };
  const ignoring = rule === undefined ? [] : [{ name: editorWords.ignore, apply: ignore }];
  const shared = { from, to, severity, message, source: code, actions: ignoring } as const;
  if (fix === undefined) return shared;
  const apply = (view: EditorView, now: number) => {
    const [start, end] = [fix.start + now - from, fix.end + now - from];
    if (start < 0 || end > view.state.doc.length) return;
    view.dispatch({
      changes: { from: start, to: end, insert: fix.text },
      effects: EditorView.announce.of(editorWords.fixed(fix.label)),
      userEvent: 'input.fix',
    });
  };
  return { ...shared, actions: [{ name: fix.label, apply }, ...ignoring] };
}

type Fix = { readonly action: Action; readonly from: number; readonly to: number; readonly far: number };

/** The fix for the problem at the cursor, else the nearest one of its line. */
export function fixHere({ state }: EditorView): Fix | undefined {
  const { head } = state.selection.main;
  const line = state.doc.lineAt(head);
  let best: Fix | undefined;
  forEachDiagnostic(state, ({ actions = [] }, from, to) => {
    const [action] = actions;
    if (action === undefined || action.name === editorWords.ignore || from > line.to || to < line.from)
      return;
    const far = Math.max(0, from - head, head - to);
    if (best === undefined || far < best.far) best = { action, from, to, far };
  });
  return best;
}

/** Ctrl+. mends what is wrong at the cursor; F8 goes from one problem to the next. */
export const quickFix = keymap.of([
  {
    key: 'Mod-.',
    preventDefault: true,
    run: (view) => {
      const fix = fixHere(view);
      if (fix === undefined) view.dispatch({ effects: EditorView.announce.of(editorWords.noFix) });
      else fix.action.apply(view, fix.from, fix.to);
      return true;
    },
  },
]);
