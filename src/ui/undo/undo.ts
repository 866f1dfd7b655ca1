import { signal } from '@preact/signals';

/** Something that was done and can be taken back. */
export type Undoable = {
  /** What was done, in words. */
  readonly text: string;
  /** Takes it back; says why not, or nothing when it is done. */
  readonly act: () => Promise<string>;
};

export type Undo = {
  /** What would be taken back next in a workspace. */
  readonly last: (workspace: string) => Undoable | undefined;
  readonly offer: (workspace: string, undoable: Undoable) => void;
  readonly forget: (undoable: Undoable) => void;
  readonly clear: (workspace: string) => void;
};

/** So many acts can be taken back, the newest first. */
const most = 20;

/** What can be taken back in each workspace since the page was loaded. */
export function createUndo(): Undo {
  const offered = signal<readonly (Undoable & { readonly workspace: string })[]>([]);
  return {
    last: (workspace) => offered.value.findLast((one) => one.workspace === workspace),
    offer: (workspace, undoable) => {
      offered.value = [...offered.value, { ...undoable, workspace }].slice(-most);
    },
    forget: (undoable) => {
      offered.value = offered.value.filter((one) => one !== undoable);
    },
    clear: (workspace) => {
      offered.value = offered.value.filter((one) => one.workspace !== workspace);
    },
  };
}
