import { Prec, StateEffect, StateField } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** Says which characters were just inserted that a hand may type all the same, such as the brackets of a call. */
export const expectTyped = StateEffect.define<string>();

const expected = StateField.define<string>({
  create: () => '',
  update(value, { effects, docChanged, selection }) {
    const next = effects.find((one) => one.is(expectTyped));
    if (next !== undefined) return next.value;
    return docChanged || selection !== undefined ? '' : value;
  },
});

/** Who types `(` after taking a suggestion that brought its own does not get two. */
export const typedOver = [
  expected,
  // Before whatever closes brackets takes the key.
  Prec.highest(
    EditorView.inputHandler.of((view, _from, _to, text) => {
      const left = view.state.field(expected);
      if (text === '' || !left.startsWith(text)) return false;
      view.dispatch({ effects: expectTyped.of(left.slice(text.length)) });
      return true;
    }),
  ),
];
