import { EditorView } from '@codemirror/view';

/**
 * Puts what is typed over a selection into the document ourselves. Left to itself, Chromium puts it into the page and
 * keeps the look of what stood there by an inline style, which the page's policy refuses with a complaint.
 */
export const replaceSelection = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { data, inputType, isComposing } = event;
    const { main, ranges } = view.state.selection;
    if (inputType !== 'insertText' || data === null || isComposing || ranges.every(({ empty }) => empty))
      return false;
    const insert = () =>
      view.state.update(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true });
    const handlers = view.state.facet(EditorView.inputHandler);
    if (!handlers.some((handle) => handle(view, main.from, main.to, data, insert))) view.dispatch(insert());
    event.preventDefault();
    return true;
  },
});
