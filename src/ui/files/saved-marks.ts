import { signal } from '@preact/signals';
import type { Keeper } from '../window-state.ts';

/** What of a workspace was saved last, on this computer. */
export type SavedMark = {
  /** So many steps were in it. */
  readonly steps: number;
  /** The name of the file. */
  readonly file: string;
};

export type SavedMarks = {
  /** A component that reads it is drawn again when it changes. */
  readonly of: (workspace: string) => SavedMark | null;
  readonly set: (workspace: string, mark: SavedMark) => void;
};

const keyOf = (workspace: string): string => `rehearsal.saved.${workspace}`;

function read(keeper: Keeper | null, workspace: string): SavedMark | null {
  try {
    const kept = JSON.parse(keeper?.getItem(keyOf(workspace)) ?? 'null') as Partial<SavedMark> | null;
    const { steps, file } = kept ?? {};
    return typeof steps === 'number' && typeof file === 'string' ? { steps, file } : null;
  } catch {
    return null; // as if it had never been saved
  }
}

/** Which workspaces were saved to a file, and how far they had come by then. */
export function createSavedMarks(keeper: Keeper | null): SavedMarks {
  const known = signal<Readonly<Record<string, SavedMark>>>({});
  return {
    of: (workspace) => known.value[workspace] ?? read(keeper, workspace),
    set: (workspace, mark) => {
      known.value = { ...known.value, [workspace]: mark };
      try {
        keeper?.setItem(keyOf(workspace), JSON.stringify(mark));
      } catch {
        // It holds until the page is closed.
      }
    },
  };
}
