import { ViewPlugin, type EditorView, type PluginValue, type ViewUpdate } from '@codemirror/view';

/** How long the hands have to rest until something is asked about the text. */
const askAfter = 300;

/** Asks about the text once it stands still, at first at once; `changes` says what else is a reason to ask. */
export const askedBehind = (
  ask: (view: EditorView) => Promise<void>,
  changes: (update: ViewUpdate) => boolean = () => false,
) =>
  ViewPlugin.define((view): PluginValue => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (milliseconds: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(view), milliseconds);
    };
    later(0);
    return {
      update(update) {
        if (update.docChanged || changes(update)) later(askAfter);
      },
      destroy() {
        clearTimeout(timer);
      },
    };
  });
