import type { createCodeEditor } from '../../editor/code-editor.ts';
import { whenIdle } from '../../when-idle.ts';

type EditorModule = { readonly createCodeEditor: typeof createCodeEditor };

let loaded: EditorModule | undefined;

/**
 * Gives the code editor: at once when it is there, else when its place can be seen and the page has nothing else to do. It
 * is the largest part of the page, and conversations are shown first. What it returns gives the wish up.
 */
export function loadEditor(
  place: Element,
  found: (editor: EditorModule) => void,
  failed: () => void,
): () => void {
  if (loaded !== undefined) {
    found(loaded);
    return () => undefined;
  }
  let over = false;
  let giveUp = () => {};
  const load = () => {
    import('../../editor/code-editor.ts').then(
      (module) => {
        loaded = module;
        if (!over) found(module);
      },
      () => {
        if (!over) failed();
      },
    );
  };
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    seen.disconnect();
    giveUp = whenIdle(load);
  });
  seen.observe(place);
  return () => {
    over = true;
    seen.disconnect();
    giveUp();
  };
}
