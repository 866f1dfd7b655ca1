import { completionStatus } from '@codemirror/autocomplete';
import { Prec, StateEffect, StateField } from '@codemirror/state';
import { EditorView, keymap, showTooltip, tooltips, type Tooltip } from '@codemirror/view';

type Shown = {
  /** What it is about: it goes when the cursor leaves. */
  readonly kind: 'hover' | 'signature';
  readonly pos: number;
  readonly make: () => HTMLElement;
};

/** Shows something above a place until it is taken away with null. */
export const showHelp = StateEffect.define<Shown | null>();

const tooltipOf = ({ pos, make }: Shown): Tooltip => ({
  pos,
  above: true,
  create: () => ({ dom: make() }),
});

type Field = { readonly shown: Shown; readonly tooltip: Tooltip } | null;

const field = StateField.define<Field>({
  create: () => null,
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(showHelp)) {
        return effect.value && { shown: effect.value, tooltip: tooltipOf(effect.value) };
      }
    }
    if (value === null || (!transaction.docChanged && transaction.selection === undefined)) return value;
    if (value.shown.kind === 'hover') return null;
    const pos = transaction.changes.mapPos(value.shown.pos);
    return {
      shown: value.shown,
      tooltip: pos === value.shown.pos ? value.tooltip : { ...value.tooltip, pos },
    };
  },
  provide: (of) => showTooltip.from(of, (value) => value?.tooltip ?? null),
});

export const shownHelp = (view: EditorView): Shown['kind'] | undefined =>
  view.state.field(field, false)?.shown.kind;

/** A list of suggestions is closed first. */
function close(view: EditorView): boolean {
  if (shownHelp(view) === undefined || completionStatus(view.state) === 'active') return false;
  view.dispatch({ effects: showHelp.of(null) });
  return true;
}

/** Tooltips keep off the edges of the window. */
const windowSpace = () => ({ top: 4, left: 8, bottom: innerHeight - 4, right: innerWidth - 8 });

export const helpTooltip = [
  field,
  tooltips({ tooltipSpace: windowSpace }),
  Prec.highest(keymap.of([{ key: 'Escape', run: close }])),
  EditorView.focusChangeEffect.of((_, focusing) => (focusing ? null : showHelp.of(null))),
];
