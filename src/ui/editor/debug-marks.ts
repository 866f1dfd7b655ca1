import { StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  ViewPlugin,
  WidgetType,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view';

/** What a debugger shows in the text of a script. Lines count from 1. */
export type DebugMarks = {
  /** The line that is to run next; 0 for none. */
  readonly line: number;
  /** A call inside it is shown elsewhere, or has to come back: it is not where the step itself stands. */
  readonly isOuter: boolean;
  /** Lines that ran in this call. */
  readonly executed: readonly number[];
  /** What stands at the ends of lines, such as `text = "Order 1042"`. */
  readonly values: ReadonlyMap<number, string>;
};

class ValueWidget extends WidgetType {
  readonly #text: string;

  constructor(text: string) {
    super();
    this.#text = text;
  }

  override eq(other: ValueWidget): boolean {
    return other.#text === this.#text;
  }

  override toDOM(): HTMLElement {
    const shown = document.createElement('span');
    shown.className = 'cm-inline-value';
    shown.textContent = this.#text;
    return shown;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

const executed = Decoration.line({ class: 'cm-executed' });
const stopped = Decoration.line({ class: 'cm-stopped', attributes: { 'aria-current': 'step' } });
const outer = Decoration.line({ class: 'cm-stopped outer', attributes: { 'aria-current': 'step' } });

const show = StateEffect.define<DebugMarks>();

function decorations({ doc }: EditorState, marks: DebugMarks): DecorationSet {
  const isThere = (line: number): boolean => line >= 1 && line <= doc.lines;
  const lines = marks.executed
    .filter((line) => isThere(line) && line !== marks.line)
    .map((line) => executed.range(doc.line(line).from));
  const here = isThere(marks.line)
    ? [(marks.isOuter ? outer : stopped).range(doc.line(marks.line).from)]
    : [];
  const values = [...marks.values]
    .filter(([line]) => isThere(line))
    .map(([line, text]) =>
      Decoration.widget({ widget: new ValueWidget(text), side: 1 }).range(doc.line(line).to),
    );
  return Decoration.set([...lines, ...here, ...values], true);
}

const marksField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (value, { effects, changes, state }) =>
    effects.reduce(
      (last, effect) => (effect.is(show) ? decorations(state, effect.value) : last),
      value.map(changes),
    ),
  provide: (of) => EditorView.decorations.from(of),
});

/** Where the line begins that is to run; null for none. */
function stoppedAt(state: EditorState): number | null {
  const mark = state.field(marksField).iter();
  while (mark.value !== null && mark.value !== stopped && mark.value !== outer) mark.next();
  return mark.value === null ? null : mark.from;
}

const intoSight = (position: number) => EditorView.scrollIntoView(position, { y: 'nearest', yMargin: 60 });

/** The line that is to run stays in sight when there is less room than before: a window that is made smaller, a tablet that is turned. */
const staysInSight = ViewPlugin.fromClass(
  class {
    #height = 0;

    update({ view, state, geometryChanged }: ViewUpdate): void {
      if (!geometryChanged) return;
      const before = this.#height;
      this.#height = view.scrollDOM.clientHeight;
      const position = this.#height < before ? stoppedAt(state) : null;
      // An editor takes nothing new while it is told of something.
      if (position !== null)
        queueMicrotask(() => {
          if (position <= view.state.doc.length) view.dispatch({ effects: intoSight(position) });
        });
    }
  },
);

/** What `showDebugMarks` shows. */
export const debugMarks: Extension = [marksField, staysInSight];

/** Shows these marks in place of those before, and brings the line that is to run into sight, unless it is. */
export function showDebugMarks(view: EditorView, marks: DebugMarks): void {
  const { doc } = view.state;
  const isThere = marks.line >= 1 && marks.line <= doc.lines;
  view.dispatch({
    effects: [show.of(marks), ...(isThere ? [intoSight(doc.line(marks.line).from)] : [])],
  });
}
