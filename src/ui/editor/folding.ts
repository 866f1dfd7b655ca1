import { codeFolding, foldGutter, foldKeymap, foldService } from '@codemirror/language';
import { StateEffect, StateField } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import type { ScriptQueries } from '../look/script-queries.ts';
import { editorWords } from '../words/editor-words.ts';
import { askedBehind } from './asked-behind.ts';

type Range = { readonly from: number; readonly to: number };

const setFolds = StateEffect.define<readonly Range[]>();

/** What can be folded, as far as it is known: it moves with the text until that stands still. */
const known = StateField.define<readonly Range[]>({
  create: () => [],
  update(ranges, transaction) {
    for (const effect of transaction.effects) if (effect.is(setFolds)) return effect.value;
    if (!transaction.docChanged) return ranges;
    const { changes } = transaction;
    return ranges
      .map(({ from, to }) => ({ from: changes.mapPos(from, 1), to: changes.mapPos(to, -1) }))
      .filter(({ from, to }) => from < to);
  },
});

const service = foldService.of(
  (state, start, end) =>
    state.field(known).find(({ from, to }) => from >= start && from <= end && to > end) ?? null,
);

const sign = (open: boolean): HTMLElement => {
  const made = document.createElement('span');
  made.className = open ? 'cm-fold open' : 'cm-fold';
  made.textContent = open ? '⌄' : '›';
  made.title = open ? editorWords.fold : editorWords.unfold;
  return made;
};

/** Blocks, comments, includes and regions can be folded away, by their sign in the margin and by keys. */
export const folding = (looks: ScriptQueries) => [
  known,
  service,
  codeFolding({
    placeholderDOM: (_view, onclick) => {
      const made = document.createElement('button');
      made.type = 'button';
      made.className = 'cm-folded';
      made.textContent = '…';
      made.title = editorWords.unfold;
      made.setAttribute('aria-label', editorWords.folded);
      made.onclick = onclick;
      return made;
    },
  }),
  foldGutter({
    markerDOM: sign,
    foldingChanged: ({ transactions }) =>
      transactions.some(({ effects }) => effects.some((effect) => effect.is(setFolds))),
  }),
  keymap.of(foldKeymap),
  askedBehind(async (view) => {
    const { doc } = view.state;
    const found = await looks.ask({ kind: 'folds' }, 'folds', doc.toString());
    if (found === null || view.state.doc !== doc || !view.dom.isConnected) return;
    view.dispatch({ effects: setFolds.of(found.folds.map(({ start, end }) => ({ from: start, to: end }))) });
  }),
];
