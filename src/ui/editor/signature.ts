import type { Transaction } from '@codemirror/state';
import { EditorView, keymap, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { askFor, type Answered, type Ask } from './ask.ts';
import { describeCall, spoken } from './description.ts';
import { showHelp, shownHelp } from './help-tooltip.ts';

const opens = (transaction: Transaction, view: EditorView): boolean => {
  if (!transaction.docChanged || !transaction.isUserEvent('input')) return false;
  const { head } = view.state.selection.main;
  return '(,'.includes(view.state.sliceDoc(head - 1, head) || ' ');
};

/** Keeps the overloads of the call around the cursor in sight; one question at a time, the last one counts. */
class SignaturePlugin {
  readonly #view: EditorView;
  readonly #ask: Ask;
  #asking = false;
  #asked = 0;
  /** How often it was taken away, by Escape say. */
  #closed = 0;
  #over = false;

  constructor(view: EditorView, ask: Ask) {
    this.#view = view;
    this.#ask = ask;
  }

  update({ view, transactions, docChanged, selectionSet }: ViewUpdate): void {
    const closes = ({ effects }: Transaction) =>
      effects.some((one) => one.is(showHelp) && one.value === null);
    if (transactions.some(closes)) this.#closed += 1;
    const begins = transactions.some((transaction) => opens(transaction, view));
    const goesOn = shownHelp(view) === 'signature' && (docChanged || selectionSet);
    if (begins || goesOn) void this.look(false);
  }

  async look(aloud: boolean): Promise<void> {
    this.#asked += 1;
    if (this.#asking) return;
    this.#asking = true;
    const { state } = this.#view;
    const [asked, closed] = [this.#asked, this.#closed];
    const found = await askFor(this.#ask, 'signature', state, state.selection.main.head).catch(() => null);
    const now = this.#view.state;
    this.#asking = false;
    if (this.#over || (this.#closed !== closed && this.#asked === asked)) return;
    const isStale = now.doc !== state.doc || !now.selection.eq(state.selection);
    if (this.#asked !== asked || isStale) await this.look(aloud);
    else this.#show(found?.help ?? null, aloud);
  }

  #show(help: Answered<'signature'> | null, aloud: boolean): void {
    if (help === null) {
      if (shownHelp(this.#view) === 'signature') this.#view.dispatch({ effects: showHelp.of(null) });
      return;
    }
    const { signatures, active, argument, start } = help;
    const make = () => describeCall(signatures, active, argument);
    const [meant] = signatures.slice(active);
    const effects = [showHelp.of({ kind: 'signature', pos: start, make })];
    this.#view.dispatch({
      effects:
        aloud && meant !== undefined
          ? [...effects, EditorView.announce.of(spoken(meant, argument))]
          : effects,
    });
  }

  destroy(): void {
    this.#over = true;
  }
}

/** Which arguments a call takes: while it is typed, and on Ctrl+Shift+Space. */
export function signature(ask: Ask) {
  const plugin = ViewPlugin.define((view) => new SignaturePlugin(view, ask));
  const show = (view: EditorView) => {
    void view.plugin(plugin)?.look(true);
    return true;
  };
  return [plugin, keymap.of([{ key: 'Mod-Shift-Space', run: show, preventDefault: true }])];
}
