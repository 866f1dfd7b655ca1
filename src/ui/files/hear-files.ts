import type { Signal } from '@preact/signals';
import type { Source } from '../../protocol/files-api.ts';
import type { FilesState } from './files-state.ts';
import { sourceOf } from './pick-files.ts';

/** What the system launches the installed app with. */
type Launch = { readonly files?: readonly { getFile(): Promise<File> }[] };
type LaunchQueue = { setConsumer(consumer: (launch: Launch) => void): void };

const isTyping = (event: Event): boolean => {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select') !== null)
  );
};

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/** A link to a rehearsal within a text, or a text that may be a file of one; null for what is neither. */
export function sourceIn(text: string): Source | null {
  if (/#s=[\w-]/.test(text)) return { kind: 'text', text };
  return /^\uFEFF?\s*\{/.test(text) ? { kind: 'text', text } : null;
}

/**
 * Hears files that are dropped on the window, what is pasted outside of a text field, and what the installed app is started
 * with. Whatever takes files itself comes first. `drags` tells whether files are held over the window.
 */
export function hearFiles({ bring }: Pick<FilesState, 'bring'>, drags: Signal<boolean>): () => void {
  const over = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    const isTaken = takesFiles(event);
    drags.value = !isTaken;
    if (isTaken) return;
    event.preventDefault(); // else the browser would leave the page for the file
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
  };
  const leave = (event: DragEvent) => {
    if (event.relatedTarget === null) drags.value = false;
  };
  const drop = (event: DragEvent) => {
    drags.value = false;
    if (!hasFiles(event) || takesFiles(event)) return;
    event.preventDefault();
    bring(Array.from(event.dataTransfer?.files ?? [], sourceOf));
  };
  const paste = (event: ClipboardEvent) => {
    if (event.defaultPrevented || isTyping(event) || document.querySelector('dialog[open]') !== null) return;
    const { clipboardData } = event;
    const files = Array.from(clipboardData?.files ?? [], sourceOf);
    const source = files.length > 0 ? null : sourceIn(clipboardData?.getData('text/plain') ?? '');
    const sources = source === null ? files : [source];
    if (sources.length === 0) return;
    event.preventDefault();
    bring(sources);
  };
  addEventListener('dragover', over);
  addEventListener('dragleave', leave);
  addEventListener('drop', drop);
  addEventListener('paste', paste);
  const { launchQueue } = globalThis as { readonly launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files = [] }) => {
    void Promise.all(files.map(async (one) => sourceOf(await one.getFile()))).then(bring, () => undefined);
  });
  return () => {
    removeEventListener('dragover', over);
    removeEventListener('dragleave', leave);
    removeEventListener('drop', drop);
    removeEventListener('paste', paste);
  };
}

/** Whether what is under the pointer takes files: it said so, or it is a field for files, into which the browser puts them. */
function takesFiles(event: DragEvent): boolean {
  const [target] = event.composedPath();
  return event.defaultPrevented || (target instanceof HTMLInputElement && target.type === 'file');
}
