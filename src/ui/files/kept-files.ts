import type { Surroundings } from '../context.ts';
import type { Form, Way } from './form.ts';
import type { FileHandle } from './writing.ts';

type Kept = { readonly form: Form; readonly handle: FileHandle | null };

/** By workspace: what was chosen when it was saved or shared last, and the file that the browser lets us write again. */
const kept = new Map<string, Kept>();

const keptName = 'rehearsal.by';

/** How whoever sits here wants to be called. */
function whoSaves(): string {
  try {
    return localStorage.getItem(keptName) ?? '';
  } catch {
    return '';
  }
}

/** What is offered first: what was chosen the last time since the page was loaded, else everything. */
export function keptForm({ store }: Pick<Surroundings, 'store'>, way: Way): Form {
  const open = store.workspace.peek();
  return (
    kept.get(open?.id ?? '')?.form ?? {
      name: open?.name ?? '',
      description: open?.about?.description ?? '',
      by: whoSaves(),
      conversation: true,
      notes: true,
      // They make links long, and are for whoever has the file.
      expectations: way === 'file',
      personal: false,
      secrets: {},
    }
  );
}

/** The file that a workspace was written to since the page was loaded. */
export const keptHandle = (workspace: string): FileHandle | null => kept.get(workspace)?.handle ?? null;

/** Remembers what was chosen, and on this computer by whom. */
export function keep(workspace: string, form: Form, handle: FileHandle | null): void {
  kept.set(workspace, { form, handle });
  try {
    localStorage.setItem(keptName, form.by);
  } catch {
    // It is asked again on the next visit.
  }
}

/** A branch that takes the place of a workspace is saved to the same file. */
export function keepFor(branch: string, workspace: string): void {
  const one = kept.get(workspace);
  if (one !== undefined) kept.set(branch, one);
}
