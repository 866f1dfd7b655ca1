import { RangeSet, RangeSetBuilder, StateEffect, StateField, type EditorState } from '@codemirror/state';
import { EditorView, gutter, GutterMarker, keymap, lineNumbers, type BlockInfo } from '@codemirror/view';
import type { BreakpointMark } from './breakpoint-mark.ts';

/** What was done to a line in the margin, or by key. */
export type MarginAct = {
  readonly line: number;
  readonly how: 'toggle' | 'edit' | 'menu';
  /** The line's number, in the window: where something about it can be shown. */
  readonly place: DOMRect;
};

type OnMargin = (act: MarginAct) => void;

class Marker extends GutterMarker {
  readonly mark: BreakpointMark;

  constructor(mark: BreakpointMark) {
    super();
    this.mark = mark;
  }

  override eq({ mark }: Marker): boolean {
    const { id, look, text, title, isOff } = this.mark;
    return (
      mark.id === id &&
      mark.look === look &&
      mark.text === text &&
      mark.title === title &&
      mark.isOff === isOff
    );
  }

  override toDOM(): HTMLElement {
    const { look, text, title, isOff } = this.mark;
    const mark = document.createElement('span');
    mark.className = `cm-breakpoint ${look}${isOff ? ' off' : ''}`;
    mark.title = title;
    if (text !== '') {
      const inside = document.createElement('i');
      inside.textContent = text;
      mark.append(inside);
    }
    return mark;
  }
}

const show = StateEffect.define<readonly BreakpointMark[]>();

const setOf = ({ doc }: EditorState, marks: readonly BreakpointMark[]): RangeSet<Marker> => {
  const builder = new RangeSetBuilder<Marker>();
  for (const mark of marks.toSorted((a, b) => a.line - b.line)) {
    const { from } = doc.line(Math.max(1, Math.min(mark.line, doc.lines)));
    builder.add(from, from, new Marker(mark));
  }
  return builder.finish();
};

/** The marks of a set, and where each of them is. */
function inside(set: RangeSet<Marker>): readonly { readonly mark: BreakpointMark; readonly from: number }[] {
  const found: { readonly mark: BreakpointMark; readonly from: number }[] = [];
  const cursor = set.iter();
  while (cursor.value !== null) {
    found.push({ mark: cursor.value.mark, from: cursor.from });
    cursor.next();
  }
  return found;
}

/** The marks, which move with the text. */
const field = StateField.define<RangeSet<Marker>>({
  create: () => RangeSet.empty,
  update(value, { changes, docChanged, effects, state }) {
    let marks = value;
    if (docChanged) {
      // A line that is pushed down takes its mark along; in front of it, a mark would stay behind.
      const moved = inside(value).map(({ mark, from }) => ({
        ...mark,
        line: state.doc.lineAt(changes.mapPos(from, 1)).number,
      }));
      marks = setOf(state, moved);
    }
    for (const effect of effects) if (effect.is(show)) marks = setOf(state, effect.value);
    return marks;
  },
});

const numberOf = (view: EditorView, { from }: Pick<BlockInfo, 'from'>): number =>
  view.state.doc.lineAt(from).number;

/** Where a line begins, as far as it is in sight. */
function placeOf(view: EditorView, line: number): DOMRect {
  const { from } = view.state.doc.line(line);
  const box = view.dom.getBoundingClientRect();
  const at = view.coordsAtPos(from);
  const top = Math.max(box.top, Math.min(at?.top ?? box.top, box.bottom - 18));
  return new DOMRect(at?.left ?? box.left, top, 0, 18);
}

const onMouse = (act: OnMargin) => {
  const tell = (how: MarginAct['how']) => (view: EditorView, block: BlockInfo, event: Event) => {
    if (how === 'toggle' && (event as MouseEvent).button !== 0) return false;
    event.preventDefault();
    const line = numberOf(view, block);
    act({ line, how, place: placeOf(view, line) });
    return true;
  };
  return { mousedown: tell('toggle'), contextmenu: tell('menu') };
};

const onKey = (act: OnMargin, how: MarginAct['how']) => (view: EditorView) => {
  const { number: line } = view.state.doc.lineAt(view.state.selection.main.head);
  act({ line, how, place: placeOf(view, line) });
  return true;
};

/**
 * Breakpoints in the margin, and the numbers of the lines: a click sets or removes one, as F9 does on the line of the cursor. It only says
 * what was done; `setBreakpoints` shows what came of it. The
 * margin is not read out: their list says the same, and what a key did is said.
 */
export const breakpointGutter = (act: OnMargin) => [
  field,
  gutter({
    class: 'cm-breakpoints',
    renderEmptyElements: true,
    markers: (view) => view.state.field(field),
    domEventHandlers: onMouse(act),
  }),
  lineNumbers({ domEventHandlers: onMouse(act) }),
  keymap.of([
    { key: 'F9', preventDefault: true, run: onKey(act, 'toggle') },
    { key: 'Shift-F9', preventDefault: true, run: onKey(act, 'edit') },
  ]),
];

/** Shows these, and no others. */
export function setBreakpoints(view: EditorView, marks: readonly BreakpointMark[]): void {
  view.dispatch({ effects: show.of(marks) });
}

/** On which lines they are by now, by id. */
export function breakpointLines({ state }: EditorView): ReadonlyMap<number, number> {
  return new Map(
    inside(state.field(field)).map(({ mark, from }) => [mark.id, state.doc.lineAt(from).number]),
  );
}

/** Says something to a screen reader. */
export const announce = (view: EditorView, text: string): void => {
  view.dispatch({ effects: EditorView.announce.of(text) });
};
