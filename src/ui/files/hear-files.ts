import type { Signal } from '@preact/signals';
import type { Source } from '../../protocol/files-api.ts';
import type { ChatUnder } from './chat-under.ts';
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

/** What a file would do that is let go of here: be sent in a conversation, be opened, or what is under it says. */
export type Held = ChatUnder | 'opens' | 'nothing';

type Files = Pick<FilesState, 'bring'> & {
  /** The conversation on the screen that an element belongs to, where it takes files. */
  readonly chatAt: (target: EventTarget | undefined) => ChatUnder | null;
  readonly send: (chat: ChatUnder, files: readonly File[]) => void;
};

/**
 * Hears files that are dropped on the window, what is pasted outside of a text field, and what the installed app is started
 * with. Whatever takes files itself comes first, then the conversation they are held over. `held` tells what letting go would do.
 */
export function hearFiles({ bring, chatAt, send }: Files, held: Signal<Held>): () => void {
  const over = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    const isTaken = takesFiles(event);
    const chat = isTaken ? null : chatAt(event.composedPath()[0]);
    const before = held.peek();
    const isSame = chat !== null && typeof before === 'object' && before.box === chat.box;
    if (!isSame) held.value = isTaken ? 'nothing' : (chat ?? 'opens');
    if (isTaken) return;
    event.preventDefault(); // else the browser would leave the page for the file
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
  };
  const leave = (event: DragEvent) => {
    if (event.relatedTarget === null) held.value = 'nothing';
  };
  const drop = (event: DragEvent) => {
    held.value = 'nothing';
    if (!hasFiles(event) || takesFiles(event)) return;
    event.preventDefault();
    const chat = chatAt(event.composedPath()[0]);
    if (chat !== null) send(chat, Array.from(event.dataTransfer?.files ?? []));
    else bring(Array.from(event.dataTransfer?.files ?? [], sourceOf));
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
