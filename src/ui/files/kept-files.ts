import type { AppContextValue } from '../context.ts';
import type { Form } from './form.ts';
import type { FileHandle } from './writing.ts';

/** The two dialogs, each with choices of its own: what goes to somebody is seldom what one keeps. */
export type FormName = 'save' | 'share';

type Chosen = {
  readonly form: Form;
  /** What the workspace was called then. */
  readonly called: string;
};

/** How it was saved last, and the file that the browser lets us write again. */
export type Saved = { readonly form: Form; readonly handle: FileHandle | null };

// By workspace, since the page was loaded: what was chosen, saved or not, and how it was saved.
const chosen: Readonly<Record<FormName, Map<string, Chosen>>> = { save: new Map(), share: new Map() };
const saved = new Map<string, Saved>();

const keptName = 'rehearsal.by';

type Here = Pick<AppContextValue, 'store' | 'keepers'>;

/** How whoever sits here wants to be called. */
function whoSaves({ keepers }: Here): string {
  try {
    return keepers.local?.getItem(keptName) ?? '';
  } catch {
    return '';
  }
}

/** What is offered first: what was chosen the last time since the page was loaded, else everything. */
export function keptForm(here: Here, place: FormName): Form {
  const open = here.store.workspace.peek();
  const name = open?.name ?? '';
  const last = chosen[place].get(open?.id ?? '');
  if (last !== undefined) return last.form.name === last.called ? { ...last.form, name } : last.form;
  return {
    name,
    description: open?.about?.description ?? '',
    by: whoSaves(here),
    conversation: true,
    notes: true,
    // They make links long, and are for whoever has the file.
    expectations: place === 'save',
    personal: false,
    secrets: {},
  };
}

/** How a workspace was saved last since the page was loaded. */
export const savedAs = (workspace: string): Saved | null => saved.get(workspace) ?? null;

/** Remembers what was chosen, and on this computer by whom. */
export function keepForm({ store, keepers }: Here, place: FormName, workspace: string, form: Form): void {
  const called = store.workspaces.peek().find(({ id }) => id === workspace)?.name ?? '';
  chosen[place].set(workspace, { form, called });
  try {
    keepers.local?.setItem(keptName, form.by);
  } catch {
    // It is asked again on the next visit.
  }
}

/** Remembers how it was saved. */
export function keepSaved(workspace: string, how: Saved): void {
  saved.set(workspace, how);
}

/** A branch that takes the place of a workspace is saved to the same file. */
export function keepFor(branch: string, workspace: string): void {
  const how = saved.get(workspace);
  if (how !== undefined) saved.set(branch, how);
}
