import type { AppContextValue } from '../context.ts';
import { FilesClient } from '../files-client.ts';
import { startWorker } from '../start-worker.ts';
import { offerWayBack } from '../undo/way-back.ts';
import { Drafting } from './drafting.ts';
import { filesWords as words } from '../words/files-words.ts';
import { fileNameOf, nameOutside, type Form, type Way } from './form.ts';
import { keepFor, keepSaved, savedAs } from './kept-files.ts';
import { unsavedScripts } from './unsaved-scripts.ts';
import { canPick, download, pickFile, writeFile, type FileHandle } from './writing.ts';

declare const __APP_VERSION__: string;

type Here = Pick<AppContextValue, 'store' | 'files'>;

/** Starts what reads and writes files when it is first asked something. */
export const createFilesClient = (): FilesClient =>
  new FilesClient({
    startWorker: () => startWorker('files'),
    base: document.baseURI,
    app: `Rehearsal ${__APP_VERSION__}`,
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
  });

export type WorkspaceDraft = NonNullable<Awaited<ReturnType<typeof takeWorkspace>>>;

/** Hands the open workspace to the worker, in both shapes; null when it cannot be read. */
export async function takeWorkspace({ store }: Here, client: FilesClient) {
  const workspace = store.workspace.peek()?.id ?? '';
  const [conversation, setting] = await Promise.all([
    store.engine.scenario(workspace, 'conversation'),
    store.engine.scenario(workspace, 'setting'),
  ]);
  if ('problem' in conversation || 'problem' in setting) return null;
  await client.take(conversation, setting);
  return { workspace, conversation, setting };
}

/** What came of writing: where it went and what to say of it, or why not, in words. */
export type SaveResult =
  | { readonly done: string; readonly file: string; readonly handle: FileHandle | null }
  | { readonly problem: string };

/**
 * Writes what is chosen now, and not a moment ago: to `handle`, to a file that is asked for, or to the downloads. It is asked
 * for at once, as browsers want it; the draft may take longer.
 */
export async function writeDraft(
  drafting: Pick<Drafting, 'want' | 'settled' | 'state'>,
  form: Form,
  way: Way,
  handle: FileHandle | null,
): Promise<SaveResult> {
  void drafting.want(form, way);
  const suggested = fileNameOf(nameOutside(form, drafting.state.peek().draft));
  const target = handle ?? (canPick() ? await pickFile(suggested) : null);
  if (target !== null && 'problem' in target) return target;
  const draft = await drafting.settled();
  if (draft === null) return { problem: words.broken };
  if (target === null) {
    const file = fileNameOf(nameOutside(form, draft));
    download(file, draft.text);
    return { done: words.downloaded(file), file, handle: null };
  }
  const problem = await writeFile(target, draft.text);
  return problem === '' ? { done: words.saved(target.name), file: target.name, handle: target } : { problem };
}

/** Says what came of saving; what holds the whole conversation counts as the workspace saved. */
export function remember(
  { files }: Pick<Here, 'files'>,
  { workspace, conversation }: WorkspaceDraft,
  form: Form,
  { done, file, handle }: Extract<SaveResult, { done: string }>,
): void {
  keepSaved(workspace, { form, handle });
  if (form.conversation) files.marks.set(workspace, { steps: conversation.steps.length, file });
  files.said.value = { text: done, bad: false };
}

/**
 * What Ctrl+S and the button do: writes the same file again where that needs no question, else asks. What would be
 * replaced of personal details is shown before it is saved, and which scripts are not saved and so are not in it.
 */
export async function save(here: Here): Promise<void> {
  const { store, files } = here;
  const workspace = store.workspace.peek()?.id ?? '';
  if (workspace === '') return;
  const { form, handle = null } = savedAs(workspace) ?? {};
  if (form === undefined || handle === null || form.personal || unsavedScripts(store).length > 0) {
    files.shows.value = 'save';
    return;
  }
  const client = createFilesClient();
  try {
    const taken = await takeWorkspace(here, client);
    if (taken === null) throw new Error(words.notRead);
    const written = await writeDraft(new Drafting(client), form, 'file', handle);
    if ('done' in written) remember(here, taken, form, written);
    else files.said.value = { text: written.problem, bad: true };
  } catch {
    files.said.value = { text: words.notRead, bad: true };
  } finally {
    client.stop();
  }
}

/** Goes back to what was saved, in a branch that takes the place of the workspace; nothing is overwritten. */
export async function revert(here: Pick<AppContextValue, 'store' | 'files' | 'undo'>): Promise<void> {
  const { store, files } = here;
  const open = store.workspace.peek();
  const mark = files.marks.of(open?.id ?? '');
  if (open === null || mark === null) return;
  const made = await store.engine.copy(open.id, { began: 'branch', name: open.name, upToStep: mark.steps });
  if ('problem' in made) {
    files.said.value = { text: words.notRead, bad: true };
    return;
  }
  files.marks.set(made.id, mark);
  keepFor(made.id, open.id);
  await store.goOnWith(made.id);
  offerWayBack(here, open.id, words.reverted);
}
