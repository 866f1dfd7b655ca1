import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { botWords } from '../words/bot-words.ts';
import { editorWords } from '../words/editor-words.ts';

/*
 * Whether Tab indents or moves on. An editor in which it always indents stands in the way of everybody who walks through
 * the window by keyboard: the first Tab out of a customer's composer may run into it, and the next ones would change a
 * script that nobody meant to touch. So Tab moves on, there and back, until somebody works in the editor: types, takes
 * something away, pastes, undoes, or clicks into it. From then on it indents, as in every editor, until the editor is left;
 * Escape and then Tab leaves it (WCAG 2.1.2). To walk with the arrow keys is to read, which a screen reader does
 * too, and does not count. Ctrl+] and Ctrl+[ indent in either case.
 */

const setWorks = StateEffect.define<boolean>();

const works = StateField.define<boolean>({
  create: () => false,
  update: (value, { effects }) => effects.find((one) => one.is(setWorks))?.value ?? value,
});

/** Whether somebody works in the editor, so that Tab indents. */
export const tabIndents = (view: EditorView): boolean => view.state.field(works, false) === true;

class TabKey {
  readonly #view: EditorView;

  constructor(view: EditorView) {
    this.#view = view;
  }

  update({ view, transactions }: ViewUpdate): void {
    const wrote = transactions.some(
      (one) =>
        one.docChanged && ['input', 'delete', 'move', 'undo', 'redo'].some((kind) => one.isUserEvent(kind)),
    );
    if (!wrote || tabIndents(view)) return;
    // Not within an update of the view.
    queueMicrotask(() => {
      this.set(true);
    });
  }

  set(isAtWork: boolean): void {
    this.#view.setTabFocusMode(!isAtWork);
    if (tabIndents(this.#view) !== isAtWork) this.#view.dispatch({ effects: setWorks.of(isAtWork) });
  }
}

const plugin = ViewPlugin.fromClass(TabKey, {
  eventHandlers: {
    mousedown() {
      this.set(true);
    },
    focus(_event, view) {
      // A click has been seen before this.
      if (!tabIndents(view)) view.setTabFocusMode(true);
    },
    blur(_event, view) {
      // When the whole window loses the focus, the editor has it again with the window, and goes on as it was.
      if (view.root.activeElement !== view.contentDOM) this.set(false);
    },
  },
});

/** Says it to a screen reader when the editor gets the focus. */
const described = EditorView.contentAttributes.compute([works], (state) => ({
  'aria-description': state.field(works) ? botWords.leaveEditor : editorWords.tabMovesOn,
}));

export const tabKey: Extension = [works, plugin, described];
