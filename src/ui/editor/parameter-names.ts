import { RangeSetBuilder, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';
import type { ScriptQueries } from '../look/script-queries.ts';
import { askedBehind } from './asked-behind.ts';

class NameBefore extends WidgetType {
  readonly #text: string;

  constructor(text: string) {
    super();
    this.#text = text;
  }

  override eq(other: NameBefore): boolean {
    return other.#text === this.#text;
  }

  toDOM(): HTMLElement {
    const made = document.createElement('span');
    made.className = 'cm-parameter-name';
    made.setAttribute('aria-hidden', 'true');
    made.textContent = this.#text;
    return made;
  }
}

const setNames = StateEffect.define<DecorationSet>();

const shown = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(names, transaction) {
    for (const effect of transaction.effects) if (effect.is(setNames)) return effect.value;
    return names.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** The names of parameters before the arguments in sight. */
export const parameterNames = (looks: ScriptQueries) => [
  shown,
  askedBehind(
    async (view) => {
      const { doc } = view.state;
      const { from, to } = view.viewport;
      const found = await looks.ask({ kind: 'inlays', start: from, end: to }, 'inlays', doc.toString());
      if (found === null || view.state.doc !== doc || !view.dom.isConnected) return;
      const made = new RangeSetBuilder<Decoration>();
      for (const { offset, text } of found.inlays)
        made.add(offset, offset, Decoration.widget({ widget: new NameBefore(text), side: 1 }));
      view.dispatch({ effects: setNames.of(made.finish()) });
    },
    ({ viewportChanged }) => viewportChanged,
  ),
];
