import { StateEffect, StateField, type EditorState, type Extension, type Text } from '@codemirror/state';
import { Decoration, EditorView, gutter, GutterMarker } from '@codemirror/view';
import type { LineCoverage } from '../../protocol/coverage.ts';
import { editorWords } from '../words/editor-words.ts';

type Shown = {
  /** The text that the lines are of: while another one stands there, they say nothing. */
  readonly doc: Text;
  readonly lines: ReadonlyMap<number, LineCoverage>;
};

const show = StateEffect.define<Shown | null>();

const shown = StateField.define<Shown | null>({
  create: () => null,
  update: (value, { effects }) =>
    effects.reduce((last, effect) => (effect.is(show) ? effect.value : last), value),
});

const shownIn = (state: EditorState): Shown | null => {
  const value = state.field(shown);
  return value !== null && value.doc.length === state.doc.length && value.doc.eq(state.doc) ? value : null;
};

type Kind = 'whole' | 'part' | 'never';

/** Whether all of a line ran and every way of its branches was taken. */
function kindOf({ hits, isWhole, ways }: LineCoverage): Kind {
  if (hits === 0) return 'never';
  return isWhole && ways.covered === ways.total ? 'whole' : 'part';
}

/** How often a line ran, as a number that stays short: `12×`, `3k×`. */
function hitsText(hits: number): string {
  if (hits < 1000) return `${String(hits)}×`;
  return hits < 1_000_000
    ? `${String(Math.floor(hits / 1000))}k×`
    : `${String(Math.floor(hits / 1_000_000))}M×`;
}

class HitsMarker extends GutterMarker {
  readonly #text: string;
  readonly #kind: Kind | '';
  readonly #title: string;

  constructor(text: string, kind: Kind | '', title: string) {
    super();
    this.#text = text;
    this.#kind = kind;
    this.#title = title;
  }

  override eq(other: HitsMarker): boolean {
    return other.#text === this.#text && other.#kind === this.#kind && other.#title === this.#title;
  }

  override toDOM(): HTMLElement {
    const mark = document.createElement('span');
    mark.className = `cm-hits ${this.#kind}`;
    mark.textContent = this.#text;
    if (this.#title !== '') mark.title = this.#title;
    return mark;
  }
}

type LineTitle = (line: LineCoverage) => string;

/** What the margin says of a line on hover. */
export const lineTitle: LineTitle = ({ hits, ways }) => editorWords.lineRan(hits, ways.covered, ways.total);

/** As wide as the widest, so that the text does not move when numbers grow. */
const spacer = new HitsMarker('999×', '', '');

const never = Decoration.line({ class: 'cm-never' });

/** The hits of lines in the margin, and a tint on those that never ran. Nothing until `setCoverage` gives lines. */
export const coverageGutter = (titleOf: LineTitle): Extension => [
  shown,
  gutter({
    class: 'cm-coverage',
    lineMarker: (view, { from }) => {
      const line = shownIn(view.state)?.lines.get(view.state.doc.lineAt(from).number);
      return line === undefined ? null : new HitsMarker(hitsText(line.hits), kindOf(line), titleOf(line));
    },
    lineMarkerChange: ({ startState, state, docChanged }) =>
      docChanged || startState.field(shown) !== state.field(shown),
    initialSpacer: () => spacer,
  }),
  EditorView.editorAttributes.compute([shown, 'doc'], (state) => ({
    class: shownIn(state) === null ? 'cm-uncovered' : '',
  })),
  EditorView.decorations.compute([shown, 'doc'], (state) => {
    const value = shownIn(state);
    if (value === null) return Decoration.none;
    const lines = [...value.lines.values()].filter(({ hits, line }) => hits === 0 && line <= state.doc.lines);
    return Decoration.set(
      lines.map(({ line }) => never.range(state.doc.line(line).from)),
      true,
    );
  }),
];

/** Shows the lines of the text that stands there now; null shows none. */
export function setCoverage(view: EditorView, lines: readonly LineCoverage[] | null): void {
  const value =
    lines === null
      ? null
      : { doc: view.state.doc, lines: new Map(lines.map((one) => [one.line, one] as const)) };
  view.dispatch({ effects: show.of(value) });
}
