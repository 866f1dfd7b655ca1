import { signal } from '@preact/signals';

/** Something that was done and can be taken back. */
export type Undoable = {
  /** What was done, in words. */
  readonly text: string;
  /** Takes it back; says why not, or nothing when it is done. */
  readonly act: () => Promise<string>;
  /** It can be taken back for some seconds only, whatever workspace is open by then. */
  readonly passing?: Passing;
};

export type Passing = {
  /** It may still be taken back: whoever throws it away for good waits as long again. */
  readonly keep: () => void;
  /** Nobody takes it back any more. */
  readonly over: () => void;
};

export type Undo = {
  /** What would be taken back next in a workspace: what passes comes first. */
  readonly last: (workspace: string) => Undoable | undefined;
  readonly offer: (workspace: string, undoable: Undoable) => void;
  readonly forget: (undoable: Undoable) => void;
  readonly clear: (workspace: string) => void;
  /** Whoever looks at the newest of those that pass has time for all of them. */
  readonly keep: () => void;
  /** The time of those that pass is over. */
  readonly expire: () => void;
};

/** So many acts can be taken back, the newest first. */
const most = 20;

/** What can be taken back in each workspace since the page was loaded. */
export function createUndo(): Undo {
  const offered = signal<readonly (Undoable & { readonly workspace: string })[]>([]);
  const passing = () => offered.value.flatMap((one) => (one.passing === undefined ? [] : [one.passing]));
  return {
    last: (workspace) =>
      offered.value.findLast((one) => one.passing !== undefined) ??
      offered.value.findLast((one) => one.workspace === workspace),
    offer: (workspace, undoable) => {
      offered.value = [...offered.value, { ...undoable, workspace }].slice(-most);
    },
    forget: (undoable) => {
      offered.value = offered.value.filter((one) => one !== undoable);
    },
    clear: (workspace) => {
      offered.value = offered.value.filter((one) => one.workspace !== workspace);
    },
    keep: () => {
      for (const { keep } of passing()) keep();
    },
    expire: () => {
      const over = passing();
      offered.value = offered.value.filter((one) => one.passing === undefined);
      for (const one of over) one.over();
    },
  };
}
