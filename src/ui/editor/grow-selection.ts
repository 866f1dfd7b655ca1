import { EditorSelection } from '@codemirror/state';
import { keymap, type EditorView } from '@codemirror/view';
import type { ScriptQueries } from '../look/script-queries.ts';

type Range = { readonly start: number; readonly end: number };

/** What was selected before it grew, for as long as it is what it grew to. */
const before = new WeakMap<EditorView, { readonly to: Range; readonly from: readonly Range[] }>();

const selected = ({ state }: EditorView): Range => ({
  start: state.selection.main.from,
  end: state.selection.main.to,
});
const isSame = (a: Range, b: Range | undefined): boolean => a.start === b?.start && a.end === b.end;

function select(view: EditorView, { start, end }: Range): void {
  view.dispatch({ selection: EditorSelection.single(start, end), scrollIntoView: true, userEvent: 'select' });
}

async function grow(looks: ScriptQueries, view: EditorView): Promise<void> {
  const { doc } = view.state;
  const now = selected(view);
  const found = await looks.ask({ kind: 'selections', offset: now.start }, 'selections', doc.toString());
  if (view.state.doc !== doc || !isSame(now, selected(view))) return;
  const next = found?.ranges.find(
    ({ start, end }) => start <= now.start && end >= now.end && end - start > now.end - now.start,
  );
  if (next === undefined) return;
  const known = before.get(view);
  const from = isSame(now, known?.to) ? (known?.from ?? []) : [];
  before.set(view, { to: next, from: [...from, now] });
  select(view, next);
}

function shrink(view: EditorView): void {
  const known = before.get(view);
  const last = known?.from.at(-1);
  if (known === undefined || last === undefined || !isSame(selected(view), known.to)) return;
  before.set(view, { to: last, from: known.from.slice(0, -1) });
  select(view, last);
}

/** Shift+Alt+→ selects what belongs to what is selected, Shift+Alt+← what was selected before. */
export const growSelection = (looks: ScriptQueries) =>
  keymap.of([
    {
      key: 'Shift-Alt-ArrowRight',
      preventDefault: true,
      run: (view) => {
        void grow(looks, view);
        return true;
      },
    },
    {
      key: 'Shift-Alt-ArrowLeft',
      preventDefault: true,
      run: (view) => {
        shrink(view);
        return true;
      },
    },
  ]);
